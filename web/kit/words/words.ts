/**
 * Everything a language must be able to say, in one type: a second language is one more object of it, and does not
 * compile until it has words for every code, grade and number.
 */
import type { JourneyName } from '../../../src/analysis/journey.ts';
import type { ChartWords } from '../../../src/chart/words.ts';
import type { FindingWords, ReportWords } from '../../../src/report/words.ts';
import type { answerWords } from './en/answer.ts';
import type { clinicWords } from './en/clinic.ts';
import type { demoBarWords } from './en/demo-bar.ts';
import type { deskWords } from './en/desk.ts';
import type { doorWords } from './en/door.ts';
import type { frontWords } from './en/front.ts';
import type { ownWords } from './en/own.ts';
import type { patientWords } from './en/patient.ts';
import type { trialWords } from './en/patient-trial.ts';
import type { TableWords } from './table.ts';

export type AnswerWords = typeof answerWords;
export type DeskWords = typeof deskWords;
export type DoorWords = typeof doorWords;
export type FrontWords = typeof frontWords;
export type OwnWords = typeof ownWords;
export type DemoBarWords = typeof demoBarWords;
export type PatientWords = typeof patientWords;
/** Of a trial on the patient's page. */
export type TrialWords = typeof trialWords;
export type ClinicWords = typeof clinicWords;

/** What the analysis desk says. */
export type Words = {
  readonly finding: FindingWords;
  readonly chart: ChartWords;
  readonly report: ReportWords;
  readonly answer: AnswerWords;
  readonly table: TableWords;
  /** What each example is called. */
  readonly journeys: Readonly<Record<JourneyName, string>>;
  readonly desk: DeskWords;
};
