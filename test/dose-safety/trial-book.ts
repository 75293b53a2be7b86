/** The trials of a case, kept by the bookkeeper: when each takes the plan's place, whose capsule is of which day. */
import type { EventId, TrialId } from '../../src/base/ids.ts';
import type { CaseEvent, EventOf } from '../../src/records/event.ts';

export type Capsule = EventOf<'kit-dose-recorded'>;
type Trial = {
  kits: readonly string[];
  readonly periodDays: number;
  readonly periods: number;
  usableUntil: Map<string, number>;
  from: number;
  until: number;
};

export class TrialBook {
  readonly trials = new Map<TrialId, Trial>();
  readonly capsules = new Map<number, Map<EventId, Capsule>>();

  note(event: CaseEvent): void {
    if (event.kind === 'trial-signed') {
      const { periodDays, blocks } = event.protocol.design;
      const known = { kits: [], periodDays, periods: 2 * blocks, usableUntil: new Map(), from: NEVER, until: NEVER };
      this.trials.set(event.trial, known);
    }
    const trial = 'trial' in event ? this.trials.get(event.trial) : undefined;
    if (!trial) return;
    if (event.kind === 'allocation-sealed') trial.kits = event.kits;
    if (event.kind === 'kits-dispensed') for (const kit of event.kits) trial.usableUntil.set(kit, event.usableUntil);
    if (event.kind === 'trial-started') {
      trial.from = event.on;
      trial.until = event.on + trial.periods * trial.periodDays;
    }
    if (event.kind === 'trial-stopped' || event.kind === 'consent-withdrawn')
      trial.until = Math.min(trial.until, event.on);
  }

  /** The trials whose capsules are taken on the day, with the kit and its last day. */
  running(day: number): readonly { readonly trial: TrialId; readonly kit: string; readonly usableUntil: number }[] {
    return [...this.trials].flatMap(([trial, { from, until, kits, periodDays, usableUntil }]) => {
      const kit = kits[Math.floor((day - from) / periodDays)];
      if (!(from <= day && day < until) || kit === undefined) return [];
      return [{ trial, kit, usableUntil: usableUntil.get(kit) ?? Number.NEGATIVE_INFINITY }];
    });
  }

  /** Has a trial taken the place of a plan that had force from `from` on? */
  replaces(from: number, day: number): boolean {
    if (this.running(day).length > 0) return true;
    // One that was stopped before its first day was over has taken no plan's place.
    return [...this.trials.values()].some(
      (trial) => trial.from <= day && from <= trial.from && trial.from < trial.until,
    );
  }

  hasCapsule(day: number): boolean {
    const capsule = this.effective(day);
    return capsule !== undefined && capsule.status !== 'not-taken';
  }

  fill(day: number, id: EventId, capsule: Capsule): void {
    const entries = this.capsules.get(day) ?? new Map<EventId, Capsule>();
    entries.set(id, capsule);
    this.capsules.set(day, entries);
  }

  /** The day's capsule as it counts, the latest by the device's clock. */
  effective(day: number): Capsule | undefined {
    const sorted = [...(this.capsules.get(day) ?? [])].sort(
      ([a, x], [b, y]) => x.clock.instant - y.clock.instant || (a < b ? -1 : 1),
    );
    return sorted.at(-1)?.[1];
  }
}

const NEVER = Number.POSITIVE_INFINITY;
