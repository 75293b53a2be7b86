/**
 * The weeks of a trial on both sides: the diary, a new screening every month, the next block of kits, guesses, and what can
 * happen on the way: a deviation, a broken code, a rule that offers an end, a serious sign, a stop (H13).
 */
import { guess, keepWeek, reportRedFlag, WEEK } from './diary.ts';
import { look, lookNow } from './look.ts';
import { pass, screen, type Team, today } from './team.ts';
import { PERIOD_DAYS } from './variant.ts';

/** `kits`: the code on the kit of each period. */
export type Kits = { readonly trial: string; readonly kits: readonly string[] };
export type Running = Kits & { readonly startedAt: number };

const WEEKS = PERIOD_DAYS / WEEK;
/** Days after which no guess is waited for any more. */
const AFTERWARDS = 8;
const REASON = 'Talked through with the patient.';

/** Period after period, until it is over and may be opened. `handOut`: the kits of a block. */
export async function live(team: Team, running: Running, handOut: (block: number) => Promise<void>): Promise<void> {
  const { variant, looks } = team;
  const size = variant.doses.length + 1;
  const last = Math.min(looks.until ?? variant.periods, variant.periods);
  for (let period = 0; period < last; period++) {
    if (period > 0 && period % size === 0) await handOut(period / size);
    for (let week = 0; week < WEEKS; week++) {
      if (week === 1) await happenIn(team, running, period);
      await keepWeek(team, running, variant.happens.escape && period === 1 && week === 2);
      if (week === 2) await lookNow(team);
    }
    await guess(team, running, period);
    await look(team);
    if (period === variant.periods - 2 && variant.happens.stopped) return stop(team, running);
    await screen(team);
  }
  if (last < variant.periods) await stop(team, running);
  else pass(team, AFTERWARDS);
}

async function happenIn(team: Team, { trial, kits }: Running, period: number): Promise<void> {
  const { people, path, variant } = team;
  const { codeBroken, deviation, redFlag, newMedicine } = variant.happens;
  const at = `${path}/trials/${trial}`;
  const day = today(team);
  if (period === 0 && newMedicine) {
    const medicine = { text: 'Melatonin 3 mg', form: 'unknown', use: { kind: 'current' } };
    await people.patient.send('POST', `${path}/medicines`, { medicine, day });
  }
  if (period === 0 && deviation)
    await people.prescriber.must('POST', `${at}/deviations`, { what: deviation, note: REASON, on: day, day });
  if (period === codeBroken)
    await people.prescriber.must('POST', `${at}/code-break`, { period, reason: REASON, day }, 'told');
  if (period === 1 && redFlag) await reportRedFlag(team);
  await look(team);
  // What is refused is refused in the same words on both sides.
  for (const person of [people.patient, people.carer, people.coordinator]) {
    await person.send('POST', `${at}/code-break`, { period, reason: REASON, day });
    await person.send('POST', `${at}/opening`, { day });
    await person.send('GET', `${at}/packs`);
  }
  await people.prescriber.send('POST', `${at}/opening`, { day });
  await people.prescriber.send('POST', `${at}/dispensings`, {
    kits: [kits[0]],
    filler: '-',
    usableUntil: day,
    lots: [],
    day,
  });
}

async function stop(team: Team, { trial }: Running): Promise<void> {
  const { people, path, variant } = team;
  const at = `${path}/trials/${trial}`;
  const day = today(team);
  const by = variant.happens.stopped ?? 'prescriber';
  if (by === 'consent') await people.patient.must('POST', `${at}/consent/withdrawal`, { reason: REASON, day });
  else await people[by].must('POST', `${at}/stop`, { why: 'side-effect', note: REASON, day });
  await look(team);
  pass(team, AFTERWARDS);
}
