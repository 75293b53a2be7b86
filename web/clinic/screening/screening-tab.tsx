/**
 * May the drug be taken at all? What the rules find stands first, beside it the medicines and answers it comes from; a
 * change of either is screened at once (H4, H5, H6, H7). Somebody then looks at it as a whole.
 */
import type {
  AnswersJson,
  MatchedMedicineJson,
  ReviewedJson,
  ScreeningJson,
} from '../../../src/http/schema/case-json.ts';
import type { clinicScreeningWords } from '../../kit/words/en/clinic-screening.ts';
import type { TabProps } from '../case/tab.tsx';
import { useAnswer } from '../frame/remote.ts';
import { todayText } from '../part/day.ts';
import { Told } from '../part/notice.tsx';
import { FindingList } from './finding-list.tsx';
import { MedicineEntry } from './medicine-entry.tsx';
import { MedicineList } from './medicine-list.tsx';
import { QuestionForm } from './question-form.tsx';
import { Review } from './review.tsx';

export type ScreeningWords = typeof clinicScreeningWords;
/** `changed`: something was recorded; everything is asked for anew. */
export type ScreeningProps = TabProps<ScreeningWords> & { readonly changed: () => Promise<void> };

type Read = {
  readonly screening: ScreeningJson;
  readonly answers?: AnswersJson | undefined;
  readonly reviewed?: ReviewedJson | undefined;
};

export function ScreeningTab({ here, words }: TabProps<ScreeningWords>) {
  const medicines = useAnswer<{ readonly medicines: readonly MatchedMedicineJson[] }>(`/cases/${here.id}/medicines`);
  const screening = useAnswer<Read>(`/cases/${here.id}/screening?day=${todayText()}`);
  const changed = async (): Promise<void> => {
    await Promise.all([medicines.reload(), screening.reload(), here.reload()]);
  };
  const props = { here, words, changed };
  return (
    <div class="screening">
      <div>
        <Told answer={screening}>
          {({ screening: found, reviewed }) => (
            <>
              <FindingList {...props} screening={found} />
              <Review {...props} screening={found} reviewed={reviewed} />
            </>
          )}
        </Told>
      </div>
      <div>
        <Told answer={medicines}>
          {({ medicines: entered }) => (
            <section aria-labelledby="medicines">
              <h2 id="medicines">{words.medicines}</h2>
              <MedicineList {...props} medicines={entered} />
              <MedicineEntry {...props} />
            </section>
          )}
        </Told>
        <Told answer={screening}>{({ answers }) => <QuestionForm {...props} answers={answers} />}</Told>
      </div>
    </div>
  );
}
