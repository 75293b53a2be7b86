/** Starts the clinic's page: theme, words of the reader's language, who is in, and the place the address names. */
import '@fontsource/atkinson-hyperlegible/latin-400.css';
import '@fontsource/atkinson-hyperlegible/latin-700.css';
import '../kit/base.css';
import '../kit/tokens.css';
import './clinic.css';
import { render } from 'preact';
import { restoreLanguage } from '../kit/language.ts';
import { restoreTheme } from '../kit/theme.tsx';
import { startRouting } from './frame/route.ts';
import { lookWhoIsIn } from './frame/session.ts';
import { Shell } from './frame/shell.tsx';
import { speak } from './frame/words.ts';

restoreTheme();
startRouting();
void lookWhoIsIn();
// Not awaited here: words that import from this piece would wait for it, and it for them.
void speak(restoreLanguage()).then(() => {
  const place = document.getElementById('page');
  if (!place) throw new RangeError('the page has no place to be drawn in');
  render(<Shell />, place);
});
