/**
 * The report of a blinded trial, for those it is about and those who decide: from the record as it is, once the allocation
 * was opened, and never before (H13). The answer is computed away from the thread that serves; nothing is kept. That it
 * was read is on record like every reading (H16).
 */
import type { TrialAnswer } from '../analysis/trial/trial-answer.ts';
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import type { CaseId, TrialId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import { EVIDENCE } from '../report/evidence.ts';
import { documentOf } from '../report/trial/document.ts';
import { runOf } from '../report/trial/opened-run.ts';
import { reportToJson, type TrialReportJson } from '../report/trial/report-json.ts';
import { type NotOpened, type OpenedTrial, openedTrial } from '../report/trial/trial-facts.ts';
import { type TrialReport, trialReport } from '../report/trial/trial-report.ts';
import type { TrialWords } from '../report/trial/trial-words.ts';
import { typstOfReport } from '../report/trial/typst.ts';
import type { TrialRequest } from './analyse-diary.ts';
import type { Actor, Denial } from './authority.ts';
import { type OpenedCase, readCase } from './case-record.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import type { LetterFile } from './letter.ts';
import type { Ports } from './ports.ts';
import { knownTrial, type TrialUnknown } from './trial/gates.ts';

export type TrialReportInput = {
  readonly trial: TrialId;
  /** The day on the report. */
  readonly day: LocalDate;
  readonly words: TrialWords;
};

export type TrialReportRefusal = Denial | DayImplausible | TrialUnknown | NotOpened;

/** For a machine, and for a page that shows it. */
export async function readTrialReport(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: TrialReportInput,
): Promise<Result<TrialReportJson, TrialReportRefusal>> {
  const made = await makeReport(ports, actor, id, input);
  return made.ok ? ok(reportToJson(made.value, input.words)) : made;
}

/** As a file. `name` says neither whom nor what it is about (H31). */
export async function printTrialReport(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: TrialReportInput,
): Promise<Result<LetterFile, TrialReportRefusal>> {
  const made = await makeReport(ports, actor, id, input);
  if (!made.ok) return made;
  const text = typstOfReport(documentOf(made.value, input.words));
  const bytes = await ports.typesetter.typeset([text], 'any');
  return ok({ name: `report-${formatLocalDate(input.day)}.pdf`, bytes });
}

async function makeReport(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { trial, day }: TrialReportInput,
): Promise<Result<TrialReport, TrialReportRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  const read = await readCase(ports, actor, id, 'trial.report');
  if (!read.ok) return read;
  const known = knownTrial(read.value.state, trial);
  if (!known.ok) return known;
  const opened = openedTrial(known.value);
  if (!opened.ok) return opened;
  const run = runOf(read.value.state, opened.value);
  const answer = (await ports.analysts.analyse({ trialRun: run } satisfies TrialRequest)) as TrialAnswer;
  const people = await peopleOf(ports, read.value, opened.value);
  return ok(
    trialReport({ day, state: read.value.state, trial: opened.value, run, answer, evidence: EVIDENCE, ...people }),
  );
}

/** Names of those who acted; the patient is not among them. */
async function peopleOf({ storage: { people }, settings }: Ports, { state }: OpenedCase, trial: OpenedTrial) {
  const { designedBy, signed, started, stopped, opened, dispensed, codeBroken } = trial;
  const acted = [designedBy, signed.by, started.by, opened.by, ...(stopped ? [stopped.by] : [])];
  const others = [...dispensed, ...codeBroken].map(({ decidedBy }) => decidedBy);
  const ids = [...new Set([...acted, ...others])].filter((person) => person !== state.patient);
  const clinic = await people.clinic(state.clinic);
  const found = await Promise.all(ids.map((person) => people.person(state.clinic, person)));
  return {
    names: Object.fromEntries(found.flatMap((person) => (person ? [[person.person, person.name]] : []))),
    ...(clinic === undefined ? {} : { clinic: clinic.name }),
    ...(settings.synthetic ? { synthetic: true } : {}),
  };
}
