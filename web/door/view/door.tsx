/** The whole door: head, the one place the person stands at, foot. A new place takes the focus to its heading. */
import { useEffect } from 'preact/hooks';
import { chooseLanguage, language } from '../../kit/language.ts';
import { LanguageChoice } from '../../kit/part/language-choice.tsx';
import { ThemeChoice } from '../../kit/theme.tsx';
import type { DoorWords } from '../../kit/words/words.ts';
import { place } from '../state.ts';
import { Front } from './front.tsx';
import { Home } from './home.tsx';
import { Join } from './join.tsx';
import { LinkMissing, LinkRefused } from './link-trouble.tsx';
import { SetUp } from './set-up.tsx';
import { SignIn } from './sign-in.tsx';

export function Door({ words }: { words: DoorWords }) {
  const { footer } = words;
  return (
    <>
      <header class="head">
        <span class="product">{words.product}</span>
        <div class="row">
          <LanguageChoice now={language.value} choose={chooseLanguage} />
          <ThemeChoice words={words.theme} />
        </div>
      </header>
      <main>
        <Here words={words} />
      </main>
      <footer class="quiet">
        {place.value.at !== 'front' && <a href="/">{footer.front}</a>}
        {place.value.at !== 'front' && <a href="/desk/">{footer.desk}</a>}
        <a href="/docs">{footer.docs}</a>
      </footer>
    </>
  );
}

function Here({ words }: { words: DoorWords }) {
  const here = place.value;
  useEffect(() => {
    document.title = words.titles[here.at];
  }, [words, here.at]);
  switch (here.at) {
    case 'loading':
      return <p role="status">{words.wait}</p>;
    case 'link-missing':
      return <LinkMissing words={words} />;
    case 'link-refused':
      return <LinkRefused words={words} {...here} />;
    case 'set-up':
      return <SetUp words={words} {...here} />;
    case 'join':
      return <Join words={words} {...here} />;
    case 'front':
      return <Front words={words} {...here} />;
    case 'sign-in':
      return <SignIn words={words} {...here} />;
    default:
      return <Home words={words} {...here} />;
  }
}
