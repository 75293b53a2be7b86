/** Starts the patient's page in the language of the reader, with what is on the phone. */
import '@fontsource/atkinson-hyperlegible/latin-400.css';
import '@fontsource/atkinson-hyperlegible/latin-700.css';
import '../kit/base.css';
import '../kit/tokens.css';
import './patient.css';
import { render } from 'preact';
import { restoreLanguage } from '../kit/language.ts';
import { restoreTheme } from '../kit/theme.tsx';
import { start } from './phone/phone.ts';
import { App } from './view/frame/app.tsx';
import { speak } from './view/said.ts';
import { loadPatientWords } from './words.ts';

restoreTheme();
void start();
// Not awaited here: words that import from this piece would wait for it, and it for them.
void loadPatientWords(restoreLanguage()).then((words) => {
  speak(words);
  const place = document.getElementById('page');
  if (!place) throw new RangeError('the page has no place to be drawn in');
  render(<App />, place);
});
