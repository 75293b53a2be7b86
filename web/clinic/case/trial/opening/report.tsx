/**
 * The answer of an opened trial: one sentence, what belongs to it, one picture; the whole report as PDF or data. It is
 * asked of the server, which is the only one to work it out (H18, H19).
 */
import { useMemo } from 'preact/hooks';
import { type Contrast, contrastsSvg, contrastsTable } from '../../../../../src/chart/contrasts.ts';
import type { TrialReportJson } from '../../../../../src/report/trial/report-json.ts';
import { language } from '../../../../kit/language.ts';
import { Chart } from '../../../../kit/part/chart.tsx';
import { saveFile, saveText } from '../../../../kit/save.ts';
import { useAnswer } from '../../../frame/remote.ts';
import { askFileSignedIn } from '../../../frame/session.ts';
import { todayText } from '../../../part/day.ts';
import { Form } from '../../../part/form.tsx';
import { Notice, refusalText } from '../../../part/notice.tsx';
import { pathOf } from '../shown-trial.ts';
import type { TrialProps } from '../trial-tab.tsx';

export function Report(props: TrialProps) {
  const { words, trial } = props;
  const query = `day=${todayText()}&language=${language.value}`;
  const { remote, reload } = useAnswer<TrialReportJson>(`${pathOf(props)}/report?${query}`);
  const act = async () => {
    const made = await askFileSignedIn('GET', `${pathOf(props)}/report.pdf?${query}`);
    if (!made.ok) return made.error;
    saveFile(`${words.reportFile}.pdf`, made.value);
    return undefined;
  };
  const id = `answer-${trial.record.trial}`;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{words.answer}</h3>
      {remote.state === 'loading' && <p role="status">{words.answerWaits}</p>}
      {remote.state === 'refused' && <Notice text={refusalText(remote.refusal)} again={() => void reload()} />}
      {remote.state === 'here' && (
        <>
          <Answer {...props} report={remote.value} />
          <h4>{words.report}</h4>
          <p class="quiet">{words.reportHelp}</p>
          <Form
            act={act}
            {...{ button: words.reportPdf, waiting: words.reportMaking, first: false }}
            beside={
              <button
                type="button"
                class="button"
                onClick={() =>
                  saveText(`${words.reportFile}.json`, 'application/json', JSON.stringify(remote.value, undefined, 2))
                }
              >
                {words.reportJson}
              </button>
            }
          />
        </>
      )}
    </section>
  );
}

function Answer({ here, words, report }: TrialProps & { readonly report: TrialReportJson }) {
  const { answer, results } = report;
  const contrasts = useMemo(
    () =>
      results.outcomes.flatMap(({ outcome, primary, doses }) =>
        doses.map(({ dose, blinded, primary: isAsked }): Contrast => {
          const name = `${words.outcome[outcome.id] ?? outcome.label}, ${words.arm(dose)}`;
          return { name, outcome, change: blinded, decides: primary && isAsked };
        }),
      ),
    [results, words],
  );
  return (
    <>
      <p class="sentence">
        <strong>{answer.sentence}</strong>
      </p>
      {answer.further.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {contrasts.length > 0 && (
        <Chart
          id="trial-contrasts"
          draw={(frame) => contrastsSvg(contrasts, words.contrasts, frame)}
          rows={contrastsTable(contrasts, words.contrasts)}
          title={words.answer}
          asTable={here.words.asTable}
        />
      )}
      <p class="quiet">{answer.notAdvice}</p>
    </>
  );
}
