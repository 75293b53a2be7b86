/**
 * A clinic of ten thousand cases and a year of days each, written through the real encoding: events, seals, hashes, heads,
 * rows, snapshots, and a finding per case. Made once and kept; `bench/server.ts` works on copies of it.
 */
import type { LocalDate } from '../src/base/calendar.ts';
import { type Id, idFrom, type PersonId } from '../src/base/ids.ts';
import { QUESTIONS, type ScreeningAnswers } from '../src/medicine/screening/screening.ts';
import { templatePlan } from '../src/medicine/templates.ts';
import { foldEvents } from '../src/records/course.ts';
import type { CaseEvent } from '../src/records/event.ts';
import { GENESIS } from '../src/records/ledger.ts';
import { signedHash } from '../src/records/signature.ts';
import { rowAfter } from '../src/service/case-record-row.ts';
import { recordAfter, sealEntries, sealSnapshot, signHead } from '../src/service/case-record-seal.ts';
import type { Ports } from '../src/service/ports.ts';
import { openSession } from '../src/service/sessions.ts';

export type Patient = { readonly token: string; readonly case: string };
export type Scale = { readonly cases: number; readonly days: number };

const DAY = 86_400_000;
/** The stored year ends so many days ago, so that there are days to send: single ones, then a month's. */
export const DAYS_TO_SEND = 40;
const today = (): LocalDate => Math.floor(Date.now() / DAY) as LocalDate;

/**
 * Fills a store with a clinic; the patients' sessions, for the load. `told` is called with the number of cases written,
 * `begun` with a session of the prescriber of them all.
 */
export async function fillClinic(
  ports: Ports,
  scale: Scale,
  told: (cases: number) => void,
  begun: (prescriberToken: string) => void = () => {},
): Promise<Patient[]> {
  const id = <Of extends string>(): Id<Of> => idFrom<Of>(ports.clock.now(), ports.entropy.bytes(10));
  const clinic = id<'clinic'>();
  const at = ports.clock.now() - (scale.days + DAYS_TO_SEND + 1) * DAY;
  const { people } = ports.storage;
  await people.saveClinic({ clinic, name: 'Bench', state: 'open', maximumCeiling: 4500, at });
  const prescriber = id<'person'>();
  const doctor = { clinic, person: prescriber, name: 'Dr', roles: ['prescriber'], state: 'active', at } as const;
  await people.savePerson(doctor);
  begun((await openSession(ports, doctor, { device: 'bench', from: '' })).token);
  const patients: Patient[] = [];
  const writing = new Set<Promise<unknown>>();
  for (let n = 0; n < scale.cases; n++) {
    const person = { clinic, person: id<'person'>(), name: `P${n}`, roles: ['patient'], state: 'active', at } as const;
    await people.savePerson(person);
    const { token } = await openSession(ports, person, { device: 'bench', from: '' });
    const written = await writeCase(ports, { clinic, prescriber, patient: person.person, n, days: scale.days });
    patients.push({ token, case: written.case });
    const done = written.stored.finally(() => writing.delete(done));
    writing.add(done);
    if (writing.size >= 16) await Promise.race(writing);
    if (n % 50 === 49) told(n + 1);
  }
  await Promise.all(writing);
  return patients;
}

type Making = {
  readonly clinic: Id<'clinic'>;
  readonly prescriber: PersonId;
  readonly patient: PersonId;
  readonly n: number;
  readonly days: number;
};

async function writeCase(ports: Ports, { clinic, prescriber, patient, n, days }: Making) {
  const { vault, drugs, storage } = ports;
  const now = ports.clock.now();
  const id = idFrom<'case'>(now, ports.entropy.bytes(10));
  const start = (today() - days - DAYS_TO_SEND) as LocalDate;
  const opening = openingEvents(ports, { clinic, prescriber, patient, n, start, id });
  const kept = Array.from({ length: days }, (_, i) => keptDay((start + i) as LocalDate, n));
  const head = { clinic, case: id, seq: 0 };
  const events = [...opening, ...kept].map((event, i) => ({
    id: idFrom<'event'>(start * DAY + Math.max(0, i - opening.length) * DAY + 12 * 3_600_000, ports.entropy.bytes(10)),
    event,
    ...(event.kind === 'day-kept' ? { skew: 40 } : {}),
  }));
  const recorded = recordAfter(head, events, patient, start * DAY).map((each, i) => ({
    ...each,
    at: start * DAY + Math.max(0, i - opening.length) * DAY + 12 * 3_600_000,
  }));
  const state = foldEvents(undefined, recorded);
  const key = vault.newKey();
  const entries = sealEntries(vault, key, GENESIS, recorded);
  const signed = signHead(vault, entries);
  const last = recorded.at(-1)?.at ?? now;
  const row = { ...rowAfter(state, drugs, recorded, last), openedAt: recorded[0]?.at ?? last };
  const snapshot = sealSnapshot(vault, key, signed, state);
  const tie = (person: PersonId, relation: 'patient' | 'prescriber') => ({
    clinic,
    case: id,
    person,
    relation,
    since: last,
  });
  const tiesMade = [tie(patient, 'patient'), tie(prescriber, 'prescriber')];
  const finding = idFrom<'finding'>(last, ports.entropy.bytes(10));
  const stored = storage.ledger
    .append({ clinic, case: id, expected: 0, entries, head: signed, row, snapshot, key, tiesMade })
    .then(() =>
      storage.findings.add({
        ...{ clinic, case: id, finding, diarySeq: row.diarySeq, dataHash: '0'.repeat(64), revision: '1', at: last },
        payload: vault.seal(key, '{"findings":[],"refusals":[]}', `${clinic}/${id}/finding/${finding}`),
      }),
    );
  return { case: id, stored };
}

type Opening = Omit<Making, 'days'> & { readonly start: LocalDate; readonly id: Id<'case'> };

/** A case as a prescriber opens it, screened, with a plan that is in force today. */
function openingEvents(ports: Ports, { clinic, prescriber, patient, n, start, id }: Opening): readonly CaseEvent[] {
  const answers = Object.fromEntries(QUESTIONS.map((question) => [question, question === 'adult' ? 'yes' : 'no']));
  const screening = { on: start, listVersion: ports.drugs.version };
  const plan = idFrom<'plan'>(ports.clock.now(), ports.entropy.bytes(10));
  const content = templatePlan('seed-weekly');
  const validFrom = (start + DAYS_TO_SEND) as LocalDate;
  const days = { validFrom, validTo: (validFrom + 366) as LocalDate, startAt: 'baseline' as const };
  const decision = { clinic, case: id, plan, content, ...days, screening, signer: prescriber };
  const label = `B-${String(n).padStart(5, '0')}`;
  return [
    ...([
      { kind: 'case-opened', version: 1, patient, label, indications: ['M79.7'], solo: false, washout: 'label' },
      { kind: 'tie-made', version: 1, person: patient, relation: 'patient' },
      { kind: 'tie-made', version: 1, person: prescriber, relation: 'prescriber' },
      {
        kind: 'screening-answered',
        version: 1,
        answers: { on: start, answers: answers as ScreeningAnswers['answers'] },
      },
      { kind: 'case-screened', version: 1, ...screening, openHard: 0, openSoft: 0, findings: [], reports: [] },
      { kind: 'plan-drafted', version: 1, plan, content },
      {
        ...({ kind: 'plan-signed', version: 1, plan, content, ...days, screening, decidedBy: prescriber } as const),
        signature: { method: 'password', hash: signedHash(decision) },
      },
    ] as const),
  ];
}

/** A day of three scores, kept in the evening. */
function keptDay(date: LocalDate, n: number): CaseEvent {
  const score = (k: number) => ({ kind: 'value', value: (date * 7 + n * 3 + k * 5) % 11 }) as const;
  return {
    ...({ kind: 'day-kept', version: 1, date, note: '', how: [] } as const),
    scores: { pain: score(0), fatigue: score(1), sleep: score(2) },
    clock: { instant: date * DAY + 12 * 3_600_000, offsetMinutes: 0 },
  };
}
