/** What one agrees to, in plain words: what is compared, the weeks without the drug, who knows, the ways out, emergencies (H13, H14). */
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { TrialRecord } from '../../../../src/records/trial-state.ts';
import { periodsOf } from '../../../../src/trial/design.ts';
import { people } from '../../phone/phone.ts';
import { sayTrial } from './said.ts';

export function About({ record }: { readonly record: TrialRecord }) {
  const { about: words, outcome } = sayTrial();
  const { protocol, signed } = record;
  const { design, primary, escapeRule, purpose } = protocol;
  return (
    <section aria-label={words.heading}>
      <p>{words.purpose(purpose)}</p>
      <p>{words.question(outcome(primary.outcome), formatDose(primary.dose))}</p>
      <ul class="points">
        <li>{words.compared(design.doses.map(formatDose).join(', '))}</li>
        <li>{words.how[design.kind]}</li>
        <li>{words.without}</li>
        <li>{words.long(periodsOf(design), design.periodDays)}</li>
        {words.asked.map((asked) => (
          <li key={asked}>{asked}</li>
        ))}
        <li>{words.blind}</li>
        <li>{words.stop}</li>
        {escapeRule && <li>{words.escape(outcome(escapeRule.outcome), escapeRule.atLeast, escapeRule.days)}</li>}
        <li>{words.emergency}</li>
        <li>{words.after}</li>
      </ul>
      {signed && <p class="quiet">{words.signed(people.value[signed.by] ?? words.someone)}</p>}
    </section>
  );
}
