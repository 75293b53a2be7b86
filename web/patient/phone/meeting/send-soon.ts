/**
 * When is the clinic asked again? Soon after something was kept, when the connection or the page comes back, every few
 * minutes while the page is seen, and after a failure later and later. Knows nothing of what is sent.
 */

const EVERY = 300_000;
const FIRST_PAUSE = 4_000;

type Send = () => Promise<'done' | 'later' | 'never'>;
let send: Send | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let due = Number.POSITIVE_INFINITY;
let failures = 0;

/** Sends now or within `wait` milliseconds, whichever call asks for less. */
export function sendSoon(wait: number): void {
  // As timers count, not as the clock on the wall: a phone that slept, or whose clock was set, has not missed its turn.
  const at = performance.now() + wait;
  if (timer !== undefined && due <= at) return;
  clearTimeout(timer);
  due = at;
  timer = setTimeout(() => void run(), wait);
}

async function run(): Promise<void> {
  timer = undefined;
  due = Number.POSITIVE_INFINITY;
  let outcome: Awaited<ReturnType<Send>> = 'later';
  try {
    outcome = (await send?.()) ?? 'never';
  } finally {
    goOn(outcome);
  }
}

/** A fault of ours is no reason to send nothing any more. */
function goOn(outcome: Awaited<ReturnType<Send>>): void {
  if (outcome === 'done') failures = 0;
  if (outcome === 'later') {
    // Doubled each time, and spread, so that phones that lost one server do not all come back at once.
    const pause = Math.min(FIRST_PAUSE * 2 ** failures++, EVERY);
    sendSoon(pause * (0.5 + Math.random() / 2));
  } else if (outcome === 'done' && document.visibilityState === 'visible') sendSoon(EVERY);
}

/** From now on `act` is what is done. */
export function keepSending(act: Send): void {
  send = act;
  const now = (): void => {
    failures = 0;
    sendSoon(0);
  };
  window.addEventListener('online', now);
  window.addEventListener('pageshow', now);
  // Also when it goes out of sight: what waits for more taps is sent before the phone sleeps.
  document.addEventListener('visibilitychange', now);
}
