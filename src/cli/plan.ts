/**
 * `titrial plan`: a titration plan, from a template or a file, checked and laid out day by day. Refuses a plan the rules
 * refuse, with every fault and its place, and never writes over a file. It prescribes nothing (H11, H35).
 */
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { DOSE_TEXT, PLAN_FAULT, say, TEMPLATE } from '../../web/kit/words/en/plan.ts';
import * as words from '../../web/kit/words/en/plan-command.ts';
import { planText, templateListText } from '../../web/kit/words/en/plan-text.ts';
import { fileFaultSentence } from '../../web/kit/words/en/table.ts';
import { formatLocalDate, type LocalDate, parseLocalDate } from '../base/calendar.ts';
import { err, ok, type Result } from '../base/result.ts';
import { formatDose, parseDose } from '../medicine/dose.ts';
import { SITE_MAXIMUM } from '../medicine/ldn-range.ts';
import { planDays, planRuns } from '../medicine/plan-days.ts';
import { formatPlan, parsePlan, planToJson } from '../medicine/plan-json.ts';
import { isTemplateName, TEMPLATE_NAMES, templatePlan } from '../medicine/templates.ts';
import {
  DEFAULT_POLICY,
  planCautions,
  requiredSignatures,
  type SitePolicy,
  type TitrationPlan,
} from '../medicine/titration.ts';
import { readTextFile } from './input-file.ts';
import type { ExitCode, Terminal } from './terminal.ts';

type PlanOptions = {
  readonly start?: string;
  readonly siteMaximum?: string;
  readonly out?: string;
  readonly list?: boolean;
  readonly json?: boolean;
};

/** Why the command stops: what to say, and the code to end with. */
type Stopped = { readonly says: string; readonly code: ExitCode };

const HELP = `
A template is a schedule to start from, not advice: a prescriber edits it, and
only a prescriber can order it. To make your own, write one to a file, edit the
file, and have it checked. docs/formats/plan.md names every field.

Examples:
  titrial plan --list
  titrial plan seed-weekly --start 2026-03-02
  titrial plan gentle --out mine.json
  titrial plan mine.json

Exit codes: 0 shown; 2 refused, with every fault and its place; 3 a file could
not be written.`;

/** Adds the command; `terminal` is where it speaks. */
export function addPlanCommand(program: Command, terminal: Terminal): void {
  program
    .command('plan')
    .description('show a titration plan day by day, from a template or from a plan file, which it checks')
    .argument('[template]', 'name of a template (--list shows them), or a plan file ending in .json')
    .option('--start <date>', 'first day of the plan, as 2026-03-02; without it days are counted from 1')
    .option('--site-maximum <dose>', "highest ceiling the site's policy allows, at most 12 mg; without it 7 mg")
    .option('--out <file.json>', 'also write the plan to a new file that can be edited and read again')
    .option('--list', 'show every template and stop')
    .option('--json', 'print the plan, its calendar and its cautions, or the --list, as JSON')
    .addHelpText('after', HELP)
    .action((name: string | undefined, options: PlanOptions) => plan(name, options, terminal));
}

/** Lists the templates, or shows one plan; every refusal is a sentence and an exit code. */
export function plan(name: string | undefined, options: PlanOptions, terminal: Terminal): void {
  if (options.list) {
    const rows = TEMPLATE_NAMES.map((each) => ({ name: each, about: TEMPLATE[each] }));
    terminal.print(options.json ? JSON.stringify(rows) : templateListText());
    return;
  }
  const shown = showPlan(name, options);
  if (shown.ok) {
    terminal.print(shown.value);
    return;
  }
  terminal.complain(shown.error.says);
  terminal.endWith(shown.error.code);
}

function showPlan(name: string | undefined, options: PlanOptions): Result<string, Stopped> {
  const policy = readPolicy(options.siteMaximum);
  if (!policy.ok) return policy;
  const start = options.start === undefined ? undefined : parseLocalDate(options.start);
  if (start && !start.ok) return refuse(words.startRefused(options.start ?? ''));
  const found = findPlan(name, policy.value);
  if (!found.ok) return found;
  const stopped = options.out === undefined ? undefined : writePlan(options.out, found.value);
  if (stopped) return err(stopped);
  const about = name !== undefined && isTemplateName(name) ? TEMPLATE[name] : undefined;
  if (options.json) return ok(JSON.stringify(planJson(found.value, start?.value)));
  const text = planText(found.value, about, start?.value);
  return ok(options.out === undefined ? text : `${text}\n\n${words.written(options.out)}`);
}

const refuse = (says: string): Result<never, Stopped> => err({ says, code: 2 });

/** A template by its name, or the plan of a file. */
export function findPlan(
  name: string | undefined,
  policy: SitePolicy = DEFAULT_POLICY,
): Result<TitrationPlan, Stopped> {
  if (name === undefined) return refuse(words.NO_TEMPLATE_NAMED);
  if (isTemplateName(name)) return ok(templatePlan(name));
  if (!/\.json$/i.test(name)) return refuse(words.templateUnknown(name));
  const text = readTextFile(name);
  if (!text.ok) return refuse(fileFaultSentence(text.error));
  const read = parsePlan(text.value, policy);
  return read.ok ? read : refuse(words.refusedText(name, read.error));
}

function readPolicy(text: string | undefined): Result<SitePolicy, Stopped> {
  if (text === undefined) return ok(DEFAULT_POLICY);
  const dose = parseDose(text);
  if (!dose.ok) return refuse(words.siteMaximumRefused(say(DOSE_TEXT, dose.error)));
  if (dose.value <= SITE_MAXIMUM) return ok({ maximumCeiling: dose.value });
  const fault = { code: 'site-ceiling-too-high', ceiling: dose.value, limit: SITE_MAXIMUM } as const;
  return refuse(words.siteMaximumRefused(say(PLAN_FAULT, fault)));
}

/** 'wx': a file that stands is never written over. */
function writePlan(file: string, found: TitrationPlan): Stopped | undefined {
  try {
    writeFileSync(file, formatPlan(found), { flag: 'wx' });
    return undefined;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    if (reason === 'EEXIST') return { says: words.outExists(file), code: 2 };
    return { says: words.outFailed(file, reason), code: 3 };
  }
}

/** Doses as text, days counted from 1, dates where there is a start. */
function planJson(found: TitrationPlan, start: LocalDate | undefined) {
  return {
    plan: planToJson(found),
    signatures: requiredSignatures(found),
    cautions: planCautions(found).map(({ code }) => code),
    runs: planRuns(found).map((run) => ({ ...run, dose: formatDose(run.dose) })),
    days: planDays(found, start).map((each) => ({
      ...each,
      ...(each.date === undefined ? {} : { date: formatLocalDate(each.date) }),
      dose: formatDose(each.dose),
    })),
  };
}
