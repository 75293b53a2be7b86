/** Events of a trial at random; the smaller parts come from event-arbitrary.ts. */
import fc from 'fast-check';
import type { LocalDate } from '../../src/base/calendar.ts';
import type { PersonId, PlanId, TrialId } from '../../src/base/ids.ts';
import { type Dose, micrograms } from '../../src/medicine/dose.ts';
import type { DeviceClock } from '../../src/records/event.ts';
import { DEVIATIONS, KIT_DOSES, STOP_WHYS } from '../../src/records/event-trial.ts';
import type { Signature } from '../../src/records/signature.ts';
import { GUESS_REASONS, GUESSES } from '../../src/trial/guess.ts';
import { checkProtocol } from '../../src/trial/protocol.ts';

const record = ((model: never) => fc.record(model, { noNullPrototype: true })) as typeof fc.record;
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const base64url = fc.stringMatching(/^[A-Za-z0-9_-]{0,40}$/);
const period = fc.integer({ min: 0, max: 95 });
const kit = fc.stringMatching(/^[A-Z0-9]{6}$/);
const kits = fc.array(kit, { maxLength: 8 });
const anyProtocol = fc
  .record({
    periodDays: fc.integer({ min: 28, max: 60 }),
    runIn: fc.integer({ min: 0, max: 20 }),
    hash,
    withRule: fc.boolean(),
  })
  .map(({ periodDays, runIn, hash: priors, withRule }) => {
    const checked = checkProtocol(
      {
        design: {
          ...{ kind: 'paired-blocks', doses: [micrograms(3000)], periodDays, blocks: 2 },
          ...{ runIn: { how: 'modelled', days: runIn }, maximumRise: micrograms(4500) },
        },
        ...{ primary: { outcome: 'pain', dose: micrograms(3000) }, others: ['sleep'] },
        ...{ rule: { worthwhile: 1.5, settledAt: 0.95 }, analysis: { revision: '1', priors } },
        ...(withRule ? { escapeRule: { outcome: 'pain', atLeast: 9, days: 2 } } : {}),
        ...{ spareCapsules: 2, purpose: 'to know' },
      },
      ['pain', 'sleep'],
    );
    if (!checked.ok) throw new RangeError(JSON.stringify(checked.error));
    return checked.value;
  });

type Parts = {
  readonly trial: fc.Arbitrary<TrialId>;
  readonly plan: fc.Arbitrary<PlanId>;
  readonly person: fc.Arbitrary<PersonId>;
  readonly screening: fc.Arbitrary<{ readonly on: LocalDate; readonly listVersion: string }>;
  readonly signature: fc.Arbitrary<Signature>;
  readonly anyDate: fc.Arbitrary<LocalDate>;
  readonly anyDose: fc.Arbitrary<Dose>;
  readonly anyNote: fc.Arbitrary<string>;
  readonly anyClock: fc.Arbitrary<DeviceClock>;
  readonly line: fc.Arbitrary<string>;
};

/** What a device sends of a trial. */
export const trialEntries = ({
  trial,
  anyDate,
  anyClock,
  anyNote,
}: Pick<Parts, 'trial' | 'anyDate' | 'anyClock' | 'anyNote'>) =>
  ({
    'kit-dose-recorded': record({ trial, kit, date: anyDate, status: fc.constantFrom(...KIT_DOSES), clock: anyClock }),
    'guess-given': record({
      ...{ trial, period, guess: fc.constantFrom(...GUESSES), confidence: fc.constantFrom(1, 2, 3, 4) },
      ...{ reason: fc.constantFrom(...GUESS_REASONS), note: anyNote, date: anyDate, clock: anyClock },
    }),
  }) as const;

/** What the clinic does in a trial. */
export const trialBodies = ({ trial, plan, person, screening, signature, anyDate, anyDose, anyNote, line }: Parts) =>
  ({
    'trial-designed': record({ trial, protocol: anyProtocol }),
    'trial-signed': record({
      ...{ trial, protocol: anyProtocol, protocolHash: hash, plan, signature, decidedBy: person },
      screening,
    }),
    'trial-dropped': record({ trial, reason: anyNote, on: anyDate, decidedBy: person }),
    'consent-given': record({ trial, protocolHash: hash, text: fc.constantFrom('en-1', 'de-1'), on: anyDate }),
    'consent-withdrawn': record({ trial, reason: anyNote, on: anyDate }),
    'allocation-sealed': record({
      trial,
      commitment: hash,
      sealed: base64url,
      key: fc.constantFrom('pharmacy-1', 'x25519 1'),
      kits,
    }),
    'kits-dispensed': record({
      ...{ trial, kits, capsulesEach: fc.integer({ min: 1, max: 400 }), filler: line, usableUntil: anyDate },
      ...{ lots: base64url, on: anyDate, decidedBy: person },
    }),
    'trial-started': record({ trial, on: anyDate, screening, decidedBy: person }),
    'trial-stopped': record({
      trial,
      on: anyDate,
      why: fc.constantFrom(...STOP_WHYS),
      note: anyNote,
      decidedBy: person,
    }),
    'trial-deviated': record({
      ...{ trial, what: fc.constantFrom(...DEVIATIONS), note: anyNote, on: anyDate, decidedBy: person },
    }),
    'code-broken': record({ trial, period, reason: anyNote, on: anyDate, decidedBy: person }),
    'allocation-opened': record({
      ...{ trial, sequence: fc.array(anyDose, { maxLength: 8 }), nonce: hash, kits, on: anyDate, decidedBy: person },
    }),
  }) as const;
