/** The page `titrial explain` prints: where the patient is, which moves are open, why, and whether that was expected. */
import { formatLocalDate } from '../../../../src/base/calendar.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { LateDoseDecision, LateDoseReason } from '../../../../src/medicine/late-dose.ts';
import type { Scenario, ScenarioAnswer } from '../../../../src/medicine/scenario.ts';
import { MOVE, moveInWords, REASON, say } from './plan.ts';
import { asksSentence, DIFFERENCE } from './plan-file.ts';

/** The whole answer as text for a terminal. */
export function explainText(scenario: Scenario, answer: ScenarioAnswer): string {
  const { moves, reasons, asks } = answer.permitted;
  const asked = asksSentence(asks ?? 'nothing');
  const lines = [
    scenario.title,
    '',
    ...situation(scenario),
    '',
    'Open on this day. A person decides; nothing moves by itself.',
    ...moves.map((move) => `  ${MOVE[move.move].padEnd(10)} ${moveInWords(move)}`),
    ...(asked ? ['', asked] : []),
    '',
    'Why (+ for, - against)',
    ...reasons.map(reasonLine),
    ...lateLines(answer.lateDose),
    '',
    ...verdict(scenario, answer),
  ];
  return lines.join('\n');
}

function situation({ plan, course, day }: Scenario): readonly string[] {
  const step = course.step === 'baseline' ? undefined : plan.steps[course.step];
  const place =
    course.step === 'baseline'
      ? 'baseline, without the drug'
      : `step ${course.step + 1} of ${plan.steps.length}, ${step ? formatDose(step.dose) : ''}`;
  const doses = plan.steps.map(({ dose }) => formatDose(dose)).join(', ');
  return [
    `  plan    ${plan.name}: ${doses}; ceiling ${formatDose(plan.ceiling)}`,
    `  place   ${place}, since ${formatLocalDate(course.since)}`,
    `  day     ${formatLocalDate(day)}`,
  ];
}

function reasonLine(reason: LateDoseReason): string {
  return `  ${reason.stands === 'for' ? '+' : '-'} ${say(REASON, reason)}`;
}

function lateLines(late: LateDoseDecision | undefined): readonly string[] {
  if (!late) return [];
  const answer = late.take ? `may still be taken: ${formatDose(late.dose)}.` : 'is not to be taken.';
  return ['', `The late dose ${answer}`, ...late.reasons.map(reasonLine)];
}

function verdict({ expect }: Scenario, { differences }: ScenarioAnswer): readonly string[] {
  if (!expect) return ['Nothing was expected of this scenario.'];
  if (differences.length === 0) return ['As expected.'];
  return ['Not as expected:', ...differences.map((each) => `  ${say(DIFFERENCE, each)}`)];
}
