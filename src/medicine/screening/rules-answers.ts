/**
 * What do the rules say about the answers, the blood tests and the planned operation? S5-S14, S16-S20, and every question
 * nobody answered: "unknown" blocks as long as it stands (H4, H22, H23, H24, H37).
 */
import { formatLocalDate, type LocalDate } from '../../base/calendar.ts';
import type { AnswerFindingCode, CodedFinding } from './finding-code.ts';
import { RESCREEN_AFTER_DAYS } from './rescreen.ts';
import {
  type Answer,
  QUESTIONS,
  type Question,
  type ScreeningAnswers,
  type ScreeningRule,
  type Severity,
} from './screening.ts';

/** What the medicines already say, so that nothing is said twice or contradicts. */
export type AnswersContext = {
  readonly day: LocalDate;
  /** An opioid used within ninety days is among the medicines. */
  readonly recentOpioidNamed: boolean;
  /** Any opioid, however long ago, is among the medicines. */
  readonly opioidNamed: boolean;
  readonly immunosuppressantNamed: boolean;
};

/** Days before an operation from which no dose is taken: 72 hours, counted in whole civil days. */
export const OPERATION_HOLD_DAYS = 3;
/** From here on an operation waits for a prescriber's plan; before, it is only to be read. */
const OPERATION_PLANNED_DAYS = 14;
/** ALT or AST in multiples of the upper limit; proposed thresholds. Above the first soft, above the second hard. */
export const LIVER_SOFT = 3;
export const LIVER_HARD = 5;
/** eGFR, mL/min/1.73 m2: below it the label warns of severe renal impairment. */
export const KIDNEY_SOFT = 30;

/** `dated`: the finding belongs to that day's answers, so a reason holds until they are given anew. */
type Told = {
  readonly rule: ScreeningRule;
  readonly severity: Severity;
  readonly code: AnswerFindingCode;
  readonly overridable: boolean;
  readonly dated: boolean;
};

const told = (rule: ScreeningRule, severity: Severity, code: AnswerFindingCode, more: string): Told => ({
  rule,
  severity,
  code,
  overridable: severity === 'soft' || more.includes('overridable'),
  dated: more.includes('dated'),
});

/** The answer that makes a finding is yes, but for 'adult'. Undefined: handled on its own below. */
const TOLD: Readonly<Record<Question, Told | undefined>> = {
  adult: told('S19', 'hard', 'not-adult', ''),
  'opioid-not-on-the-list-now': told('S1', 'hard', 'opioid-not-on-the-list-now', ''),
  'opioid-in-the-last-90-days': undefined,
  'failed-naloxone-challenge': told('S5', 'hard', 'failed-naloxone-challenge', 'overridable dated'),
  'positive-opioid-urine-test': told('S5', 'hard', 'positive-opioid-urine-test', 'overridable dated'),
  'hypersensitive-to-naltrexone': told('S6', 'hard', 'hypersensitive-to-naltrexone', ''),
  'hypersensitive-to-excipient': told('S6', 'hard', 'hypersensitive-to-excipient', 'overridable'),
  'acute-hepatitis-or-liver-failure': told('S7', 'hard', 'acute-hepatitis-or-liver-failure', ''),
  'cirrhosis-child-pugh-b-or-c': told('S8', 'soft', 'cirrhosis-child-pugh-b-or-c', ''),
  'pregnant-or-trying': told('S10', 'soft', 'pregnant-or-trying', 'dated'),
  breastfeeding: told('S10', 'soft', 'breastfeeding', 'dated'),
  'operation-planned-within-14-days': undefined,
  'ever-used-opioids-regularly': told('S13', 'info', 'overdose-vulnerability', ''),
  'depressed-or-suicidal': told('S14', 'soft', 'depressed-or-suicidal', 'dated'),
  'hashimoto-thyroiditis': undefined, // S16 speaks with the thyroid hormone
  'organ-transplant': told('S17', 'hard', 'organ-transplant', 'overridable'),
  'immunosuppressant-or-biologic': undefined,
  'alcohol-use-disorder': told('S20', 'soft', 'alcohol-use-disorder', ''),
  psychosis: told('S20', 'soft', 'psychosis', ''),
  'demyelinating-disease': told('S20', 'soft', 'demyelinating-disease', ''),
  cancer: told('S20', 'soft', 'cancer', ''),
  'fifty-milligram-tablets-at-home': told('S18', 'soft', 'fifty-milligram-tablets-at-home', ''),
};

const IMMUNE = told('S17', 'soft', 'immunosuppressant-or-biologic', '');
const CARD: CodedFinding = simple('S12', 'info', 'emergency-card');

/** Every finding about the answers; one that says so where there are none. */
export function answerFindings(given: ScreeningAnswers | undefined, context: AnswersContext): readonly CodedFinding[] {
  if (!given) return [simple('unanswered', 'hard', 'never-answered'), CARD];
  return [
    CARD,
    ...ageFindings(given, context.day),
    ...QUESTIONS.flatMap((question) => questionFindings(question, given, context)),
    ...opioidFindings(given, context),
    ...liverFindings(given),
    ...kidneyFindings(given),
    ...operationFindings(given, context.day),
  ];
}

/** Answers of a day still to come count for nothing; old ones open no new step until they are given anew. */
function ageFindings({ on }: ScreeningAnswers, day: LocalDate): readonly CodedFinding[] {
  const about = { on: formatLocalDate(on) };
  if (!(on <= day)) return [simple('unanswered', 'hard', 'answered-in-future', about)];
  const ageDays = day - on;
  if (ageDays <= RESCREEN_AFTER_DAYS) return [];
  return [simple('unanswered', 'soft', 'answers-stale', { ...about, ageDays, limit: RESCREEN_AFTER_DAYS }, about.on)];
}

function questionFindings(
  question: Question,
  { answers, on }: ScreeningAnswers,
  context: AnswersContext,
): readonly CodedFinding[] {
  const answer: Answer | undefined = answers[question];
  if (answer !== 'yes' && answer !== 'no')
    return [simple('unanswered', 'hard', 'answer-unknown', { question }, question)];
  if (answer === (question === 'adult' ? 'yes' : 'no')) return [];
  const immune = question === 'immunosuppressant-or-biologic' && !context.immunosuppressantNamed;
  const found = immune ? IMMUNE : TOLD[question];
  if (!found) return [];
  const { rule, severity, code, overridable, dated } = found;
  const day = formatLocalDate(on);
  return [{ ...simple(rule, severity, code, { on: day }, dated ? day : ''), overridable }];
}

/** An opioid nobody has named has no washout; one that was taken at all leaves someone more vulnerable. */
function opioidFindings(
  { answers, on }: ScreeningAnswers,
  { recentOpioidNamed, opioidNamed }: AnswersContext,
): readonly CodedFinding[] {
  const unnamed = answers['opioid-in-the-last-90-days'] === 'yes' && !recentOpioidNamed;
  const told = answers['ever-used-opioids-regularly'] === 'yes'; // said above
  return [
    ...(unnamed ? [simple('S2', 'hard', 'opioid-in-90-days-not-named', { on: formatLocalDate(on) })] : []),
    ...(opioidNamed && !told ? [simple('S13', 'info', 'overdose-vulnerability')] : []),
  ];
}

function liverFindings({ liverTimesUpperLimit: times }: ScreeningAnswers): readonly CodedFinding[] {
  if (times === undefined) return [simple('S8', 'info', 'liver-not-measured')];
  if (!(times >= 0 && times < 1000)) return [simple('unanswered', 'hard', 'liver-value-unreadable')];
  if (times > LIVER_HARD) return [simple('S8', 'hard', 'liver-above-five', { times, limit: LIVER_HARD })];
  if (!(times > LIVER_SOFT)) return [];
  return [acknowledged(simple('S8', 'soft', 'liver-above-three', { times, limit: LIVER_SOFT }, String(times)))];
}

function kidneyFindings({ egfr }: ScreeningAnswers): readonly CodedFinding[] {
  if (egfr === undefined) return [simple('S9', 'info', 'kidney-not-measured')];
  if (!(egfr >= 0 && egfr < 1000)) return [simple('unanswered', 'hard', 'kidney-value-unreadable')];
  if (egfr >= KIDNEY_SOFT) return [];
  return [acknowledged(simple('S9', 'soft', 'kidney-below-thirty', { egfr, limit: KIDNEY_SOFT }, String(egfr)))];
}

/**
 * A date counts whether or not the question says yes. The hold begins with whole days, so that the last dose lies 72
 * hours before any hour of the operation; after it, opioids may have been given, so the answers have to be new.
 */
function operationFindings({ answers, operationOn, on }: ScreeningAnswers, day: LocalDate): readonly CodedFinding[] {
  const planned = answers['operation-planned-within-14-days'] === 'yes';
  if (operationOn === undefined) return planned ? [simple('S11', 'hard', 'operation-date-missing')] : [];
  const date = formatLocalDate(operationOn);
  if (!(operationOn >= day)) {
    const dealtWith = !planned && operationOn < on;
    return dealtWith ? [] : [simple('S11', 'hard', 'operation-past', { operationOn: date }, date)];
  }
  const holdFrom = (operationOn - OPERATION_HOLD_DAYS) as LocalDate;
  const about = { operationOn: date, holdFrom: formatLocalDate(holdFrom) };
  if (day >= holdFrom) return [acknowledged(simple('S11', 'hard', 'operation-hold', about, date))];
  const near = operationOn - day <= OPERATION_PLANNED_DAYS;
  return near
    ? [acknowledged(simple('S11', 'soft', 'operation-planned', about, date))]
    : [simple('S11', 'info', 'operation-planned', about, date)];
}

const acknowledged = (finding: CodedFinding): CodedFinding => ({ ...finding, overridable: true });

function simple(
  rule: ScreeningRule,
  severity: Severity,
  code: AnswerFindingCode,
  about: Readonly<Record<string, string | number>> = {},
  subject = '',
): CodedFinding {
  const key = [rule, code, subject].filter((part) => part !== '').join('/');
  return { key, rule, severity, code, about, overridable: false };
}
