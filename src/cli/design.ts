/**
 * `titrial design`: what a blinded comparison inside one person's therapy could tell, before it begins. Draws no sequence
 * that anybody will follow, and keeps nothing: a trial is drawn and sealed elsewhere (H13, H19).
 */
import type { Command } from 'commander';
import { DESIGN_FAULT, designText, optionRefused } from '../../web/kit/words/en/design.ts';
import { DOSE_TEXT, say } from '../../web/kit/words/en/plan.ts';
import { CUSTOMARY_QUESTION, type PowerQuestion, powerOf } from '../analysis/power.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type Dose, formatDose, NO_DOSE, parseDose } from '../medicine/dose.ts';
import { checkDesign, DESIGN_KINDS, type DesignKind, type DraftDesign, type TrialDesign } from '../trial/design.ts';
import { sequencesOf } from '../trial/sequence.ts';
import type { Terminal } from './terminal.ts';

type DesignOptions = {
  readonly kind: string;
  readonly dose?: readonly string[];
  readonly blocks: string;
  readonly period: string;
  readonly runIn: string;
  readonly maxRise: string;
  readonly effect: string;
  readonly kept: string;
  readonly json?: boolean;
};

const HELP = `
Periods under four weeks are refused: a drug that takes weeks shows little in
less. A run-in of 0 keeps every day and leaves onset and carry-over to the
model; docs/models/design.md says how the figures are made and checked.

Examples:
  titrial design --dose "4.5 mg" --blocks 3
  titrial design --dose "3 mg" --blocks 2 --period 56 --run-in 14 --effect -1.5
  titrial design --kind dose-finding --dose "1.5 mg" "3 mg" "4.5 mg" --blocks 2

Exit codes: 0 answered; 2 refused, with every fault.`;

/** Adds the command; `terminal` is where it speaks. */
export function addDesignCommand(program: Command, terminal: Terminal): void {
  program
    .command('design')
    .description('say what a blinded comparison of doses with placebo could tell one person, before it begins')
    .option('--kind <kind>', `one of ${DESIGN_KINDS.join(', ')}`, 'paired-blocks')
    .option('--dose <dose...>', 'doses to compare with placebo, rising, as "3 mg"')
    .option('--blocks <number>', 'blocks; for a randomised start or withdrawal the number of periods', '3')
    .option('--period <days>', 'days of every period', '28')
    .option('--run-in <days>', 'first days of each period that are left out; 0 leaves them to the model', '0')
    .option('--max-rise <dose>', 'largest rise from one period to the next', '6 mg')
    .option('--effect <points>', 'true change that is assumed, points of 0-10, below 0 is better', '-1')
    .option('--kept <share>', 'share of the days that will be kept', '0.85')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', HELP)
    .action((options: DesignOptions) => design(options, terminal));
}

/** Says what the design could tell; every refusal is a sentence, and all of them come at once. */
export function design(options: DesignOptions, terminal: Terminal): void {
  const read = readDesign(options);
  const question = readQuestion(options);
  if (!read.ok || !question.ok) {
    for (const says of [...(read.ok ? [] : read.error), ...(question.ok ? [] : question.error)])
      terminal.complain(says);
    terminal.endWith(2);
    return;
  }
  const { count } = sequencesOf(read.value);
  if (count < 2n) {
    terminal.complain(say(DESIGN_FAULT, { code: 'nothing-to-randomise', sequences: Number(count) }));
    terminal.endWith(2);
    return;
  }
  const power = powerOf(read.value, question.value);
  const json = {
    ...power,
    sequences: `${power.sequences}`,
    doses: power.doses.map((each) => ({ ...each, dose: formatDose(each.dose) })),
  };
  terminal.print(options.json ? JSON.stringify(json) : designText(read.value, power, question.value));
}

function readDesign(options: DesignOptions): Result<TrialDesign, readonly string[]> {
  const refused: string[] = [];
  const kind = DESIGN_KINDS.find((known) => known === options.kind);
  if (!kind) refused.push(optionRefused('--kind', options.kind, `one of ${DESIGN_KINDS.join(', ')}`));
  const whole = (option: string, text: string): number => {
    if (/^\d{1,4}$/.test(text)) return Number(text);
    refused.push(optionRefused(option, text, 'a whole number'));
    return 0;
  };
  const doseOf = (option: string, text: string): Dose | undefined => {
    const dose = parseDose(text);
    if (!dose.ok) refused.push(`${option}: ${say(DOSE_TEXT, dose.error)}`);
    return dose.ok ? dose.value : undefined;
  };
  const doses = (options.dose ?? []).flatMap((text) => doseOf('--dose', text) ?? []);
  const maximumRise = doseOf('--max-rise', options.maxRise) ?? NO_DOSE;
  const [blocks, periodDays, days] = [
    whole('--blocks', options.blocks),
    whole('--period', options.period),
    whole('--run-in', options.runIn),
  ];
  if (refused.length > 0) return err(refused);
  const draft: DraftDesign = {
    ...{ kind: kind as DesignKind, doses, blocks, periodDays },
    runIn: { how: days === 0 ? 'modelled' : 'discarded', days },
    maximumRise,
  };
  const checked = checkDesign(draft);
  return checked.ok ? checked : err(checked.error.map((fault) => say(DESIGN_FAULT, fault)));
}

function readQuestion({ effect, kept }: DesignOptions): Result<PowerQuestion, readonly string[]> {
  const refused: string[] = [];
  if (!/^-?\d(?:\.\d{1,2})?$/.test(effect))
    refused.push(optionRefused('--effect', effect, 'points from -9.99 to 9.99, with a point'));
  if (!/^(?:0?\.\d{1,3}|1(?:\.0+)?)$/.test(kept) || Number(kept) === 0)
    refused.push(optionRefused('--kept', kept, 'a share above 0 and up to 1, such as 0.85'));
  return refused.length > 0 ? err(refused) : ok({ ...CUSTOMARY_QUESTION, effect: Number(effect), kept: Number(kept) });
}
