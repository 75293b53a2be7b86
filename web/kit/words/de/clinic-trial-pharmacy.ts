/** A blinded trial for the pharmacist, in German: what goes into each kit, handing out, emergency codes (H13, H14). */
import type { trialPharmacyWords as english } from '../en/clinic-trial-pharmacy.ts';
import { dateInWords } from './clinic-case.ts';
import { dayCount } from './number.ts';
import { armInWords } from './trial-sentences.ts';

const capsules = (count: number): string => `${count} ${count === 1 ? 'Kapsel' : 'Kapseln'}`;

export const trialPharmacyWords: typeof english = {
  heading: 'Für die Apotheke',
  only: 'Nur für die Apotheke. Wer das liest, weiß, was jede Packung enthält. Es geht an niemanden, der verordnet, nicht an die Patientin oder den Patienten und in keine Akte der Praxis. Das Lesen steht im Protokoll.',
  notSealed: 'Die Reihenfolge ist noch nicht ausgelost; es gibt nichts herzustellen.',
  packs: 'Packliste',
  toPacks: 'Packliste öffnen',
  toCodes: 'Notfallcodes zum Drucken',
  toTrial: 'Zurück zum Versuch',
  packHead: ['Packung', 'Abschnitt', 'Enthält', 'Kapseln', 'Abgegeben'],
  arm: armInWords,
  handedOut: (on) => dateInWords(on),
  notYet: 'noch nicht',
  makes: 'Herzustellen',
  making: (dose, kits, count) => `${dose}: ${kits} Packungen, ${capsules(count)}`,
  alike:
    'Alle in einer Hülle, einer Größe und mit einem Füllstoff, eine Kapsel am Tag. Ein Etikett zeigt den Code und nie den Inhalt.',
  labels: 'Etiketten speichern (PDF)',
  labelsMaking: 'Etiketten werden erstellt …',
  labelsFile: 'titrial-etiketten',

  dispense: 'Einen Block abgeben',
  dispenseHelp:
    'Immer einen ganzen Block, mit einer Zahl und einem Datum für alle: Dann unterscheidet nichts eine Packung von der anderen.',
  block: 'Block',
  blockOf: (block, kits, isOut) => `Block ${block + 1}: ${kits.join(', ')}${isOut ? ' (schon abgegeben)' : ''}`,
  eachIs: (count) => `${capsules(count)} in jeder Packung, nach dem Protokoll.`,
  filler: 'Füllstoff',
  fillerHelp: 'Etwa mikrokristalline Cellulose. Alle sehen ihn, also muss er für alle derselbe sein.',
  usableUntil: 'Verwendbar bis',
  usableHelp: 'Der früheste Tag aller Packungen.',
  lotOf: (arm) => `Charge: ${arm}`,
  lotHelp: 'Für die Apotheke verschlüsselt; sonst liest es niemand.',
  dispenseButton: 'Als abgegeben eintragen',
  given: 'Bisher abgegeben',
  noneGiven: 'Noch nichts.',
  givenLine: (on, kits, each, filler, until, who) =>
    `${dateInWords(on)}: Packungen ${kits.join(', ')}, je ${capsules(each)}, ${filler}, verwendbar bis ${dateInWords(until)}; durch ${who}`,
  allOut: 'Alle Blöcke sind abgegeben.',

  codes: 'Notfallcodes',
  codesHelp:
    'Ein Blatt für jeden Abschnitt. Drucken, zweimal falten, sodass nichts durchscheint, versiegeln und dort verwahren, wo ein Notfall sie findet. Das Öffnen wird aufgeschrieben.',
  codeTitle: 'Notfallcode eines verblindeten Versuchs',
  codeCase: 'Fall',
  codeKit: 'Packung',
  codePeriod: 'Abschnitt',
  codeDays: (from, to) => `${dateInWords(from)} bis ${dateInWords(to)}`,
  codeLength: (days) => `${dayCount(days)}, nicht begonnen`,
  codeFirst:
    'In jedem Notfall wie unter Naltrexon behandeln, was auch immer unten steht. Nur öffnen, wenn das Wissen etwas ändert.',
  codeFold: 'Hier falten, sodass der untere Teil innen liegt.',
  codeHolds: 'Diese Packung enthält',
  codeNote: 'Wer sie geöffnet hat, wann und warum:',
};
