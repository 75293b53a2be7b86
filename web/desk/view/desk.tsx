/** The whole desk: head, the choice of a diary, and then its finding with how it was read beside it. */
import { useEffect, useRef } from 'preact/hooks';
import { chooseLanguage, language } from '../../kit/language.ts';
import { LanguageChoice } from '../../kit/part/language-choice.tsx';
import { ThemeChoice } from '../../kit/theme.tsx';
import type { Words } from '../../kit/words/words.ts';
import { problem, source } from '../state.ts';
import { takeFiles } from '../take.ts';
import { Loaded } from './loaded.tsx';
import { Start } from './start.tsx';

export function Desk({ words }: { words: Words }) {
  const { desk, finding } = words;
  useDrop(words);
  return (
    <>
      <header class="head">
        <span class="product">{desk.product}</span>
        <div class="row">
          <LanguageChoice now={language.value} choose={chooseLanguage} />
          <ThemeChoice words={desk.theme} />
        </div>
      </header>
      <main>
        <p class="stays">{desk.stays}</p>
        <Problem />
        {source.value ? <Loaded words={words} /> : <Start words={words} />}
      </main>
      <footer class="quiet">
        <p>{finding.notAdvice}</p>
      </footer>
    </>
  );
}

/** Says what went wrong with a file, at once and aloud. */
function Problem() {
  const place = useRef<HTMLDivElement>(null);
  const text = problem.value;
  useEffect(() => {
    if (text) place.current?.scrollIntoView({ block: 'nearest' });
  }, [text]);
  return (
    <div ref={place} role="alert" class={text ? 'notice' : ''}>
      {text && <p>{text}</p>}
    </div>
  );
}

/** A file may be dropped anywhere on the page. */
function useDrop(words: Words): void {
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      document.documentElement.dataset.drop = 'over';
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) delete document.documentElement.dataset.drop;
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      delete document.documentElement.dataset.drop;
      void takeFiles(event.dataTransfer?.files, words);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [words]);
}
