/**
 * Der Bericht einer verblindeten Studie auf Deutsch: wonach jeder Punkt von CENT 2015 fragt, in eigenen Worten,
 * Überschriften, Tabellen und Zeichnungen, und wie jeder die Zuteilung prüfen kann (H13).
 */
import { TRIAL_SOURCES } from '../../../../src/report/trial/sources.ts';
import type { TrialReport } from '../../../../src/report/trial/trial-report.ts';
import type { TrialWords } from '../../../../src/report/trial/trial-words.ts';
import { evidenceWords } from './evidence.ts';
import { notAdvice } from './finding.ts';
import { capital, longDate, outcomeName, outOf100, points, shortDate, signed } from './number.ts';
import { sideEffectInWords } from './side-effect.ts';
import { arm, period, shortly, verdict } from './trial-report-answer.ts';
import { lengths, METHODS } from './trial-report-methods.ts';
import { RESULTS, STOP_WHY } from './trial-report-results.ts';

const item: TrialWords['item'] = {
  '1a': 'Titel',
  '1b': 'Zusammenfassung',
  '2a.1': 'Was bekannt ist',
  '2a.2': 'Warum eine Person im Vergleich mit sich selbst',
  '2b': 'Die Frage',
  '3a': 'Aufbau, Perioden und ihre Länge',
  '3b': 'Änderungen der Methode nach dem Beginn',
  '4a': 'Die Person: Diagnose, andere Krankheiten, andere Behandlung',
  '4b': 'Wo es stattfand',
  '4c': 'Forschung oder Versorgung, und Ethikvotum',
  '5': 'Was in jeder Periode gegeben wurde',
  '6a.1': 'Was gemessen wurde, und wann',
  '6a.2': 'Wie gut die Maße sind',
  '6b': 'Änderungen am Gemessenen',
  '7a': 'Wie die Länge gewählt wurde',
  '7b': 'Zwischenblicke und Regeln zum Aufhören',
  '8a': 'Wurde die Reihenfolge gelost, warum und wie',
  '8b': 'Grenzen der Ziehung',
  '8c': 'Die ganze Reihenfolge wie vorgesehen',
  '9': 'Wie die Reihenfolge verborgen war',
  '10': 'Wer zog, aufnahm und zuteilte',
  '11a': 'Wer verblindet war, und wie',
  '11b': 'Wie gleich die Kapseln waren',
  '12a': 'Wie die Arme verglichen werden',
  '12b': 'Mehrere Studien zusammen',
  '12c': 'Nachwirkung, Zeit und zusammenhängende Tage',
  '13a.1': 'Perioden zu Ende geführt, und in welcher Reihenfolge',
  '13a.2': 'Personen aufgenommen, zugeteilt und ausgewertet',
  '13b': 'Verluste und Ausschlüsse',
  '14a': 'Daten',
  '14b': 'Endete eine Periode oder die Studie vorzeitig',
  '15': 'Vor Tag 1',
  '16': 'Ausgewertete Perioden',
  '17a.1': 'Ergebnisse jeder Periode',
  '17a.2': 'Größe der Wirkung, und wie sicher',
  '17b': 'Ja-Nein-Ergebnisse',
  '18': 'Andere Auswertungen',
  '19': 'Nebenwirkungen',
  '20': 'Grenzen',
  '21': 'Für wen es gilt',
  '22': 'Lesart',
  '23': 'Registrierung',
  '24': 'Wo das Protokoll ist',
  '25': 'Wer bezahlt hat',
};

const tableHead: TrialWords['tableHead'] = {
  periods: ['Periode', 'Tage', 'Packung', 'Enthielt', 'Eingetragen', 'Kapseln', 'Gewertet'],
  baseline: ['Beschwerde', 'Tage mit Wert', 'Zu krank', 'Mittel (kleinster – größter)', 'Offen genommen'],
  scores: ['Beschwerde', 'Periode', 'Enthielt', 'Eingetragen', 'Zu krank', 'Mittel (SD)'],
  contrasts: ['Beschwerde', 'Dosis', 'Änderung, Punkte', '90-%-Intervall', 'Besser', 'Lohnend'],
  sensitivity: ['Vergleich', 'Tage', 'Änderung, Punkte', '90-%-Intervall', 'Besser'],
  guesses: ['Periode', 'Enthielt', 'Vermutung', 'Wie sicher', 'Weil', 'Trifft zu'],
  blinding: ['Enthielt', 'Perioden', '„Medikament“', '„Placebo“', 'Keine Ahnung', 'Ohne', 'Index nach Bang (95 %)'],
  harms: ['Nebenwirkung', 'Enthielt', 'Tage damit', 'Begann', 'Schwerster Grad'],
  deviations: ['Tag', 'Was', 'Notiz'],
};

const caption: TrialWords['caption'] = {
  diagram: 'Der Weg einer Person durch die Studie. Getönt und dick umrandet: Die Kapseln enthielten das Medikament.',
  periods: 'Perioden, wie sie abliefen',
  baseline: 'Vor Tag 1',
  course:
    'Punkte: eingetragene Tage (blass: ausgenommene erste Tage). Kreuze: zu krank. Lücken: nichts eingetragen. Getönt: das Medikament. Linie: Mittel der Periode.',
  scores: 'Werte jeder Periode',
  intervals:
    'Änderung gegenüber Placebo. Dicker Balken: 50-%-Intervall, dünner: 90 %. * ist die eine festgelegte Frage; graue Zeilen stellen sie mit anderen Tagen oder Spalten.',
  contrasts: 'Änderung gegenüber Placebo (* die eine Frage)',
  sensitivity: 'Die eine Frage mit anderen Tagen oder Spalten',
  guesses: 'Was am Ende jeder Periode vermutet wurde',
  blinding: 'Vermutungen je Arm; Index nach Bang: 1 alle richtig, 0 wie geraten, −1 alle falsch',
  harms: 'Nebenwirkungen nach dem, was wirklich genommen wurde',
  deviations: 'Abweichungen',
};

const alt: TrialWords['alt'] = {
  diagram: (r) =>
    `Die Perioden der Reihe nach, je ein Kasten. ${r.periods.map(({ period: place, arm: held, kept, days, analysed }) => `${period(place)}: ${arm(held)}, ${days === 0 ? 'nicht erreicht' : `${kept} von ${days} Tagen eingetragen, ${analysed ? 'gewertet' : 'nicht gewertet'}`}.`).join(' ')}`,
  course: (r) =>
    `Tag für Tag vom ${longDate(r.firstDay)} bis ${longDate(r.lastDay)}, ein Streifen je Beschwerde über die ganze Skala, mit dem Inhalt jeder Periode. ${r.answer.outcomes.map(({ outcome, periods }) => `${outcomeName(outcome.label)}, Mittel der Perioden: ${periods.map(({ mean }) => (mean === undefined ? 'keines' : points(mean, outcome.scale))).join('; ')}.`).join(' ')}`,
  intervals: (r) => {
    const rows = r.answer.outcomes.flatMap(({ outcome, doses }) =>
      doses.map(({ dose, blinded: { mean, quantiles: q } }) => {
        const [best, low, high] = [mean, q['0.05'], q['0.95']].map((value) => points(value, outcome.scale));
        return `${outcomeName(outcome.label)}, ${arm(dose)}: ${best} Punkte, 90-%-Intervall ${low} bis ${high}.`;
      }),
    );
    return `Änderung gegenüber Placebo. ${rows.join(' ')}`;
  },
};

const verify = ({ sealedAt, firstDay }: TrialReport): readonly string[] => [
  'Den Text im Rahmen unten kopieren und alle Leerzeichen und Zeilenumbrüche herausnehmen. Er enthält, was gezogen wurde: die Packungen, die Reihenfolge (0 ist Placebo, dann die Dosen aufsteigend), den Hash des Protokolls und eine Zufallszahl, die niemand erraten konnte.',
  "Den SHA-256 davon mit einem beliebigen Programm berechnen, zum Beispiel: printf %s '…der Text…' | sha256sum",
  `Heraus kommt der Fingerabdruck im Rahmen, und derselbe muss seit dem ${longDate(Math.floor(sealedAt / 86_400_000))} in der Akte des Falls stehen; Tag 1 war der ${longDate(firstDay)}. Mit einer einzigen anderen Ziffer wäre es ein anderer Fingerabdruck.`,
  'Im JSON dieses Berichts stehen Text und Fingerabdruck je in einem Stück.',
];

/** Everything German says in the report of a trial. */
export const trialReportWords: TrialWords = {
  language: 'de',
  title: (r) =>
    `Eine verblindete N-of-1-Studie zu niedrig dosiertem Naltrexon: ${r.protocol.design.doses.map(arm).join(', ')} gegen Placebo`,
  head: (r) => [
    ['Über', `die Person von Fall ${r.label}`],
    ...(r.clinic === undefined ? [] : ([['Von', r.clinic]] as const)),
    ['Studie', `${longDate(r.firstDay)} bis ${longDate(r.lastDay)}; ${lengths(r)}`],
    ['Bericht', `${longDate(r.day)}, nach den Punkten von CENT 2015`],
    ['Nummer', r.trial],
  ],
  synthetic: 'VORFÜHRUNG: eine erfundene Person. Über niemanden.',
  foot: (r) => `Fall ${r.label}, am ${longDate(r.day)} aus der Akte erstellt. Gibt keinen Rat und ändert keine Dosis.`,
  page: ['Seite', 'von'],
  section: {
    short: 'Die Antwort',
    introduction: 'Einleitung',
    methods: 'Methoden',
    results: 'Ergebnisse',
    discussion: 'Einordnung',
    other: 'Weitere Angaben',
    verify: 'So lässt sich prüfen, dass die Reihenfolge nicht geändert wurde',
    checklist: 'CENT 2015, Punkt für Punkt',
    references: 'Quellen',
  },
  verdict,
  shortly,
  notAdvice,
  item,
  say: { ...METHODS, ...RESULTS },
  reason: {
    'one-person': 'Dies ist eine Studie mit einer Person, keine Reihe.',
    'no-binary-outcome': 'Nichts wurde als Ja oder Nein gemessen.',
    ethics: 'ob dies Forschung war und ob eine Ethikkommission zugestimmt hat. Die Akte enthält nur die Einwilligung.',
    registration: 'eine Registernummer, falls registriert.',
    funding: 'wer Kapseln und Betreuung bezahlt hat.',
    'diagnostic-criteria': 'nach welchen Kriterien die Diagnose gestellt wurde; die Akte enthält Codes.',
    'age-and-sex': 'Alter, Geschlecht und seit wann; die Akte enthält nichts davon.',
    'reason-for-length': 'warum diese Länge, und was von ihr zu erwarten war.',
  },
  status: {
    filled: 'Aus der Akte beantwortet',
    'not-applicable': 'Trifft nicht zu',
    'for-the-clinic': 'Von der Praxis zu ergänzen',
  },
  lacks: (reason) => `Von der Praxis zu ergänzen: ${reason}`,
  checklistHead: ['Punkt', 'Wonach er fragt', 'Hier'],
  tableHead,
  caption,
  alt,
  label: {
    before: 'Tage mit Wert vor Tag 1 (von 28)',
    sealed: 'Reihenfolge gezogen und versiegelt',
    kept: 'eingetragen',
    taken: 'Kapseln',
    analysed: 'gewertet',
    notAnalysed: 'nicht gewertet',
    notReached: 'nicht erreicht',
    noChange: 'keine Änderung',
    worthwhile: 'lohnende Änderung',
    better: 'besser',
    worse: 'schlechter',
    tooFew: 'zu wenige Tage',
    none: 'nichts',
    yes: 'ja',
    no: 'nein',
    settled: 'Wie vor Tag 1 festgelegt',
  },
  sensitivity: {
    withoutUnblinded: 'Ohne verratene Perioden',
    withoutRightGuesses: 'Ohne richtig vermutete Perioden',
    withExpectancy: 'Neben „irgendeine Kapsel“',
    withoutFirstDays: 'Erste Tage ausgenommen',
    withFirstDays: 'Erste Tage dabei, nur Modell',
    sceptic: 'Mit skeptischem Blick',
  },
  arm: (dose) => arm(dose),
  period,
  date: longDate,
  shortDate,
  symptom: ({ label }) => outcomeName(label),
  points,
  range: (low, high, scale) => `${points(low, scale)} … ${points(high, scale)}`,
  index: (value) => signed(value, 2),
  chance: outOf100,
  sideEffect: (name) => capital(sideEffectInWords(name)),
  grade: { 0: 'keine', 1: 'leicht', 2: 'mittel', 3: 'schwer' },
  guess: { drug: 'Medikament', placebo: 'Placebo', 'no-idea': 'keine Ahnung' },
  guessReason: {
    'felt-better': 'ging besser',
    'felt-worse': 'ging schlechter',
    'felt-the-same': 'ging gleich',
    'side-effects': 'Nebenwirkungen',
    'look-or-taste': 'Aussehen oder Geschmack',
    told: 'wurde gesagt',
    'just-a-feeling': 'nur ein Gefühl',
  },
  confidence: (confidence) => `${confidence} von 4`,
  deviation: {
    'wrong-kit': 'falsche Packung',
    'missed-days': 'ausgelassene Tage',
    'kit-lost': 'Packung verloren',
    'new-medicine': 'neues Medikament',
    'late-guess': 'späte Vermutung',
    other: 'etwas anderes',
  },
  stopWhy: STOP_WHY,
  verify,
  commitment: 'Fingerabdruck, ohne die Leerzeichen:',
  references: (r) => [
    ...TRIAL_SOURCES,
    ...(['final-2024', 'innova'] as const).map((id) => evidenceWords.reference(r.evidence.sources[id])),
  ],
};
