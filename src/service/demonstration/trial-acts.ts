/**
 * A blinded trial in the demonstration, from its design to its opening, by the use cases a page would call and in the order
 * people do them. The order is drawn by the server as for anybody; only what the body makes of a capsule looks at it (H13).
 */
import type { LocalDate } from '../../base/calendar.ts';
import type { TrialId } from '../../base/ids.ts';
import type { Dose } from '../../medicine/dose.ts';
import { blocksOf } from '../../trial/blocks.ts';
import { CONSENT_TEXT } from '../../trial/consent.ts';
import { armsOf } from '../../trial/design.ts';
import type { Guess } from '../../trial/guess.ts';
import type { TrialProtocol } from '../../trial/protocol.ts';
import { startTrial } from '../trial/conduct.ts';
import { giveConsent } from '../trial/consent.ts';
import { designTrial, type TypedProtocol } from '../trial/design.ts';
import { dispenseKits } from '../trial/dispense.ts';
import { sealTrial } from '../trial/seal.ts';
import { finishSigningTrial, readTrialBack } from '../trial/sign.ts';
import { openAllocation, packList } from '../unblind.ts';
import { screenClear } from './acts.ts';
import { DEMONSTRATION_PASSWORD } from './people.ts';
import { type Play, shownDay } from './play.ts';
import { done } from './stage.ts';

/** A trial that is being lived through. `arms`: what the pharmacy knows; nobody else in the play asks for it. */
export type PlayedTrial = {
  readonly trial: TrialId;
  readonly protocol: TrialProtocol;
  readonly kits: readonly string[];
  readonly arms: readonly Dose[];
  readonly firstDay: LocalDate;
};

/** Kits keep for half a year. */
const USABLE_DAYS = 180;

/** Designs, signs, agrees, draws, hands out the first block and begins today. */
export async function beginTrial(play: Play, protocol: TypedProtocol): Promise<PlayedTrial> {
  const { stage, cast, id } = play;
  const { ports } = stage;
  await screenClear(play);
  const { day } = play;
  const designed = await play.act(async () => done(await designTrial(ports, cast.coordinator, id, { protocol, day })));
  const { trial, protocolHash } = designed;
  await play.act(() => signTrial(play, trial));
  const consent = { trial, protocolHash, text: CONSENT_TEXT, day };
  await play.act(async () => done(await giveConsent(ports, play.patient, id, consent)));
  await play.act(async () => done(await sealTrial(ports, cast.pharmacist, id, { trial, day })));
  const packs = await play.act(async () => done(await packList(ports, cast.pharmacist, id, trial)));
  const played: PlayedTrial = {
    ...{ trial, protocol: designed.protocol, firstDay: day },
    kits: packs.kits.map(({ kit }) => kit),
    arms: packs.kits.map(({ dose }) => dose),
  };
  await handOut(play, played, 0);
  await play.act(async () => done(await startTrial(ports, cast.prescriber, id, { trial, on: day, day })));
  return played;
}

async function signTrial({ stage, cast, id, day }: Play, trial: TrialId): Promise<void> {
  const { ports } = stage;
  const read = done(await readTrialBack(ports, cast.prescriber, id, { trial, day }));
  if (read.hash === undefined) throw new RangeError(`trial not signable: ${JSON.stringify(read.gates)}`);
  const proof = { kind: 'password', password: DEMONSTRATION_PASSWORD } as const;
  done(await finishSigningTrial(ports, cast.prescriber, id, { trial, day, readBackHash: read.hash, proof }));
}

/** A whole block, with a lot for each arm. */
async function handOut(play: Play, { trial, protocol, kits }: PlayedTrial, block: number): Promise<void> {
  const { stage, cast, id, day } = play;
  const periods = blocksOf(protocol.design)[block] ?? [];
  const lots = armsOf(protocol.design).map((dose, arm) => ({ dose, lot: `DEMO-${block + 1}${'ABCDEFG'[arm]}` }));
  const given = {
    ...{ trial, lots, day, filler: stage.texts.filler },
    kits: periods.map((period) => kits[period] ?? ''),
    usableUntil: (day + USABLE_DAYS) as LocalDate,
  };
  await play.act(async () => done(await dispenseKits(stage.ports, cast.pharmacist, id, given)));
}

/** Keeps a period, or its first days; the next block is handed out in time, and the guess is given at its end. */
export async function keepPeriod(play: Play, played: PlayedTrial, period: number, most?: number): Promise<void> {
  const { trial, protocol, kits, arms } = played;
  const { periodDays } = protocol.design;
  const days = Math.min(periodDays, most ?? periodDays);
  const kit = kits[period] ?? '';
  play.takesCapsules(arms[period] ?? 0, days);
  const next = blocksOf(protocol.design).findIndex((periods) => periods[0] === period + 1);
  play.kitOn = () => ({ trial, kit });
  await play.keep(days - 1);
  if (days === periodDays && next > 0) await handOut(play, played, next);
  if (days === periodDays)
    play.tell({ kind: 'guess-given', version: 1, trial, note: '', ...guessOf(play, played, period) });
  await play.keep(1);
  play.kitOn = () => undefined;
}

/** By how the last two weeks felt against the two before the period; who felt no difference has no idea. */
function guessOf(play: Play, { protocol, firstDay }: PlayedTrial, period: number): Guess {
  const { outcome } = protocol.primary;
  const first = firstDay + period * protocol.design.periodDays;
  const before = play.meanOf(outcome, (first - WEEKS) as LocalDate, (first - 1) as LocalDate);
  const now = play.meanOf(outcome, (play.day - WEEKS) as LocalDate, (play.day - 1) as LocalDate);
  const change = before === undefined || now === undefined ? 0 : now - before;
  if (Math.abs(change) < FELT) return { period, guess: 'no-idea', confidence: 1, reason: 'felt-the-same' };
  return change < 0
    ? { period, guess: 'drug', confidence: change < -2 * FELT ? 3 : 2, reason: 'felt-better' }
    : { period, guess: 'placebo', confidence: change > 2 * FELT ? 3 : 2, reason: 'felt-worse' };
}
const WEEKS = 14;
/** Smallest change somebody feels, points. */
const FELT = 0.7;

/** All periods, one after the other, and the opening in the morning after the last day. */
export async function playTrial(play: Play, protocol: TypedProtocol): Promise<PlayedTrial> {
  const played = await beginTrial(play, protocol);
  for (const period of played.kits.keys()) await keepPeriod(play, played, period);
  const { stage, cast, id, day } = play;
  const { trial } = played;
  play.takes(0);
  const opened = await play.act(async () =>
    done(await openAllocation(stage.ports, cast.prescriber, id, { trial, day })),
  );
  if (opened.sequence.length !== played.arms.length)
    throw new RangeError(`the trial opened otherwise on ${shownDay(play)}`);
  return played;
}
