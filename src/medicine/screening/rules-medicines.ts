/**
 * What do the rules say about each medicine entered? S1-S5, S15-S18, S21, S22 and what nobody recognised. A current
 * opioid is never set aside; "not known whether it is still taken" counts as taken (H4, H5, H6, H37).
 */
import { formatLocalDate, type LocalDate } from '../../base/calendar.ts';
import { unreachable } from '../../base/exhaustive.ts';
import { type DrugList, type MedicineHit, type MedicineMatch, matchMedicine, OPIOID_GROUPS } from './drug-list.ts';
import type { CodedFinding, MedicineFindingCode } from './finding-code.ts';
import { longestForm } from './match-text.ts';
import type { EnteredMedicine, MedicineForm, ScreeningPolicy, ScreeningRule, Severity } from './screening.ts';
import { clearFrom, opioidFree, SHORT_DAYS } from './washout.ts';

/** Days over which use of an opioid counts as recent (S5, and the question of the last ninety days). */
export const RECENT_DAYS = 90;

/** A medicine with what it was found to be, a person's resolution included. */
export type ReadMedicine = {
  readonly entered: EnteredMedicine;
  readonly match: MedicineMatch;
  readonly form: MedicineForm;
};

/** 'taken' is current, unknown and a last day still to come; otherwise the last day. */
type Use =
  | { readonly taken: true; readonly code: MedicineFindingCode }
  | { readonly taken: false; readonly last: LocalDate };

type Context = { readonly policy: ScreeningPolicy; readonly day: LocalDate; readonly hashimoto: boolean };

/**
 * Matches the text and code, and adds what a person decided. A resolution names something more or settles what was not
 * recognised; it takes nothing away that was found, and without a reason it does not count.
 */
export function readMedicine(list: DrugList, entered: EnteredMedicine): ReadMedicine {
  const match = matchMedicine(list, entered);
  const form =
    longestForm([match.form ?? entered.form, ...(entered.form === 'unknown' ? [] : [entered.form])]) ?? 'unknown';
  const { resolution } = entered;
  if (!resolution || resolution.reason.trim() === '') return { entered, match, form };
  if (resolution.kind === 'not-listed') return { entered, match: { ...match, status: 'recognised' }, form };
  const ingredient = list.ingredients.get(resolution.ingredient);
  if (!ingredient) return { entered, match, form };
  const { group, washout } = ingredient;
  const hit: MedicineHit = {
    ingredient: resolution.ingredient,
    group,
    ...(washout ? { washout } : {}),
    lowDose: false,
  };
  const hits = [...match.hits.filter((each) => each.ingredient !== hit.ingredient), hit];
  return { entered, match: { ...match, status: 'recognised', hits }, form };
}

/** Was this an opioid, in use on some day of the last ninety? Gut opioids within their label do not count. */
export function isRecentOpioid({ entered, match }: ReadMedicine, day: LocalDate): boolean {
  const use = useOn(entered, day);
  return match.hits.some((hit) => actsAsOpioid(hit, entered)) && (use.taken || day - use.last <= RECENT_DAYS);
}

/** Every finding about one medicine. */
export function medicineFindings(read: ReadMedicine, context: Context): readonly CodedFinding[] {
  const { entered, match } = read;
  const unresolved: readonly CodedFinding[] =
    match.status === 'recognised'
      ? []
      : [
          make(entered, '', 'unresolved', 'hard', 'medicine-not-recognised', {
            why: match.why ?? 'text-not-in-the-list',
          }),
        ];
  return [...unresolved, ...match.hits.flatMap((hit) => hitFindings(hit, read, context))];
}

function hitFindings(hit: MedicineHit, read: ReadMedicine, context: Context): readonly CodedFinding[] {
  const { entered } = read;
  const { ingredient } = hit;
  const use = useOn(entered, context.day);
  const soft = (rule: ScreeningRule, code: MedicineFindingCode): readonly CodedFinding[] =>
    use.taken ? [make(entered, ingredient, rule, 'soft', code, {}, true)] : [];
  switch (hit.group) {
    case 'opioid':
    case 'partial-agonist':
    case 'mixed-agonist':
      return opioidFindings(hit, read, use, context);
    case 'gut-opioid-when-repeated':
      if (actsAsOpioid(hit, entered)) return opioidFindings(hit, read, use, context);
      return soft('S22', 'gut-opioid-occasional');
    case 'gut-opioid':
      return loperamideFindings(hit, entered, use, context);
    case 'peripheral-agonist':
      return soft('S22', 'peripheral-opioid-agonist');
    case 'cough-not-opioid':
      return use.taken ? [make(entered, ingredient, 'S22', 'info', 'cough-medicine-not-opioid')] : [];
    case 'naltrexone':
    case 'antagonist':
      return duplicateFindings(hit, read, use);
    case 'rescue-antagonist':
      return read.match.hits.some(({ group }) => OPIOID_GROUPS.includes(group)) ? [] : soft('S1', 'naloxone-at-hand');
    case 'opioid-marker':
      return markerFindings(hit, entered, use, context.day);
    case 'liver-or-lethargy':
      return soft('S15', 'liver-or-lethargy-interaction');
    case 'thyroid-hormone':
      return context.hashimoto ? soft('S16', 'thyroid-hormone-with-hashimoto') : [];
    case 'immunosuppressant':
      return soft('S17', 'immunosuppressant-taken');
    case 'excluded-in-trials':
      return use.taken ? [make(entered, ingredient, 'S21', 'info', 'excluded-in-single-trials')] : [];
    default:
      return hit.group === 'none' ? [] : unreachable(hit.group);
  }
}

function opioidFindings(hit: MedicineHit, read: ReadMedicine, use: Use, context: Context): readonly CodedFinding[] {
  const { entered, form } = read;
  const { ingredient, washout = 'long' } = hit;
  if (use.taken) return [make(entered, ingredient, 'S1', 'hard', use.code)];
  const last = formatLocalDate(use.last);
  const { rule, days } = opioidFree(washout, form, context.policy);
  const findings: CodedFinding[] = [];
  if (days === undefined)
    findings.push(make(entered, `${ingredient}/${last}`, rule, 'hard', 'washout-depot', { lastTaken: last }, true));
  else if (context.day < clearFrom(use.last, days)) {
    const clear = clearFrom(use.last, days);
    const about = { days, lastTaken: last, clearFrom: formatLocalDate(clear) };
    const code = context.policy.washout === 'research' ? 'washout-research' : WASHOUT_CODE[rule];
    findings.push({ ...make(entered, `${ingredient}/${last}`, rule, 'hard', code, about), clearFrom: clear });
  }
  if (context.day - use.last <= RECENT_DAYS && entered.chronic !== false) {
    const code = entered.chronic ? 'opioid-chronic' : 'opioid-chronic-not-said';
    findings.push(make(entered, `${ingredient}/${last}`, 'S5', 'hard', code, { lastTaken: last }, true));
  }
  return findings;
}

const WASHOUT_CODE = {
  S2: 'washout-short',
  S3: 'washout-partial-agonist-or-methadone',
  S4: 'washout-long',
} as const;

/** Label use acts on the gut alone; more, or nobody knows, may be taken for its effect on the brain. */
function loperamideFindings(
  { ingredient }: MedicineHit,
  entered: EnteredMedicine,
  use: Use,
  { day }: Context,
): readonly CodedFinding[] {
  const withinLabel = entered.beyondLabel === false;
  if (use.taken && withinLabel) return [make(entered, ingredient, 'S22', 'soft', 'loperamide', {}, true)];
  if (use.taken) return [make(entered, ingredient, 'S22', 'hard', 'loperamide-beyond-label')];
  const clear = clearFrom(use.last, SHORT_DAYS);
  if (withinLabel || day >= clear) return [];
  const last = formatLocalDate(use.last);
  const about = { days: SHORT_DAYS, lastTaken: last, clearFrom: formatLocalDate(clear) };
  const found = make(entered, `${ingredient}/${last}`, 'S22', 'hard', 'loperamide-beyond-label', about);
  return [{ ...found, clearFrom: clear }];
}

/** A tablet is gone with its last day; a depot lasts for weeks, and a clinician knows how many. */
function duplicateFindings(hit: MedicineHit, { entered, form }: ReadMedicine, use: Use): readonly CodedFinding[] {
  const { ingredient, group, lowDose } = hit;
  if (use.taken && lowDose) return [make(entered, ingredient, 'S18', 'hard', 'naltrexone-already-taken', {}, true)];
  const code = group === 'naltrexone' ? 'naltrexone-duplicate' : 'antagonist-duplicate';
  if (use.taken) return [make(entered, ingredient, 'S18', 'hard', code)];
  if (form !== 'depot') return [];
  const last = formatLocalDate(use.last);
  return [make(entered, `${ingredient}/${last}`, 'S18', 'hard', 'antagonist-depot', { lastTaken: last }, true)];
}

/** Given to people who take opioids or who stop them: asked about for ninety days. */
function markerFindings(
  { ingredient }: MedicineHit,
  entered: EnteredMedicine,
  use: Use,
  day: LocalDate,
): readonly CodedFinding[] {
  if (!use.taken && day - use.last > RECENT_DAYS) return [];
  return [make(entered, ingredient, 'S1', 'hard', 'opioid-marker', {}, true)];
}

function actsAsOpioid({ group }: MedicineHit, { beyondLabel }: EnteredMedicine): boolean {
  if (group === 'gut-opioid-when-repeated') return beyondLabel !== false;
  return OPIOID_GROUPS.includes(group);
}

function useOn({ use }: EnteredMedicine, day: LocalDate): Use {
  if (use.kind === 'current') return { taken: true, code: 'opioid-current' };
  if (use.kind === 'unknown') return { taken: true, code: 'opioid-use-unknown' };
  if (use.lastTaken <= day) return { taken: false, last: use.lastTaken };
  return { taken: true, code: 'opioid-last-taken-in-future' };
}

function make(
  { id, text, code: coded }: EnteredMedicine,
  subject: string,
  rule: ScreeningRule,
  severity: Severity,
  code: MedicineFindingCode,
  about: Readonly<Record<string, string | number>> = {},
  overridable = false,
): CodedFinding {
  const key = [rule, code, id, subject].filter((part) => part !== '').join('/');
  const entered = text.trim() === '' ? (coded?.code ?? '') : text.trim();
  const ingredient = subject.split('/')[0] ?? '';
  const told = { text: entered, ...(ingredient === '' ? {} : { ingredient }), ...about };
  return { key, rule, severity, code, about: told, medicine: id, overridable };
}
