/** Starts the analysis desk. */
import '@fontsource/atkinson-hyperlegible/latin-400.css';
import '@fontsource/atkinson-hyperlegible/latin-700.css';
import '../kit/base.css';
import '../kit/tokens.css';
import './desk.css';
import { render } from 'preact';
import { restoreLanguage } from '../kit/language.ts';
import { speak } from '../kit/speak.ts';
import { restoreTheme } from '../kit/theme.tsx';
import { Desk } from './view/desk.tsx';
import { loadWords } from './words.ts';

restoreTheme();
restoreLanguage();
const place = document.getElementById('desk');
if (!place) throw new RangeError('the page has no place for the desk');
speak(loadWords, (words) => {
  document.title = `${words.desk.product}: ${words.desk.title}`;
  render(<Desk words={words} />, place);
});
