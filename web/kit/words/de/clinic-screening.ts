/** The screening of a case, in German. Not known counts as not in order, and the page says so (H4, H5, H6, H7, H37). */
import type { Group, Washout } from '../../../../src/medicine/screening/drug-list.ts';
import type { clinicScreeningWords as english } from '../en/clinic-screening.ts';
import { dateInWords } from './clinic-case.ts';
import { findingSentence, MEDICINE_FORM_WORDS, QUESTION_WORDS, SEVERITY_WORDS, UNRESOLVED_WORDS } from './screening.ts';

const GROUP: Readonly<Record<Group, string>> = {
  opioid: 'Opioid',
  'partial-agonist': 'Teil-Opioid',
  'mixed-agonist': 'gemischtes Opioid',
  'gut-opioid': 'Opioid des Darms',
  'gut-opioid-when-repeated': 'Opioid des Darms bei regelmäßiger Einnahme',
  'peripheral-agonist': 'wirkt an Opioidrezeptoren außerhalb des Gehirns',
  'cough-not-opioid': 'Hustenmittel, kein Opioid',
  naltrexone: 'Naltrexon selbst',
  antagonist: 'blockiert Opioidrezeptoren',
  'rescue-antagonist': 'für den Fall einer Opioid-Überdosis',
  'opioid-marker': 'für Menschen, die Opioide nehmen oder absetzen',
  'liver-or-lethargy': 'Leber oder Schläfrigkeit',
  'thyroid-hormone': 'Schilddrüsenhormon',
  immunosuppressant: 'bremst das Immunsystem',
  'excluded-in-trials': 'in einzelnen Studien nicht erlaubt',
  none: 'keine Regel betrifft es',
};

const WASHOUT: Readonly<Record<Washout, string>> = {
  short: 'kurz wirksam',
  'long-label': 'verlässt den Körper langsam',
  long: 'lang wirksam',
};

/** "1 im Weg, 2 warten auf eine Begründung." */
function counted(hard: number, soft: number): string {
  const waiting = soft === 0 ? 'nichts wartet' : soft === 1 ? '1 wartet' : `${soft} warten`;
  return `${hard === 0 ? 'Nichts steht im Weg' : `${hard} im Weg`}, ${waiting} auf eine Begründung.`;
}

export const clinicScreeningWords: typeof english = {
  medicines: 'Medikamente',
  noMedicines:
    'Noch ist kein Medikament eingetragen. Tragen Sie alles ein, was genommen wird, auch Sprays, Pflaster und Hustensaft.',
  failClosed:
    'Was die Liste nicht erkennt, gilt als Grund, nicht zu beginnen, bis eine verordnende Person gesagt hat, was es ist.',
  list: (version) => `Liste der Medikamente: ${version}`,
  enter: 'Ein Medikament eintragen',
  name: 'Name, wie er auf der Packung steht',
  nameHelp: 'Handelsname oder Wirkstoff, mit oder ohne Stärke. Mehrere in einer Packung: alle schreiben.',
  matching: 'Wird nachgeschlagen …',
  match: {
    recognised: (names) => `Erkannt: ${names}`,
    opioid: 'Ein Opioid: Naltrexon kann in jeder Dosis einen Entzug auslösen.',
    unresolved: (why) => `Nicht erkannt: ${why}. Es steht im Weg, bis jemand gesagt hat, was es ist.`,
  },
  hit: (ingredient, group, washout) =>
    `${ingredient} (${GROUP[group]}${washout === undefined ? '' : `, ${WASHOUT[washout]}`})`,
  why: UNRESOLVED_WORDS,
  form: 'Form',
  forms: MEDICINE_FORM_WORDS,
  use: 'Wird es genommen?',
  uses: { current: 'Ja, jetzt', stopped: 'Nicht mehr', unknown: 'Nicht bekannt (gilt als genommen)' },
  lastTaken: 'Letzter Tag der Einnahme',
  lastTakenMissing: 'Geben Sie den letzten Tag der Einnahme an.',
  chronic: 'In den letzten 90 Tagen länger als etwa vier Wochen genommen?',
  beyondLabel: 'Über die Packungsangabe hinaus oder regelmäßig genommen?',
  said: { yes: 'Ja', no: 'Nein', unknown: 'Nicht gesagt' },
  add: 'Medikament eintragen',
  added: (name) => `Eingetragen: ${name}.`,
  using: {
    current: 'wird genommen',
    stopped: (day) => `nicht mehr; zuletzt am ${dateInWords(day)}`,
    unknown: 'nicht bekannt, ob es genommen wird; gilt als genommen',
  },
  chronicSaid: { true: 'länger als etwa vier Wochen', false: 'kürzer als etwa vier Wochen' },
  change: 'Einnahme ändern',
  changeButton: 'Diese Einnahme eintragen',
  resolve: 'Sagen, was es ist',
  resolveHelp: 'Der Text bleibt, wie er eingetragen wurde; Ihre Entscheidung und Begründung stehen daneben.',
  resolveAs: 'Es ist',
  resolutions: { ingredient: 'dieser Wirkstoff der Liste', 'not-listed': 'etwas, das keine Regel betrifft' },
  ingredient: 'Wirkstoff, wie ihn die Liste schreibt',
  resolveButton: 'Entscheidung eintragen',
  resolvedAs: (ingredient) => `geklärt als ${ingredient}`,
  resolvedNotListed: 'geklärt: keine Regel betrifft es',

  questions: 'Fragen',
  questionsHelp: 'Alle werden für heute beantwortet. „Nicht bekannt“ ist eine Antwort, und sie steht im Weg.',
  question: QUESTION_WORDS,
  answers: { yes: 'Ja', no: 'Nein', unknown: 'Nicht bekannt' },
  answeredOn: (day) => `Beantwortet für ${dateInWords(day)}.`,
  neverAnswered: 'Noch nie beantwortet.',
  unanswered: (count) =>
    count === 1 ? 'Eine Frage ist noch ohne Antwort.' : `${count} Fragen sind noch ohne Antwort.`,
  openQuestions: 'Fragen und Antworten zeigen',
  liver: 'Leberwert: ALT oder AST, der höhere, als Vielfaches der oberen Grenze',
  liverHelp: 'Zum Beispiel 0.8. Leer: nicht gemessen.',
  egfr: 'eGFR in mL/min/1.73 m²',
  egfrHelp: 'Zum Beispiel 74. Leer: nicht gemessen.',
  numberUnreadable: 'Schreiben Sie eine Zahl mit Punkt, zum Beispiel 0.8, oder lassen Sie das Feld leer.',
  operationOn: 'Tag der geplanten Operation, falls es eine gibt',
  saveAnswers: 'Antworten für heute eintragen',
  answersSaved: (hard, soft) => `Eingetragen. ${counted(hard, soft)}`,

  findings: 'Was die Regeln heute ergeben',
  clear: 'Heute ergibt sich nichts.',
  severity: SEVERITY_WORDS,
  finding: findingSentence,
  counts: (hard, soft) => (hard === 0 && soft === 0 ? 'Nichts ist offen.' : counted(hard, soft)),
  clearFrom: (day) => `Warten allein klärt es ab ${dateInWords(day)}.`,
  allClearFrom: (day) => `Warten allein klärt alles, was im Weg steht, ab ${dateInWords(day)}.`,
  notOverridable: 'Das lässt sich nicht zurückstellen.',
  override: 'Mit Begründung zurückstellen',
  overrideHelp: 'Nur für dieses Ergebnis. Es bleibt mit Ihrem Namen und Ihrer Begründung in der Liste.',
  overrideButton: 'Zurückstellen',
  overridden: (who, day, reason) => `Zurückgestellt von ${who} am ${dateInWords(day)}: „${reason}“`,
  moreSoft: (count) => `${count} weitere warten auf eine Begründung`,
  information: (count) => `Zu lesen (${count})`,
  setAside: (count) => `Zurückgestellt (${count})`,

  review: 'Als Ganzes ansehen',
  reviewHelp:
    'Trägt ein, dass Sie heute alles oben angesehen haben: wie viel offen ist, nach welcher Liste, und welche Meldungen neuer Medikamente zu sehen waren. Ein Plan wird auf einen solchen Blick vom selben Tag oder vom Tag davor unterschrieben, wenn nichts offen ist.',
  reviewButton: 'Ich habe das als Ganzes angesehen',
  reviewed: (day, hard, soft) => `Angesehen am ${dateInWords(day)}. ${counted(hard, soft)}`,
  neverReviewed: 'Noch niemand hat sie als Ganzes angesehen.',
  stale: 'Seitdem wurde etwas eingetragen oder gemeldet. Sehen Sie neu hin.',
  reported: 'Gemeldet und noch nicht gesehen:',
};
