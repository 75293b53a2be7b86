/** What time is it? The one place that asks the machine; everything else is told. Refuses nothing. */
import type { Clock } from '../records/ports.ts';

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };
