/** The syringe drawn to the mark, with the mass beside the volume (H2). Comes when a liquid is taken, and with the page. */
import { useEffect, useState } from 'preact/hooks';
import { type Fill, type SyringeWords, syringeSize, syringeSvg } from '../../../../src/chart/syringe.ts';
import { type Language, language } from '../../../kit/language.ts';

const PACKS: Readonly<Record<Language, () => Promise<{ readonly syringeWords: SyringeWords }>>> = {
  en: () => import('../../../kit/words/en/syringe.ts'),
  de: () => import('../../../kit/words/de/syringe.ts'),
};
/** As wide as the narrowest phone leaves it. */
const WIDTH = 262;

export function DrawnSyringe({ fill }: { fill: Fill }) {
  const [words, setWords] = useState<SyringeWords>();
  const wanted = language.value;
  useEffect(() => void PACKS[wanted]().then((pack) => setWords(pack.syringeWords)), [wanted]);
  const size = syringeSize(fill);
  if (!words || size === undefined) return null;
  // Every text in a drawing is escaped where it is made (src/chart/svg.ts), so it may be set as markup.
  const drawn = { __html: syringeSvg(fill, size, words, { width: WIDTH, id: 'syringe' }) };
  return <div class="syringe" dangerouslySetInnerHTML={drawn} />;
}
