/** Which device is meant? A browser and a system by the names people know them by; undefined where neither is told. */
import type { OwnWords } from './words/words.ts';

/** First match wins: every browser also calls itself by the names of older ones. */
const BROWSERS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Chrom(?:e|ium)\/|CriOS\//, 'Chrome'],
  [/Safari\/|Version\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
];

const first = (marks: typeof BROWSERS, text: string): string | undefined =>
  marks.find(([mark]) => mark.test(text))?.[1];

/** "Firefox on Windows", from what the browser called itself, of which the server keeps 100 characters. */
export function deviceName(words: Pick<OwnWords, 'devices'>, userAgent: string): string {
  return words.devices.name(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
}

/** The device in front of us. */
export const thisDevice = (words: Pick<OwnWords, 'devices'>): string => deviceName(words, navigator.userAgent);
