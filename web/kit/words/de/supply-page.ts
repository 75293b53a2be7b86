/** The supply of a case in the clinic's page, in German (H2, H26, H27, H28). Orders nothing; mass and volume stand together. */
import { doseInVolume, formatVolume, microlitres } from '../../../../src/medicine/concentration.ts';
import { type Dose, formatDose } from '../../../../src/medicine/dose.ts';
import type { PackContent, Storage } from '../../../../src/medicine/stock/pack.ts';
import type { Making, SupplyFault } from '../../../../src/medicine/supply.ts';
import type { InterruptionWhy, WithdrawnWhy } from '../../../../src/records/event-supply.ts';
import type { supplyPageWords as english } from '../en/supply-page.ts';
import { dayCount } from './number.ts';
import { packInWords } from './pack.ts';
import { LDN_DOSE, say, type Words } from './plan.ts';

const STORAGE: Readonly<Record<Storage, string>> = { room: 'unter 25 °C', refrigerator: 'Kühlschrank' };
const GONE: Readonly<Record<WithdrawnWhy, string>> = {
  'entered-wrongly': 'falsch eingetragen, nie da gewesen',
  lost: 'verloren',
  returned: 'zurückgegeben',
};
const WHY: Readonly<Record<InterruptionWhy, string>> = {
  'supply-gap': 'der Vorrat geht aus',
  operation: 'eine Operation',
  other: 'ein anderer Grund',
};

const money = (smallest: number): string => `${Math.floor(smallest / 100)}.${String(smallest % 100).padStart(2, '0')}`;

/** Why no set of capsules was found. */
const FAULT: Words<SupplyFault> = {
  'need-empty': () => 'Kein Tag mit einer Dosis steht an.',
  'days-out-of-range': ({ days }) => `Für ${days} Tage lässt sich nichts zusammenstellen: möglich sind 1 bis 731.`,
  'offers-empty': () => 'Noch kein Preis, darum wird nichts verglichen.',
  'too-many-offers': ({ offers, limit }) => `${offers} Stärken sind zu viele für einen Vergleich: höchstens ${limit}.`,
  'offer-twice': ({ strength }) => `${formatDose(strength)} steht zweimal da.`,
  'offer-strength-refused': ({ why }) => say(LDN_DOSE, why),
  'price-unreadable': ({ strength }) => `Der Preis für ${formatDose(strength)} muss über 0 liegen.`,
  'price-looks-like-a-slip': ({ strength, price, ratio }) =>
    `${money(price)} für ${formatDose(strength)} liegt um das ${Math.round(ratio)}-Fache neben den anderen Preisen. Sitzt der Punkt richtig?`,
  'dose-cannot-be-made': ({ dose, strengths }) =>
    `${formatDose(dose)} geht aus ${strengths.map(formatDose).join(', ')} mit höchstens zehn Kapseln und drei Stärken nicht genau auf.`,
  'terms-out-of-range': () => 'Die Kosten einer weiteren Stärke dürfen nicht unter 0 liegen.',
};

function left(content: PackContent, amount: number): string {
  if (content.form !== 'liquid') return `${amount} von ${content.units}`;
  const volume = microlitres(amount);
  const mass = doseInVolume(volume, content.concentration);
  return `${formatVolume(volume)}${mass === undefined ? '' : ` = ${formatDose(mass)}`} von ${formatVolume(content.volume)}`;
}

export const supplyPageWords: typeof english = {
  outlook: 'Wie lange es reicht',
  notKnown: 'Hier wurde nichts abgegeben. Darum lässt sich keine Zahl von Tagen nennen.',
  noDoseAhead: 'Es steht keine Dosis an. Also wird nichts gebraucht.',
  held: (days: number, through: string | undefined) =>
    through === undefined
      ? 'Bei der jetzigen Dosis ist für den nächsten Tag nichts da.'
      : `Bei der jetzigen Dosis: ${dayCount(days)} mit Dosis, bis einschließlich ${through}.`,
  early: (days: number, through: string | undefined) =>
    through === undefined
      ? 'Wenn jede Stufe so früh kommt, wie der Plan erlaubt: nichts für den nächsten Tag.'
      : `Wenn jede Stufe so früh kommt, wie der Plan erlaubt: ${dayCount(days)}, bis einschließlich ${through}.`,
  enough: (until: string) => `Genug bis zum letzten Tag des Plans, ${until}, wie früh seine Stufen auch kommen.`,
  gap: (first: string, last: string) => `Tage ohne Vorrat: ${first} bis ${last}.`,
  order: (day: string, leadDays: number) =>
    `Bestellen bis ${day}. Für das Beschaffen sind gerechnet: ${dayCount(leadDays)}.`,
  orderNow: (leadDays: number) => `Jetzt bestellen. Für das Beschaffen sind gerechnet: ${dayCount(leadDays)}.`,
  untold: (days: number) => `Ohne Angabe zur Dosis, darum als genommen gezählt: ${dayCount(days)}.`,
  elsewhere: (doses: number) =>
    `${doses} ${doses === 1 ? 'Dosis kann' : 'Dosen können'} nicht aus dem Abgegebenen stammen. Es gibt andere Packungen, oder eine Zahl stimmt nicht.`,
  spoils: (what: string, day: string) =>
    `Nicht alles davon lässt sich vor dem letzten Tag verbrauchen: ${what}, ${day}.`,
  allergy: {
    yes: 'Eine Allergie gegen einen Füllstoff ist angegeben. Den Füllstoff vergleichen, bevor etwas hergestellt oder abgegeben wird.',
    unknown:
      'Ob es eine Allergie gegen einen Füllstoff gibt, ist nicht bekannt. Fragen, bevor etwas hergestellt oder abgegeben wird.',
  },
  handedOut: 'Abgegeben',
  noPacks: 'Noch nichts.',
  packsHead: ['Was', 'Charge', 'Füllstoff', 'Lagerung', 'Verwendbar bis', 'Abgegeben am', 'Übrig'],
  pack: packInWords,
  storage: STORAGE,
  left,
  notCounted: 'nicht gezählt',
  past: (day: string) => `${day}, vorbei`,
  gone: GONE,
  label: 'Etikett als PDF',
  labels: 'Alle Etiketten als PDF',
  labelFile: 'etiketten.pdf',
  makingLabels: 'Die Etiketten werden gesetzt …',
  takeBack: 'Zurücknehmen',
  takeBackHelp: 'Beide Einträge bleiben in der Akte.',
  takeBackWhy: 'Was war',
  takeBackWhat: 'Welche',
  takenBack: 'Zurückgenommen.',
  dispense: 'Eine Abgabe eintragen',
  form: 'Form',
  forms: { capsule: 'Kapseln', tablet: 'Tabletten', liquid: 'Lösung' },
  strength: 'Stärke einer einzelnen',
  units: 'Wie viele',
  unitsHelp: 'Eine ganze Zahl, wie gezählt.',
  concentration: 'Konzentration auf dem Etikett',
  graduation: 'Striche der Spritze, alle',
  volume: 'Volumen in mL',
  volumeHelp: 'Etwa 100 oder 62.5, mit Punkt.',
  lot: 'Charge',
  filler: 'Füllstoff und Hülle',
  fillerHelp: 'Wie auf dem Etikett: damit wird eine Allergie verglichen.',
  kept: 'Lagerung',
  beyondUse: 'Letzter Tag der Verwendung',
  dispenseButton: 'Eintragen',
  amountUnreadable: 'Das ist keine Menge. Nur Ziffern, wenn nötig mit Punkt.',
  dayMissing: 'Der letzte Tag der Verwendung fehlt. Danach zeigt das Telefon nichts mehr daraus.',
  dispensed: (what: string) => `Eingetragen: ${what}.`,
  makes: 'Was herzustellen ist',
  makesHelp:
    'Die Kapseln, mit denen jede anstehende Dosis genau aufgeht, mit den geringsten Kosten oder den wenigsten Kapseln. Die Preise sind Ihre; sie dienen nur hier und werden nirgends aufgehoben.',
  makesNone: 'Es steht keine Dosis an.',
  horizon: 'Für die nächsten',
  horizons: { '30': '30 Tage', '60': '60 Tage', '90': '90 Tage', all: 'ganzer Plan' } as Readonly<
    Record<string, string>
  >,
  prices: 'Preis einer Kapsel; leer lassen, was Sie nicht herstellen',
  price: (strength: Dose) => formatDose(strength),
  fee: 'Was jede weitere Stärke kostet',
  priceUnreadable: 'Ein Preis steht als 0.80 da, mit Punkt und zwei Ziffern.',
  noPrices: 'Noch kein Preis, darum wird nichts verglichen.',
  first: 'Gesucht',
  firsts: { cost: 'geringste Kosten', units: 'wenigste Kapseln' },
  chosen: (capsules: number, cost: number, days: number) =>
    `${dayCount(days)} mit Dosis: ${capsules} Kapseln, zusammen ${money(cost)}.`,
  madeHead: ['Dosis', 'Genommen als'],
  made: ({ dose, units }: Making): readonly [string, string] => [
    formatDose(dose),
    units.map(({ strength, count }) => `${count} x ${formatDose(strength)}`).join(' + '),
  ],
  toMake: (strength: Dose, count: number) => `${count} Kapseln zu ${formatDose(strength)}`,
  fault: (fault: SupplyFault) => say(FAULT, fault),
  interruptions: 'Tage ohne Dosis',
  interruptionsHelp:
    'Geplante Tage sind nicht versäumt. An ihnen wird keine Dosis gezeigt, und die Regel des Plans sagt, was vor der nächsten Dosis kommt.',
  noInterruptions: 'Keine sind geplant.',
  interruption: (from: string, until: string, why: InterruptionWhy) => `${from} bis ${until}: ${WHY[why]}`,
  from: 'Erster Tag ohne Dosis',
  until: 'Letzter Tag ohne Dosis',
  why: 'Grund',
  whys: WHY,
  plan: 'Diese Tage planen',
  planned: (from: string, until: string) => `Geplant: keine Dosis von ${from} bis ${until}.`,
  endNow: 'Ab heute wieder nach Plan',
  ended: 'Ab heute gilt wieder der Plan.',
};
