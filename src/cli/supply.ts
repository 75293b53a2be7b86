/**
 * `titrial supply`: which strengths of capsules a plan needs, so that every dose can be made up exactly at the least cost or
 * with the fewest capsules. Prices are the user's; none is known here. Orders nothing (H1, H3).
 */
import type { Command } from 'commander';
import { DOSE_TEXT, say } from '../../web/kit/words/en/plan.ts';
import {
  offerUnreadable,
  priceUnreadable,
  SUPPLY_FAULT,
  supplyText,
  wholeNeeded,
} from '../../web/kit/words/en/supply.ts';
import { err, ok, type Result } from '../base/result.ts';
import { formatDose, parseDose } from '../medicine/dose.ts';
import { planRuns } from '../medicine/plan-days.ts';
import { cheapestSupply, type Need, type Offer, type SupplyChoice, type SupplyTerms } from '../medicine/supply.ts';
import type { TitrationPlan } from '../medicine/titration.ts';
import { findPlan } from './plan.ts';
import type { Terminal } from './terminal.ts';

type SupplyOptions = {
  readonly offer?: readonly string[];
  readonly fee: string;
  readonly mostStrengths: string;
  readonly fewest?: boolean;
  readonly json?: boolean;
};

const HELP = `
Every set of strengths is tried, and every way to make up each dose of ten
whole capsules at most, so what is shown is the best there is. A price or a
strength that looks like a slip of the point is refused.

Examples:
  titrial supply seed-weekly --offer "1.5 mg=0.80" "3 mg=0.90" "4.5 mg=1.00"
  titrial supply seed-weekly --offer "1.5 mg=0.80" "4.5 mg=1.00" --fee 12.50
  titrial supply gentle --offer "0.5 mg=0.70" "1 mg=0.75" --fewest

Exit codes: 0 answered; 2 refused, with every fault.`;

/** Adds the command; `terminal` is where it speaks. */
export function addSupplyCommand(program: Command, terminal: Terminal): void {
  program
    .command('supply')
    .description('find the strengths of capsules that make up every dose of a plan, at the least cost')
    .argument('[template]', 'name of a template, or a plan file ending in .json')
    .option('--offer <strength=price...>', 'strengths that can be had, with the price of one capsule')
    .option('--fee <amount>', 'what making one more strength costs besides', '0.00')
    .option('--most-strengths <number>', 'most different strengths in the house', '3')
    .option('--fewest', 'fewest capsules first, then least cost')
    .option('--json', 'print the answer as JSON, amounts in the smallest unit of the currency')
    .addHelpText('after', HELP)
    .action((name: string | undefined, options: SupplyOptions) => supply(name, options, terminal));
}

/** Says which strengths; every refusal is a sentence, and all of them come at once. */
export function supply(name: string | undefined, options: SupplyOptions, terminal: Terminal): void {
  const told = tell(name, options);
  if (told.ok) {
    terminal.print(told.value);
    return;
  }
  for (const says of told.error) terminal.complain(says);
  terminal.endWith(2);
}

function tell(name: string | undefined, options: SupplyOptions): Result<string, readonly string[]> {
  const plan = findPlan(name);
  if (!plan.ok) return err([plan.error.says]);
  const read = readOptions(options);
  if (!read.ok) return read;
  const need = needOf(plan.value);
  const chosen = cheapestSupply(need, read.value.offers, read.value.terms);
  if (!chosen.ok) return err(chosen.error.map((fault) => say(SUPPLY_FAULT, fault)));
  const days = need.reduce((sum, each) => sum + (each.dose > 0 ? each.days : 0), 0);
  return ok(options.json ? JSON.stringify(jsonOf(chosen.value, days)) : supplyText(chosen.value, days));
}

/** Doses as text; amounts stay in the smallest unit of the currency. */
function jsonOf({ strengths, makings, ...rest }: SupplyChoice, days: number) {
  return {
    ...{ days, strengths: strengths.map(formatDose), ...rest },
    makings: makings.map(({ dose, units }) => ({
      dose: formatDose(dose),
      units: units.map(({ strength, count }) => ({ strength: formatDose(strength), count })),
    })),
  };
}

/** The earliest calendar of the plan. */
const needOf = (plan: TitrationPlan): readonly Need[] => planRuns(plan).map(({ dose, days }) => ({ dose, days }));

type Read = { readonly offers: readonly Offer[]; readonly terms: SupplyTerms };

function readOptions(options: SupplyOptions): Result<Read, readonly string[]> {
  const refused: string[] = [];
  const offers = (options.offer ?? []).flatMap((text): Offer[] => {
    const [left = '', right = '', ...more] = text.split('=');
    const strength = parseDose(left);
    const price = readAmount(right);
    if (strength.ok && price !== undefined && more.length === 0) return [{ strength: strength.value, price }];
    const isDose = strength.ok || right === '';
    refused.push(isDose ? offerUnreadable(text) : `--offer: ${say(DOSE_TEXT, strength.error)}`);
    return [];
  });
  const feePerStrength = readAmount(options.fee);
  if (feePerStrength === undefined) refused.push(priceUnreadable('--fee', options.fee));
  const mostStrengths = /^\d{1,2}$/.test(options.mostStrengths) ? Number(options.mostStrengths) : undefined;
  if (mostStrengths === undefined) refused.push(wholeNeeded('--most-strengths', options.mostStrengths));
  if (refused.length > 0 || feePerStrength === undefined || mostStrengths === undefined) return err(refused);
  const first = options.fewest ? 'units' : 'cost';
  return ok({ offers, terms: { feePerStrength, mostStrengths, first } });
}

/** "12.50" or "12" in the smallest unit of the currency; undefined for anything else, a comma among it (H34). */
function readAmount(text: string): number | undefined {
  const match = /^\s*(\d{1,6})(?:\.(\d{2}))?\s*$/.exec(text);
  return match ? Number(match[1]) * 100 + Number(match[2] ?? 0) : undefined;
}
