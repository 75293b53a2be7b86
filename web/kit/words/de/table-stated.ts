/**
 * What was decided while reading a file, in plain German: one sentence a decision, for the reader to disagree with, and
 * everything the desk says about a table. A new code in `Stated` does not compile until it has its sentence here.
 */
import type { ColumnReason, DateOrder, LeftOutReason, Stated } from '../../../../src/table/fault.ts';
import type { TableWords, WordsFor } from '../table.ts';
import { longDate, withComma } from './number.ts';
import { DELIMITER_NAME, fileFaultSentence, ROLE_NAME, tableFaultWords, UNIT_NAME, whole } from './table.ts';

const ORDER_NAME: Readonly<Record<DateOrder, string>> = {
  ymd: 'Jahr, Monat, Tag',
  dmy: 'Tag, Monat, Jahr',
  mdy: 'Monat, Tag, Jahr',
};
const CHOSEN: Readonly<Record<ColumnReason, string>> = {
  asked: 'wie von Ihnen gewählt',
  'cells-are-dates': 'weil in den Zellen ein Datum steht',
  'name-says-date': 'wegen des Namens',
  'name-says-dose': 'wegen des Namens',
  'name-says-capsule': 'wegen des Namens',
  'cells-are-scores': 'weil in den Zellen Werte stehen',
};
const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  'cells-are-dates': 'in den Zellen steht ein Datum',
  'not-numbers': 'in den Zellen stehen keine Zahlen',
  'no-entries': 'sie hat keine Einträge',
  'counts-up': 'sie zählt Tage oder Zeilen',
  'name-is-no-score': 'ihr Name ist nicht der eines Wertes',
  'beyond-0-100': 'ihre Zahlen gehen über 0 bis 100 hinaus',
  'direction-unknown': 'es ist nicht bekannt, ob niedriger oder höher besser ist',
};
const BETTER = { lower: 'niedriger', higher: 'höher' } as const;

const STATED: WordsFor<Stated, string> = {
  delimiter: (s) => `Die Spalten sind getrennt durch ${DELIMITER_NAME[s.delimiter]}.`,
  'decimal-separator': (s) =>
    s.separator === 'none-seen' ? 'Alle Zahlen sind ganze Zahlen.' : `Das Dezimalzeichen ist „${s.separator}“.`,
  'date-order': (s) => `Ein Datum in „${s.column}“ wird gelesen als ${ORDER_NAME[s.order]}.`,
  'civil-date-as-written': (s) =>
    `Jede Zeile gehört zu dem Datum, das dasteht. ${s.zones ? 'Uhrzeit und Zeitzone verschieben' : 'Die Uhrzeit verschiebt'} es nicht.`,
  'newest-first': () => 'Der neueste Tag steht oben; die Tage wurden in die Reihenfolge gebracht.',
  'rows-averaged': (s) =>
    `${s.days} ${s.days === 1 ? 'Tag hat' : 'Tage haben'} mehr als eine Zeile (meist ${s.median}, höchstens ${s.most}). Die Werte eines Tages wurden gemittelt.`,
  'column-chosen': (s) => `„${s.column}“ wird gelesen als: ${ROLE_NAME[s.role]}, ${CHOSEN[s.reason]}.`,
  'column-left-out': (s) => `„${s.column}“ wurde weggelassen: ${LEFT_OUT[s.reason]}.`,
  'dose-unit': (s) => {
    const from = { cell: 'wie in den Zellen', 'column-name': 'wie im Spaltennamen', asked: 'wie von Ihnen gewählt' };
    return `Einheit der Dosis: ${UNIT_NAME[s.unit]}, ${from[s.from]}.`;
  },
  scale: (s) =>
    `„${s.column}“ hat eine Skala von ${s.minimum} bis ${s.maximum}, ${s.reason === 'asked' ? 'wie von Ihnen gewählt' : 'weil alle Werte passen'}.`,
  direction: (s) =>
    `Bei „${s.column}“ ist ${BETTER[s.better]} besser, ${s.reason === 'asked' ? 'wie von Ihnen gewählt' : 'nach dem Namen'}.`,
  worthwhile: (s) =>
    `Bei „${s.column}“ gilt eine Änderung von ${withComma(s.points)} ${s.points === 1 ? 'Punkt' : 'Punkten'} als lohnend, ${
      s.reason === 'asked' ? 'wie von Ihnen gewählt' : 'ein Zehntel der Skala'
    }.`,
  'missing-markers': (s) =>
    `Kein Eintrag, wo in der Zelle steht: ${s.markers
      .map(({ text, count }) => `${text === '' ? 'nichts' : `„${text}“`} (${whole(count)})`)
      .join(', ')}.`,
  'lines-blank': (s) => `${whole(s.count)} leere ${s.count === 1 ? 'Zeile wurde' : 'Zeilen wurden'} übergangen.`,
  'columns-unnamed': (s) =>
    `${s.count} ${s.count === 1 ? 'Spalte ohne Namen wurde' : 'Spalten ohne Namen wurden'} übergangen.`,
  days: (s) =>
    `${whole(s.days)} ${s.days === 1 ? 'Tag' : 'Tage'} vom ${longDate(s.first)} bis zum ${longDate(s.last)} in ${whole(s.rows)} ${s.rows === 1 ? 'Zeile' : 'Zeilen'}.`,
};

/** Everything German says about a table. */
export const tableWords: TableWords = {
  nothingChanged: 'Aus dieser Datei wurde nichts übernommen, und die Datei selbst wurde nicht geändert.',
  fault: tableFaultWords,
  stated: (stated) => (STATED[stated.code] as (stated: Stated) => string)(stated),
  fileFault: fileFaultSentence,
};
