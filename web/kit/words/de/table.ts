/**
 * Why a file was not read, in plain German, as the analysis desk says it: the choice it speaks of stands beside it, so
 * no option of the command line is named. A new code in src/table/fault.ts does not compile until it stands here.
 */
import type {
  ColumnRole,
  Delimiter,
  DiaryDoseUnit,
  FileFault,
  Place,
  TableFault,
} from '../../../../src/table/fault.ts';
import type { FaultWords, WordsFor } from '../table.ts';
import { longDate, withComma } from './number.ts';

type Code = TableFault['code'];
type DateCode = Extract<Code, `date-${string}` | 'moment-twice'>;
type DoseCode = Extract<Code, `dose-${string}` | `capsule-${string}`>;
type WordsOf<C extends Code> = Pick<WordsFor<TableFault, FaultWords>, C>;

const at = ({ row, column, cell }: Place): string =>
  cell === '' ? `Zeile ${row}, Spalte „${column}“ ist leer` : `Zeile ${row}, Spalte „${column}“: Hier steht „${cell}“`;
const say = (happened: string, next: string): FaultWords => ({ happened, next });
const list = (names: readonly string[]): string =>
  names
    .slice(0, 30)
    .map((name) => `„${name}“`)
    .join(', ');
/** 2000000 as "2 000 000". */
export const whole = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ' ');

export const DELIMITER_NAME: Readonly<Record<Delimiter, string>> = {
  ',': 'Kommas',
  ';': 'Strichpunkte',
  '\t': 'Tabulatoren',
  '|': 'senkrechte Striche',
};
export const UNIT_NAME: Readonly<Record<DiaryDoseUnit, string>> = {
  mg: 'Milligramm',
  ug: 'Mikrogramm',
  none: 'Stufen ohne Einheit',
};
export const ROLE_NAME: Readonly<Record<ColumnRole, string>> = {
  date: 'das Datum',
  dose: 'die Dosis',
  capsule: 'ob eine Kapsel genommen wurde',
  outcome: 'ein Wert',
};

const CORRECT_CELL = 'Berichtigen Sie diese Zelle, und versuchen Sie es noch einmal.';
const ISO = 'Schreiben Sie ein Datum wie 2026-03-29.';
const ALIKE = `Schreiben Sie alle Daten gleich. ${ISO}`;
const FEWER = 'Behalten Sie die Spalten und Tage, die Sie brauchen.';
const UTF8 = 'Speichern Sie die Tabelle als „CSV UTF-8“, und wählen Sie diese Datei.';

const DATE: WordsOf<DateCode> = {
  'date-missing': (f) =>
    say(`${at(f)}. Die Zeile gehört also zu keinem Tag.`, 'Geben Sie ihr ein Datum, oder löschen Sie die Zeile.'),
  'date-unreadable': (f) =>
    say(`${at(f)}. Das wird nicht als Datum gelesen.`, `${ISO} Eine Uhrzeit darf dahinter stehen.`),
  'date-not-in-calendar': (f) => say(`${at(f)}. Diesen Tag gibt es im Kalender nicht.`, CORRECT_CELL),
  'date-style-mixed': (f) => say(`${at(f)}. Die meisten Daten der Datei sind anders geschrieben.`, ALIKE),
  'date-order-mixed': (f) => say(`${at(f)}. Tag und Monat stehen hier anders herum als sonst in der Datei.`, ALIKE),
  'date-order-ambiguous': (f) =>
    say(`${at(f)}. Kein Tag in der Datei ist größer als 12, darum lassen sich Tag und Monat nicht unterscheiden.`, ISO),
  'date-in-future': (f) => say(`${at(f)}. Das liegt nach heute, dem ${longDate(f.today)}.`, CORRECT_CELL),
  'date-goes-back': (f) =>
    say(
      `${at(f)}. Die Zeile davor ist vom ${longDate(f.previous)}: Die Zeilen stehen nicht in der Reihenfolge.`,
      'Berichtigen Sie das Datum, oder sortieren Sie die Datei nach Datum.',
    ),
  'date-gap': (f) =>
    say(
      `${at(f)}. Das ist mehr als ein Jahr nach dem Tag davor, dem ${longDate(f.previous)}.`,
      'Berichtigen Sie das Jahr, oder teilen Sie die beiden Abschnitte auf zwei Dateien auf.',
    ),
  'date-twice': (f) =>
    say(
      `${at(f)}. Diesen Tag hat schon Zeile ${f.firstRow}.`,
      'Behalten Sie eine Zeile für den Tag, oder berichtigen Sie eines der Daten.',
    ),
  'moment-twice': (f) =>
    say(
      `${at(f)}. Diesen Zeitpunkt hat schon Zeile ${f.firstRow}.`,
      'Löschen Sie die doppelte Zeile, oder berichtigen Sie eine davon.',
    ),
};

const DOSE: WordsOf<DoseCode> = {
  'dose-unreadable': (f) =>
    say(
      `${at(f)}. Das wird nicht als Dosis gelesen.`,
      'Schreiben Sie sie wie „4.5 mg“, oder lassen Sie die Zelle leer.',
    ),
  'dose-unit-missing': (f) =>
    say(
      `${at(f)}. Der Dosis fehlt die Einheit.`,
      'Nennen Sie die Spalte „dose_mg“, schreiben Sie „4.5 mg“ in die Zellen, oder wählen Sie die Einheit.',
    ),
  'dose-unit-conflict': (f) =>
    say(
      `${at(f)}. Das ist eine andere Einheit als für die Spalte angegeben.`,
      'Eines von beiden stimmt nicht: Bitte berichtigen.',
    ),
  'dose-unit-disagrees': (f) =>
    say(
      `Spalte „${f.column}“ nennt eine eigene Einheit. Gewählt war: ${UNIT_NAME[f.expected]}.`,
      'Wählen Sie keine Einheit, oder benennen Sie die Spalte um, wenn ihr Name falsch ist.',
    ),
  'dose-is-a-volume': (f) =>
    say(
      `${at(f)}. Milliliter sind eine Menge Flüssigkeit. Wie viel Wirkstoff darin ist, ist nicht bekannt.`,
      'Schreiben Sie die Masse in Milligramm: die Menge mal die Stärke auf dem Etikett.',
    ),
  'dose-is-a-concentration': (f) =>
    say(
      `${at(f)}. Das ist die Stärke einer Lösung und sagt nicht, wie viel genommen wurde.`,
      'Schreiben Sie die Masse in Milligramm.',
    ),
  'dose-naked-decimal': (f) =>
    say(`${at(f)}. Ein Punkt ohne Ziffer davor wird leicht übersehen.`, 'Schreiben Sie eine Null davor, wie „0.5 mg“.'),
  'dose-leading-zero': (f) =>
    say(
      `${at(f)}. Das kann eine ganze Zahl sein oder eine, der der Punkt fehlt.`,
      'Schreiben Sie „5 mg“ oder „0.5 mg“.',
    ),
  'dose-separator-ambiguous': (f) =>
    say(
      `${at(f)}. Das Dezimalzeichen ist nicht das dieser Datei. Es kann die eine oder die andere Dosis sein.`,
      'Nehmen Sie das Zeichen, das sonst in der Datei steht. In einer Datei mit Kommas ist das der Punkt, wie „4.5“.',
    ),
  'dose-too-large': (f) =>
    say(`${at(f)}. Das ist mehr als jede Dosis, die hier gelesen wird.`, 'Prüfen Sie die Zelle und ihre Einheit.'),
  'dose-below-ldn-range': (f) =>
    say(
      `${at(f)}. Das ist weniger als jede Dosis von niedrig dosiertem Naltrexon.`,
      'Prüfen Sie die Zelle und ihre Einheit: Milligramm oder Mikrogramm?',
    ),
  'dose-is-other-therapy': (f) =>
    say(
      `${at(f)}. Das ist eine Dosis der Tablette mit 50 mg, also eine andere Behandlung.`,
      'Wenn sie wirklich genommen wurde, kann diese Datei hier nicht gelesen werden, und Ihre Ärztin oder Ihr Arzt sollte es wissen. Sonst berichtigen Sie die Zelle.',
    ),
  'dose-tenfold-slip': (f) =>
    say(
      `${at(f)}. Das ist das Zehnfache einer üblichen Dosis. Vielleicht fehlt der Dezimalpunkt.`,
      'Vergleichen Sie mit dem Etikett, und berichtigen Sie die Zelle.',
    ),
  'dose-above-ldn-range': (f) =>
    say(
      `${at(f)}. Das ist mehr als jede Dosis von niedrig dosiertem Naltrexon.`,
      'Prüfen Sie die Zelle und ihre Einheit.',
    ),
  'dose-not-a-level': (f) =>
    say(
      `${at(f)}. Stufen sind Zahlen ab 0.`,
      'Nummerieren Sie sie, zum Beispiel 0 für die Kontrolle und 1 für die Behandlung.',
    ),
  'dose-disagrees': (f) =>
    say(
      `${at(f)}. In Zeile ${f.firstRow} vom selben Tag steht „${f.first}“.`,
      'Ein Tag hat eine Dosis: Schreiben Sie die Summe in jede Zeile des Tages, oder lassen Sie die anderen leer.',
    ),
  'dose-column-ambiguous': (f) =>
    say(`Mehr als eine Spalte kann die Dosis enthalten: ${list(f.columns)}.`, 'Wählen Sie die richtige.'),
  'capsule-unreadable': (f) => say(`${at(f)}.`, 'Schreiben Sie 1 oder yes, 0 oder no, oder lassen Sie die Zelle leer.'),
  'capsule-disagrees': (f) =>
    say(
      `${at(f)}. In Zeile ${f.firstRow} vom selben Tag steht „${f.first}“.`,
      'Die Zeilen des Tages müssen übereinstimmen.',
    ),
};

const OTHER: WordsOf<Exclude<Code, DateCode | DoseCode>> = {
  'table-empty': () =>
    say('Die Datei ist leer.', 'Wählen Sie eine Datei mit einer Zeile Spaltennamen und einer Zeile für jeden Tag.'),
  'table-too-large': (f) =>
    say(`Der Text hat ${whole(f.characters)} Zeichen; höchstens ${whole(f.limit)} werden gelesen.`, FEWER),
  'too-many-cells': (f) =>
    say(`Die Tabelle hat ${whole(f.cells)} Zellen; höchstens ${whole(f.limit)} werden gelesen.`, FEWER),
  'too-many-columns': (f) =>
    say(
      `Zeile ${f.row} nennt ${whole(f.columns)} Spalten; höchstens ${whole(f.limit)} werden gelesen.`,
      'Behalten Sie die Spalten, die Sie brauchen.',
    ),
  'nul-character': (f) => say(`Zeile ${f.row} enthält ein NUL-Zeichen. Das ist keine Textdatei.`, UTF8),
  'quote-unbalanced': (f) =>
    say(
      `Zeile ${f.row} beginnt mit einem Anführungszeichen, das am Ende der Zelle nicht geschlossen ist.`,
      'Schließen Sie es, oder schreiben Sie es im Text doppelt.',
    ),
  'header-only': (f) =>
    say(`Zeile ${f.row} hat die Spaltennamen, und kein Tag folgt.`, 'Fügen Sie für jeden Tag eine Zeile hinzu.'),
  'header-twice': (f) =>
    say(`Zeile ${f.row} nennt zwei Spalten „${f.column}“.`, 'Geben Sie jeder Spalte einen eigenen Namen.'),
  'row-ragged': (f) =>
    say(
      `Zeile ${f.row} hat ${f.cells} ${f.cells === 1 ? 'Zelle' : 'Zellen'}, der Kopf aber ${f.expected} Spalten: „${f.cell}“.`,
      'Suchen Sie eine fehlende Zelle oder ein Komma in einer Zelle, wie „4,5“. Schreiben Sie 4.5, oder setzen Sie Text in Anführungszeichen.',
    ),
  'columns-not-separated': (f) =>
    say(
      `Zeile ${f.row} hat nur eine Spalte: „${f.cell}“.`,
      'Trennen Sie die Spalten durch Kommas, Strichpunkte, Tabulatoren oder senkrechte Striche.',
    ),
  'delimiter-ambiguous': (f) =>
    say(
      `Die Spalten können getrennt sein durch ${f.candidates.map((d) => DELIMITER_NAME[d]).join(' oder durch ')}.`,
      'Setzen Sie Zellen, die ein solches Zeichen enthalten, in Anführungszeichen.',
    ),
  'column-unknown': (f) =>
    say(`Eine Spalte „${f.column}“ gibt es nicht. Die Spalten sind ${list(f.columns)}.`, 'Wählen Sie eine davon.'),
  'column-used-twice': (f) =>
    say(`Spalte „${f.column}“ wurde für zwei Dinge gewählt.`, 'Wählen Sie eine Spalte nur einmal.'),
  'column-missing': (f) =>
    say(
      `Gesucht ist: ${ROLE_NAME[f.role]}. Dafür wurde keine Spalte gefunden. Die Spalten sind ${list(f.columns)}.`,
      'Wählen Sie die richtige.',
    ),
  'direction-unknown': (f) =>
    say(
      `Bei Spalte „${f.column}“ ist nicht bekannt, ob niedriger oder höher besser ist.`,
      'Wählen Sie, was besser ist.',
    ),
  'no-scores': (f) => say(`Spalte „${f.column}“ enthält keinen einzigen Wert.`, 'Wählen Sie eine andere Spalte.'),
  'scale-empty': (f) =>
    say(
      `Eine Skala von ${f.minimum} bis ${f.maximum} hat keinen Platz.`,
      'Geben Sie zuerst das untere Ende an, wie 0:10.',
    ),
  'worthwhile-off-scale': (f) =>
    say(
      `Eine lohnende Änderung von ${withComma(f.worthwhile)} passt nicht auf die Skala von „${f.column}“. Sie ist ${withComma(f.width)} Punkte weit.`,
      'Geben Sie eine Zahl von Punkten über 0 an und nicht mehr als das.',
    ),
  'decimal-separator-ambiguous': (f) =>
    say(
      `${at(f)}. Nichts in der Datei sagt, ob das ein Dezimalzeichen oder ein Tausenderzeichen ist.`,
      'Schreiben Sie Zahlen wie 2.5.',
    ),
  'number-other-separator': (f) =>
    say(`${at(f)}. Das Dezimalzeichen dieser Datei ist „${f.separator}“.`, 'Schreiben Sie alle Zahlen gleich.'),
  'number-thousands': (f) => say(`${at(f)}. Das ist eine Zahl mit Tausenderzeichen.`, 'Schreiben Sie sie ohne.'),
  'score-unreadable': (f) =>
    say(
      `${at(f)}. Das wird nicht als Wert gelesen.`,
      'Schreiben Sie eine Zahl, „skipped“ oder „too ill“, oder lassen Sie die Zelle leer.',
    ),
  'score-off-scale': (f) =>
    say(
      `${at(f)}. Das liegt außerhalb der Skala von ${f.minimum} bis ${f.maximum}.`,
      'Berichtigen Sie die Zelle, oder wählen Sie die richtige Skala.',
    ),
  'scale-unclear': (f) =>
    say(
      `${at(f)}. Die meisten Werte dieser Spalte liegen zwischen 0 und 10.`,
      'Berichtigen Sie die Zelle, oder wählen Sie die Skala.',
    ),
  'scale-unknown': (f) =>
    say(`${at(f)}. Das passt weder zu einer Skala von 0 bis 10 noch zu einer von 0 bis 100.`, 'Wählen Sie die Skala.'),
  'more-faults': (f) =>
    say(
      `${whole(f.count)} weitere wie diese wurden gefunden.`,
      'Berichtigen Sie die ersten, und lesen Sie die Datei noch einmal.',
    ),
};

const TABLE: WordsOf<Code> = { ...DATE, ...DOSE, ...OTHER };

/** What happened and what to do next, for one refusal. */
export function tableFaultWords(fault: TableFault): FaultWords {
  return (TABLE[fault.code] as (fault: TableFault) => FaultWords)(fault);
}

const FILE: WordsFor<FileFault, FaultWords> = {
  'file-missing': (f) => say(`Eine Datei „${f.path}“ gibt es nicht.`, 'Prüfen Sie den Namen und den Ordner.'),
  'file-is-a-directory': (f) => say(`„${f.path}“ ist ein Ordner.`, 'Wählen Sie eine Datei darin.'),
  'file-not-regular': (f) =>
    say(`„${f.path}“ ist keine gewöhnliche Datei.`, 'Speichern Sie die Daten zuerst in eine Datei.'),
  'file-not-readable': (f) =>
    say(`„${f.path}“ ließ sich nicht öffnen.`, 'Prüfen Sie, ob Sie sie lesen dürfen und ob sie gerade benutzt wird.'),
  'file-too-large': (f) =>
    say(`„${f.path}“ hat ${whole(f.bytes)} Byte; höchstens ${whole(f.limit)} werden gelesen.`, FEWER),
  'file-is-utf16': (f) => say(`„${f.path}“ ist in UTF-16 geschrieben.`, UTF8),
  'file-not-utf8': (f) =>
    say(`Zeile ${f.row} von „${f.path}“ ist kein Text in UTF-8. Die Buchstaben sind nicht zu erkennen.`, UTF8),
  'file-has-nul': (f) => say(`Zeile ${f.row} von „${f.path}“ enthält ein NUL-Byte. Das ist keine Textdatei.`, UTF8),
};

/** Why the file could not be opened as text, and what to do. */
export function fileFaultSentence(fault: FileFault): string {
  const { happened, next } = (FILE[fault.code] as (fault: FileFault) => FaultWords)(fault);
  return `${happened} ${next}`;
}
