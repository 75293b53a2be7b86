/** How does it stand between this phone and the clinic? Signals that sending and fetching set, and nothing that acts. */
import { signal } from '@preact/signals';

/** 'unknown': not tried yet since the page was opened. */
export const net = signal<'unknown' | 'sending' | 'reached' | 'offline' | 'signed-out'>('unknown');
/** The clinic's clock and this phone's are more than five minutes apart (H33). */
export const clockOff = signal(false);
/** The clinic knows kinds of events that this page does not: a newer page is needed. */
export const outdated = signal(false);
