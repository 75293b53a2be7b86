/**
 * May low-dose naltrexone be started or gone on with? Every rule over every medicine and answer, with a prescriber's
 * reasons laid over what may be set aside. Decides nothing: it lists what stands in the way (H4-H7, H12, H22-H24, H37).
 */
import type { LocalDate } from '../../base/calendar.ts';
import { formatLocalDate } from '../../base/calendar.ts';
import type { DrugList } from './drug-list.ts';
import type { CodedFinding, CodedScreening } from './finding-code.ts';
import { answerFindings } from './rules-answers.ts';
import { isRecentOpioid, medicineFindings, readMedicine } from './rules-medicines.ts';
import {
  RULES,
  type Screening,
  type ScreeningInput,
  type ScreeningOverride,
  type ScreeningPolicy,
  type Severity,
} from './screening.ts';

export type { CodedFinding, CodedScreening, FindingCode } from './finding-code.ts';
export { RESCREEN_AFTER_DAYS, type RescreenReason, rescreenReasons } from './rescreen.ts';

/** Screens a case on a civil day. The same input gives the same findings in the same order. */
export function screen(input: ScreeningInput, list: DrugList, policy: ScreeningPolicy, day: LocalDate): CodedScreening {
  const medicines = input.medicines.map((entered) => readMedicine(list, entered));
  const hashimoto = input.answers?.answers['hashimoto-thyroiditis'] !== 'no';
  const found = [
    ...medicines.flatMap((read) => medicineFindings(read, { policy, day, hashimoto })),
    ...answerFindings(input.answers, {
      day,
      recentOpioidNamed: medicines.some((read) => isRecentOpioid(read, day)),
      opioidNamed: medicines.some(({ match }) => match.hits.some(({ washout }) => washout !== undefined)),
      immunosuppressantNamed: medicines.some(({ match }) =>
        match.hits.some(({ group }) => group === 'immunosuppressant'),
      ),
    }),
    ...listFindings(list, day),
  ];
  const findings = found.map((finding) => overridden(finding, input.overrides, day)).sort(bySeverity);
  const open = findings.filter(({ overriddenBy }) => overriddenBy === undefined);
  const hard = open.filter(({ severity }) => severity === 'hard');
  const clear = waitsUntil(hard);
  return {
    on: day,
    listVersion: list.version,
    findings,
    openHard: hard.length,
    openSoft: open.filter(({ severity }) => severity === 'soft').length,
    ...(clear === undefined ? {} : { clearFrom: clear }),
  };
}

/** Soft findings a prescriber is shown at once; more than a few are clicked away (H37). */
export const SHOWN_AT_ONCE = 3;

/**
 * What to put before a prescriber first: every open hard finding, then at most `SHOWN_AT_ONCE` soft ones; `more` counts
 * the soft ones left for later, which still need their reason.
 */
export function foremost<S extends Pick<Screening, 'findings'>>(
  screening: S,
): { readonly findings: readonly S['findings'][number][]; readonly more: number } {
  const open = screening.findings.filter(({ overriddenBy }) => overriddenBy === undefined);
  const soft = open.filter(({ severity }) => severity === 'soft');
  const hard = open.filter(({ severity }) => severity === 'hard');
  return { findings: [...hard, ...soft.slice(0, SHOWN_AT_ONCE)], more: Math.max(0, soft.length - SHOWN_AT_ONCE) };
}

/** A list older than its last day may miss an opioid (H7). */
function listFindings(list: DrugList, day: LocalDate): readonly CodedFinding[] {
  if (day <= list.expires) return [];
  const about = { version: list.version, expires: formatLocalDate(list.expires) };
  const key = `list-expired/${list.version}`;
  return [{ key, rule: 'list-expired', severity: 'hard', code: 'list-expired', about, overridable: false }];
}

/** The latest reason for exactly this key, given by somebody by that day; on what may not be set aside it is ignored. */
function overridden(finding: CodedFinding, overrides: readonly ScreeningOverride[], day: LocalDate): CodedFinding {
  if (!finding.overridable) return finding;
  const given = overrides.filter(
    ({ key, person, reason, on }) => key === finding.key && person !== '' && reason.trim() !== '' && on <= day,
  );
  const latest = given.reduce<ScreeningOverride | undefined>((a, b) => (a && a.on > b.on ? a : b), undefined);
  if (!latest) return finding;
  return { ...finding, overriddenBy: { person: latest.person, reason: latest.reason, on: latest.on } };
}

const SEVERITIES: readonly Severity[] = ['hard', 'soft', 'info'];

function bySeverity(a: CodedFinding, b: CodedFinding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    RULES.indexOf(a.rule) - RULES.indexOf(b.rule) ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}

/** The day on which the last of them is over, when each has such a day. */
function waitsUntil(hard: readonly CodedFinding[]): LocalDate | undefined {
  let latest: LocalDate | undefined;
  for (const { clearFrom } of hard) {
    if (clearFrom === undefined) return undefined;
    if (latest === undefined || clearFrom > latest) latest = clearFrom;
  }
  return latest;
}
