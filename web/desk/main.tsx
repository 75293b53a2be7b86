/** Starts the analysis desk. */
import '@fontsource/atkinson-hyperlegible/latin-400.css';
import '@fontsource/atkinson-hyperlegible/latin-700.css';
import '../kit/base.css';
import '../kit/tokens.css';
import './desk.css';
import { render } from 'preact';
import { restoreTheme } from '../kit/theme.tsx';
import { english } from '../kit/words/english.ts';
import { Desk } from './view/desk.tsx';

restoreTheme();
const place = document.getElementById('desk');
if (!place) throw new RangeError('the page has no place for the desk');
render(<Desk words={english} />, place);
