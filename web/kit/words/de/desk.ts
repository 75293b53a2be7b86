/** German on the analysis desk: headings, buttons, questions, and what to do when something could not be read. */
import type { DeskWords } from '../words.ts';

export const deskWords: DeskWords = {
  onPage: (sentence) => sentence,
  product: 'Titrial',
  title: 'Was sagt das Tagebuch?',
  stays: 'Ihr Tagebuch bleibt auf diesem Gerät: Die Auswertung läuft in dieser Seite.',
  purpose:
    'Titrial liest ein tägliches Tagebuch mit Beschwerden und Dosen. Es sagt, ob die Tage eine Änderung zeigen, bei welcher Dosis, wie sicher das ist und was es klären würde.',
  noScript: 'Diese Seite braucht JavaScript, weil sie den Befund hier auf Ihrem Gerät berechnet.',

  theme: { legend: 'Hell oder dunkel', system: 'Wie das Gerät', light: 'Hell', dark: 'Dunkel' },

  start: {
    fileHeading: 'Ihr eigenes Tagebuch',
    fileHelp:
      'Eine CSV-Datei mit einer Zeile für jeden Tag (oder mehreren): ein Datum, die genommene Dosis und ein oder mehrere Werte.',
    choose: 'CSV-Datei wählen',
    drop: 'oder irgendwo auf diese Seite ziehen',
    pasteSummary: 'Stattdessen Zeilen einfügen',
    pasteLabel: 'Zeilen des Tagebuchs, zuerst die Namen der Spalten',
    pasteExample: 'datum,dosis_mg,schmerz\n2026-03-02,0,6\n2026-03-03,0,7',
    pasteButton: 'Diese Zeilen lesen',
    pasteEmpty:
      'Das Feld ist leer. Fügen Sie die Zeilen ein, zuerst die Namen der Spalten, und versuchen Sie es noch einmal.',
    pasted: 'eingefügte Zeilen',
    exampleHeading: 'Oder sehen Sie ein Beispiel an',
    exampleHelp: 'Erfundene Beispiele, keine echten Personen. Jedes wird jetzt und hier berechnet.',
    exampleLinks: 'Erfundene Beispiele',
  },

  loaded: {
    other: 'Anderes Tagebuch',
    reading: 'Das Tagebuch wird gelesen …',
    progress: (done: number, total: number) => `Berechnung: ${done} von ${total} Beschwerden fertig`,
    stop: 'Anhalten',
    stopped:
      'Angehalten. Was bis jetzt gefunden wurde, steht unten. Wählen Sie eine Einstellung oder ein anderes Tagebuch, um weiterzumachen.',
    again: 'Noch einmal berechnen',
    shown: (count: number) => (count === 1 ? '1 Beschwerde beantwortet.' : `${count} Beschwerden beantwortet.`),
    bug: 'Die Berechnung brach wegen eines Fehlers in Titrial ab, nicht wegen Ihres Tagebuchs. Nichts wurde geändert oder gesendet. Versuchen Sie es noch einmal. Wenn es wieder passiert, melden Sie es bitte mit diesem Text:',
    faultsHeading: 'Dieses Tagebuch ließ sich noch nicht lesen',
    manyFiles: 'Es waren mehrere Dateien. Nur ein Tagebuch kann auf einmal gelesen werden: Nehmen Sie eine Datei.',
    noFile: 'Das ist keine Datei. Nehmen Sie eine CSV-Datei, oder wählen Sie eine mit der Schaltfläche.',
  },

  mapping: {
    heading: 'Wie das Tagebuch gelesen wurde',
    columns: 'Spalten',
    date: 'Datum',
    dose: 'Genommene Dosis',
    capsule: 'Irgendeine Kapsel genommen (verblindete Tagebücher)',
    none: 'keine',
    find: 'von Titrial gefunden',
    unit: 'Einheit der Dosis',
    units: {
      auto: 'wie in der Datei',
      mg: 'mg',
      ug: 'µg (Mikrogramm)',
      none: 'Stufen einer anderen Studie',
    },
    outcomes: 'Beschwerden',
    scale: 'Skala der Werte',
    scales: { auto: 'aus den Werten erkannt', '0:10': '0 bis 10', '0:100': '0 bis 100' },
    better: 'Besser ist',
    betters: { auto: 'aus dem Namen erkannt', lower: 'niedriger', higher: 'höher' },
    likelihood: 'Werte gelten als',
    likelihoods: {
      auto: 'was zu den Werten passt',
      gaussian: 'stetig (Gauß)',
      rounded: 'auf ganze Punkte gerundet',
    },
    decided: 'Wie über die Tage entschieden wurde',
    decidedBy: {
      open: 'offen',
      randomised: 'durch Zufall, offen',
      blinded: 'durch Zufall, verblindet',
    },
    blindedFrom: 'Erster verblindeter Tag, falls ein offener Teil davor liegt',
    preview: 'Erste Zeilen',
    rowCount: (rows: number) => `${rows} Zeilen insgesamt`,
    line: 'Zeile',
    stated: 'Beim Lesen entschieden',
    apply: 'So lesen',
  },

  export: {
    heading: 'Behalten',
    svg: 'Bild (SVG)',
    html: 'Seite (HTML)',
    json: 'Zahlen (JSON)',
    help: 'Die Dateien entstehen in dieser Seite. Ihr Browser speichert sie.',
  },
};
