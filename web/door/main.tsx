/** Starts the door: takes the secret out of the address bar before anything is drawn or sent (H16). */
import '@fontsource/atkinson-hyperlegible/latin-400.css';
import '@fontsource/atkinson-hyperlegible/latin-700.css';
import '../kit/base.css';
import '../kit/tokens.css';
import './door.css';
import { render } from 'preact';
import { restoreLanguage } from '../kit/language.ts';
import { speak } from '../kit/speak.ts';
import { restoreTheme } from '../kit/theme.tsx';
import { isByNumber, sameByName, takeSecret } from './address.ts';
import { begin } from './state.ts';
import { Door } from './view/door.tsx';
import { loadWords } from './words.ts';

function start(): void {
  void begin(location.pathname, takeSecret());
}

// Passkeys and the session belong to the name "localhost"; the link goes with it, secret and all.
if (isByNumber()) location.replace(sameByName());
else {
  restoreLanguage();
  start();
  // Another link opened in the same tab changes nothing but the part behind the '#'.
  window.addEventListener('hashchange', () => location.hash !== '' && start());
  restoreTheme();
  const place = document.getElementById('door');
  if (!place) throw new RangeError('the page has no place for the door');
  speak(loadWords, (words) => render(<Door words={words} />, place));
}
