/**
 * `titrial explain`: one plan, one course, one day, and what the rules permit, each move with its reasons. Ends with code
 * 2 when the file cannot be read or the rules do not do what the file expects, so a scenario is a test and a bug report.
 */
import type { Command } from 'commander';
import { explainText } from '../../web/kit/words/en/explain.ts';
import { refusedText } from '../../web/kit/words/en/plan-command.ts';
import { fileFaultSentence } from '../../web/kit/words/en/table.ts';
import { formatLocalDate } from '../base/calendar.ts';
import { err, type Result } from '../base/result.ts';
import { formatDose } from '../medicine/dose.ts';
import type { LateDoseReason } from '../medicine/late-dose.ts';
import { answerScenario, type Scenario, type ScenarioAnswer } from '../medicine/scenario.ts';
import { parseScenario } from '../medicine/scenario-json.ts';
import { readTextFile } from './input-file.ts';
import type { Terminal } from './terminal.ts';

const HELP = `
The file holds "given" (a plan, and where the patient is), "when" (the day) and,
if you like, "expect" (the moves and reasons that should come out).
docs/formats/scenario.md names every field; test/scenarios holds examples to
copy. If the rules do something you think is wrong, change "expect" to what is
right and send us the file.

Examples:
  titrial explain test/scenarios/step-up-earned.json
  titrial explain test/scenarios/step-up-earned.json --json

Exit codes: 0 as expected, or nothing was expected; 2 not as expected, or the
file cannot be read.`;

/** Adds the command; `terminal` is where it speaks. */
export function addExplainCommand(program: Command, terminal: Terminal): void {
  program
    .command('explain')
    .description('show which moves a titration plan permits on a day, with the reasons, for a scenario file')
    .argument('<scenario.json>', 'file with the plan, the course so far and the day')
    .option('--json', 'print moves, reasons and differences as JSON')
    .addHelpText('after', HELP)
    .action((file: string, options: { readonly json?: boolean }) => explain(file, options, terminal));
}

/** Reads the scenario, runs the rules and tells what came out. */
export function explain(file: string, options: { readonly json?: boolean }, terminal: Terminal): void {
  const scenario = readScenario(file);
  if (!scenario.ok) {
    terminal.complain(scenario.error);
    terminal.endWith(2);
    return;
  }
  const answer = answerScenario(scenario.value);
  terminal.print(
    options.json ? JSON.stringify(answerJson(scenario.value, answer)) : explainText(scenario.value, answer),
  );
  if (answer.differences.length > 0) terminal.endWith(2);
}

function readScenario(file: string): Result<Scenario, string> {
  const text = readTextFile(file);
  if (!text.ok) return err(fileFaultSentence(text.error));
  const scenario = parseScenario(text.value);
  return scenario.ok ? scenario : err(refusedText(file, scenario.error));
}

/** Dates and doses as text; `held` is absent when nothing was expected. Dates inside reasons become text too. */
function answerJson(scenario: Scenario, { permitted, lateDose, differences }: ScenarioAnswer) {
  return {
    scenario: scenario.title,
    plan: scenario.plan.name,
    day: formatLocalDate(scenario.day),
    moves: permitted.moves.map(({ move, dose }) => ({ move, dose: formatDose(dose) })),
    asks: permitted.asks ?? 'nothing',
    reasons: permitted.reasons.map(dated),
    ...(lateDose
      ? { lateDose: { take: lateDose.take, dose: formatDose(lateDose.dose), reasons: lateDose.reasons.map(dated) } }
      : {}),
    ...(scenario.expect ? { held: differences.length === 0, differences: differences.map(dosed) } : {}),
  };
}

function dated(reason: LateDoseReason) {
  if (reason.code === 'plan-expired') return { ...reason, validTo: formatLocalDate(reason.validTo) };
  if (reason.code === 'screening-in-future') return { ...reason, on: formatLocalDate(reason.on) };
  return reason;
}

function dosed(difference: ScenarioAnswer['differences'][number]) {
  return 'dose' in difference ? { ...difference, dose: formatDose(difference.dose) } : difference;
}
