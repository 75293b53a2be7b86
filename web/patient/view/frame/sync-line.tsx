/**
 * Has the clinic been told everything? Always in sight, in words and by a sign, never by colour alone. Where something is to
 * be done it is a link: sign in, or decide about entries that were refused (H8, H15, H33).
 */
import { type SyncState, sync, today } from '../../phone/phone.ts';
import { addressOf } from '../../route.ts';
import { dayOf, momentText } from '../moment.ts';
import { say } from '../said.ts';
import { signInAddress } from './coming-in.tsx';

/** Days without a word from the clinic after which it is said. */
const STALE_DAYS = 7;

export function SyncLine() {
  const words = say().frame.sync;
  const state = sync.value;
  const { sign, text, link } = told(state);
  const silent = state.lastOk === undefined ? 0 : today.value - dayOf(state.lastOk);
  return (
    <section class="sync" aria-label={words.name}>
      <p role="status">
        <span class="sign" aria-hidden="true">
          {sign}
        </span>{' '}
        {text}
      </p>
      {link && <a href={link.href}>{link.text}</a>}
      {silent > STALE_DAYS && <p>{words.staleCheck(silent)}</p>}
      {state.clockOff && <p class="fault">{words.clockOff}</p>}
    </section>
  );
}

type Told = {
  readonly sign: string;
  readonly text: string;
  readonly link?: { readonly text: string; readonly href: string };
};

function told({ state, waiting, refused, lastOk }: SyncState): Told {
  const words = say().frame.sync;
  if (state === 'signed-out')
    return { sign: '!', text: words.signedOut(waiting), link: { text: words.signIn, href: signInAddress() } };
  if (refused.length > 0)
    return { sign: '!', text: words.refused(refused.length), link: { text: words.decide, href: addressOf('refused') } };
  if (state === 'sending') return { sign: '↑', text: words.sending };
  if (state === 'offline') return { sign: '○', text: words.offline(waiting) };
  if (waiting > 0) return { sign: '○', text: words.waiting(waiting) };
  return { sign: '✓', text: lastOk === undefined ? words.toldNever : words.told(momentText(lastOk)) };
}
