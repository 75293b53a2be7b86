/**
 * The letter to a doctor as a file: from the case as it is, the finding of its days, and what is known of the drug. Made
 * anew each time and kept nowhere; that it was made is a reading, on record like every other (H16). A letter about a
 * course needs a plan that had force; without one it can only be a request to consider (H35).
 */
import type { Analysis } from '../analysis/finding.ts';
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import type { CaseId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { CaseState } from '../records/case-state.ts';
import { EVIDENCE } from '../report/evidence.ts';
import { type LetterFacts, type LetterKind, letterOf, ROOM } from '../report/letter/letter.ts';
import type { LetterWords } from '../report/letter/letter-words.ts';
import { unsettable } from '../report/letter/typeface.ts';
import { typstOf } from '../report/letter/typst.ts';
import type { Actor, Denial } from './authority.ts';
import { type OpenedCase, readCase } from './case-record.ts';
import { screenCase } from './case-record-row.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import { computeFinding, openFinding } from './find.ts';
import type { Ports } from './ports.ts';

export type LetterInput = {
  readonly kind: LetterKind;
  readonly day: LocalDate;
  readonly words: LetterWords;
  /** As typed for this letter; kept nowhere. */
  readonly addressee?: string;
  readonly patientName?: string;
};

/** 'letter-of-other-kind': there is a plan, or there is none; `fits` says which letter can be made. */
export type LetterRefusal =
  | Denial
  | DayImplausible
  | { readonly code: 'letter-of-other-kind'; readonly fits: LetterKind }
  | {
      readonly code: 'letter-text-unprintable';
      readonly field: 'addressee' | 'patientName';
      readonly characters: readonly string[];
    };

/** `name` says neither whom nor what it is about (H31). */
export type LetterFile = { readonly name: string; readonly bytes: Uint8Array };

export async function makeLetter(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: LetterInput,
): Promise<Result<LetterFile, LetterRefusal>> {
  const { kind, day, words } = input;
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  for (const field of ['addressee', 'patientName'] as const) {
    const characters = unsettable(input[field] ?? '');
    if (characters.length > 0) return err({ code: 'letter-text-unprintable', field, characters });
  }
  const opened = await readCase(ports, actor, id, 'letter.make');
  if (!opened.ok) return opened;
  const fits = hadPlan(opened.value.state) ? 'course' : 'request';
  if (kind !== fits) return err({ code: 'letter-of-other-kind', fits });
  const facts = await factsOf(ports, opened.value, input);
  return ok({ name: `letter-${formatLocalDate(day)}.pdf`, bytes: await setInTwoPages(ports, facts, words) });
}

const hadPlan = ({ plans }: CaseState): boolean => plans.some(({ forceFrom }) => forceFrom !== undefined);

async function factsOf(ports: Ports, { state, key }: OpenedCase, input: LetterInput): Promise<LetterFacts> {
  const { kind, day, addressee, patientName } = input;
  const { people } = ports.storage;
  const clinic = await people.clinic(state.clinic);
  const signers = [...new Set(state.plans.flatMap(({ signatures }) => signatures.map(({ by }) => by)))];
  const found = await Promise.all(signers.map((by) => people.person(state.clinic, by)));
  const analysis = await analysisOf(ports, state, key);
  return {
    kind,
    day,
    state,
    screening: screenCase(state, ports.drugs, day),
    evidence: EVIDENCE,
    names: Object.fromEntries(found.flatMap((person) => (person ? [[person.person, person.name]] : []))),
    ...(analysis === undefined ? {} : { analysis }),
    ...(ports.settings.synthetic ? { synthetic: true } : {}),
    ...(clinic === undefined || clinic.state === 'solo' ? {} : { clinic: clinic.name }),
    ...(addressee === undefined ? {} : { addressee }),
    ...(patientName === undefined ? {} : { patientName }),
  };
}

/** Of the days as they are now: a letter never shows an older finding than its diary. */
async function analysisOf(ports: Ports, state: CaseState, key: Uint8Array): Promise<Analysis | undefined> {
  const computed = await computeFinding(ports, state.clinic, state.case);
  if (computed.outcome === 'nothing') return undefined;
  const stored = await ports.storage.findings.get(state.clinic, state.case, computed.finding.finding);
  return stored && openFinding(ports, key, stored).analysis;
}

/** The roomiest form that fits; that the tightest always does is what `ROOM` is for. */
function setInTwoPages({ typesetter }: Ports, facts: LetterFacts, words: LetterWords): Promise<Uint8Array> {
  return typesetter.typeset(
    ROOM.map((room) => typstOf(letterOf(facts, words, room))),
    2,
  );
}
