/**
 * Is this the demonstration? Then a strip above the page says so, always, and lets one look as somebody else. Place it first
 * on the page. Outside of /demo/ it is nothing and fetches nothing (H35).
 */
import { useEffect, useState } from 'preact/hooks';
import { isDemonstration } from '../ask.ts';
import { language } from '../language.ts';
import type { Language } from '../words/language.ts';
import type { DemoBarWords } from '../words/words.ts';
import type { DemoStrip } from './demo-strip.tsx';

const PACKS: Readonly<Record<Language, () => Promise<{ readonly demoBarWords: DemoBarWords }>>> = {
  en: () => import('../words/en/demo-bar.ts'),
  de: () => import('../words/de/demo-bar.ts'),
};

type Loaded = { readonly Strip: typeof DemoStrip; readonly words: DemoBarWords };

export function DemoBar() {
  const [loaded, setLoaded] = useState<Loaded>();
  const wanted = language.value;
  useEffect(() => {
    if (!isDemonstration()) return;
    void Promise.all([import('./demo-strip.tsx'), PACKS[wanted]()]).then(([{ DemoStrip: Strip }, { demoBarWords }]) =>
      setLoaded({ Strip, words: demoBarWords }),
    );
  }, [wanted]);
  return loaded ? <loaded.Strip words={loaded.words} /> : null;
}
