/** What the clinic did not take, with its sentence: kept as a report, or taken off this phone. The person decides (H10, H15). */
import { dropRefused, keepRefusedAsTaken, type RefusedEntry, sync } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Confirm } from '../confirm.tsx';
import { Heading } from '../heading.tsx';
import { say } from '../said.ts';

export function RefusedPage() {
  const words = say().more.refused;
  const { refused } = sync.value;
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{refused.length === 0 ? words.none : words.help}</p>
      {refused.map((entry) => (
        <Refused key={entry.n} entry={entry} />
      ))}
    </>
  );
}

function Refused({ entry }: { entry: RefusedEntry }) {
  const words = say().more.refused;
  const { run, busy, trouble } = useActing();
  return (
    <section class="card" aria-label={nameOf(entry)}>
      <p>
        <strong>{words.about(nameOf(entry), say().when.longDay(entry.day))}</strong>
      </p>
      <p>{entry.refusal.detail}</p>
      <div class="act">
        {entry.refusal.keepAs && (
          <button
            {...{ type: 'button', class: 'button first', 'aria-disabled': busy }}
            onClick={() => void run(() => keepRefusedAsTaken(entry.id))}
          >
            {words.keepAs[entry.refusal.keepAs]}
          </button>
        )}
        <Confirm
          {...{ button: words.drop, question: words.dropAsk, yes: words.dropYes, busy }}
          act={() => void run(() => dropRefused(entry.id))}
        />
      </div>
      <Trouble text={trouble} />
    </section>
  );
}

function nameOf(entry: RefusedEntry): string {
  const { kind, request, stop } = say().more.refused;
  if (entry.what !== 'entry') return entry.what === 'stop' ? stop : request;
  const { kind: known } = entry.event as { readonly kind: keyof typeof kind };
  return kind[known];
}
