/**
 * The day's capsule under a blinded trial: the code of the kit, and one tap to say what became of it. One capsule a civil
 * day, from the kit of that day's period; no arm, no mass, and the same sentences for both (H9, H10, H13).
 */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { CaseState } from '../../../../src/records/case-state.ts';
import type { KitRefusal } from '../../../../src/records/kit-rules.ts';
import type { TrialRecord } from '../../../../src/records/trial-state.ts';
import { periodsOf } from '../../../../src/trial/design.ts';
import { daysOfPeriod } from '../../../../src/trial/protocol.ts';
import { recordKit, sync } from '../../phone/phone.ts';
import { addressOf } from '../../route.ts';
import { Trouble, useActing } from '../acting.tsx';
import { momentText } from '../moment.ts';
import { say } from '../said.ts';
import type { KitOfDay } from '../today/dose-of-day.ts';
import { KeptKit } from './kept-kit.tsx';
import { KitChoice } from './kit-choice.tsx';
import { sayTrial } from './said.ts';

export type KitCardProps = KitOfDay & { readonly state: CaseState; readonly date: LocalDate };

export function KitCard({ record, kit, period, slot, closed, state, date }: KitCardProps) {
  return (
    <>
      {slot && <KeptKit {...{ record, kit, slot, state, date }} />}
      {closed && !slot && <Closed {...{ record, kit, closed, date }} />}
      {!closed && !slot && <Due {...{ record, kit, state, date }} />}
      <Where {...{ record, period, date }} />
    </>
  );
}

type DueProps = {
  readonly record: TrialRecord;
  readonly kit: string;
  readonly state: CaseState;
  readonly date: LocalDate;
};

function Due({ record, kit, state, date }: DueProps) {
  const plan = state.plans.find(({ plan: id }) => id === record.signed?.plan);
  return (
    <>
      <p class="mass">
        {sayTrial().kit.capsule(kit)}{' '}
        {plan && <span class="when">{say().today.dose.when[plan.content.timeOfDay]}</span>}
      </p>
      <KitChoice {...{ record, kit, date }} />
    </>
  );
}

/** How far it is, and how fresh the phone's knowledge of it (H8). */
function Where({ record, period, date }: Pick<KitCardProps, 'record' | 'period' | 'date'>) {
  const words = sayTrial().kit;
  const { protocol, started, kits } = record;
  if (!started) throw new RangeError('a capsule belongs to a trial that has begun');
  const left = daysOfPeriod(protocol, started.on, period).last - date + 1;
  const next = kits[period + 1];
  const { lastOk } = sync.value;
  return (
    <>
      <p class="quiet">
        {words.where(period + 1, periodsOf(protocol.design))} {words.left(left)}{' '}
        {left === 1 && next !== undefined && words.lastOf(next)}
      </p>
      <p class="quiet">
        {lastOk === undefined ? words.checkedNever : words.checked(momentText(lastOk))}.{' '}
        <a href={addressOf('trial')}>{words.toTrial}</a>
      </p>
    </>
  );
}

type ClosedProps = {
  readonly record: TrialRecord;
  readonly kit: string;
  readonly closed: KitRefusal;
  readonly date: LocalDate;
};

/** What was taken all the same is kept as what it was. */
function Closed({ record, kit, closed: { code }, date }: ClosedProps) {
  const words = sayTrial().kit;
  const { run, busy, trouble } = useActing();
  const why = (words.why as Readonly<Record<string, string | undefined>>)[code];
  return (
    <>
      <p class="mass">{words.closed}</p>
      {why && <p>{why}</p>}
      <p class="act">
        <button
          {...{ type: 'button', class: 'button', 'aria-disabled': busy }}
          onClick={() => void run(() => recordKit(record, date, kit, 'taken-anyway'))}
        >
          {words.anyway}
        </button>
      </p>
      <Trouble text={trouble} />
    </>
  );
}
