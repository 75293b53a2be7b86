/** A case to be screened, whole and clear but for what a test changes. */
import { type LocalDate, localDate } from '../../src/base/calendar.ts';
import { BUILT_IN_LIST as LIST } from '../../src/medicine/screening/built-in-list.ts';
import { type CodedScreening, screen } from '../../src/medicine/screening/rules.ts';
import {
  type Answer,
  type EnteredMedicine,
  QUESTIONS,
  type Question,
  type ScreeningAnswers,
  type ScreeningOverride,
} from '../../src/medicine/screening/screening.ts';

export const DAY = localDate(2026, 12, 1);
export const ago = (days: number): LocalDate => (DAY - days) as LocalDate;
const LABEL = { washout: 'label' } as const;
export const NO: Readonly<Record<Question, Answer>> = {
  ...(Object.fromEntries(QUESTIONS.map((question) => [question, 'no'])) as Record<Question, Answer>),
  adult: 'yes',
};
/** Nothing stands in the way. */
export const clear: ScreeningAnswers = { on: DAY, answers: NO, liverTimesUpperLimit: 1, egfr: 90 };
export const answered = (
  change: Partial<Record<Question, Answer>>,
  more: Partial<ScreeningAnswers> = {},
): ScreeningAnswers => ({
  ...clear,
  ...more,
  answers: { ...NO, ...change },
});
export const medicine = (text: string, more: Partial<EnteredMedicine> = {}): EnteredMedicine => ({
  id: 'm1',
  text,
  form: 'unknown',
  use: { kind: 'current' },
  ...more,
});
type Asked = {
  readonly medicines?: readonly EnteredMedicine[];
  readonly answers?: ScreeningAnswers | undefined;
  readonly overrides?: readonly ScreeningOverride[];
  readonly day?: LocalDate;
  readonly research?: boolean;
};
export function ask({ medicines = [], overrides = [], day = DAY, research = false, ...more }: Asked): CodedScreening {
  const answers = 'answers' in more ? more.answers : clear;
  return screen({ medicines, overrides, answers }, LIST, research ? { washout: 'research' } : LABEL, day);
}
/** "hard S1 opioid-current" and so on, without what is only to be read. */
export const said = ({ findings }: CodedScreening): readonly string[] =>
  findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ severity, rule, code }) => `${severity} ${rule} ${code}`);
export const stopped = (days: number, more: Partial<EnteredMedicine> = {}): Partial<EnteredMedicine> => ({
  chronic: false,
  ...more,
  use: { kind: 'stopped', lastTaken: ago(days) },
});
