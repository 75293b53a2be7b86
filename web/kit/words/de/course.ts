/** German on the drawing of a course and of its side effects: names, descriptions for a screen reader, table headings. */
import { EFFECT_DAYS } from '../../../../src/chart/course/stretch.ts';
import type { CourseLabel, CourseTold, CourseWords } from '../../../../src/chart/course/words.ts';
import type { Dose } from '../../../../src/medicine/dose.ts';
import type { StopRule } from '../../../../src/medicine/titration.ts';
import type { Complaint, CourseMark } from '../../../../src/trial/therapy-course.ts';
import { dayCountDative, doseInWords, longDate, outcomeName, points, shortDate } from './number.ts';
import { sideEffectInWords } from './side-effect.ts';

const label: Readonly<Record<CourseLabel, string>> = {
  'day-logged': 'ein Tag mit Wert',
  'second-hand': 'nachgetragen oder wie am Vortag',
  'too-ill': 'zu krank für einen Eintrag',
  'no-score': 'kein Wert',
  fitted: 'wahrscheinlicher Verlauf (90\u2011%\u2011Band)',
  without: 'ohne das Medikament (90\u2011%\u2011Band)',
  'dose-taken': 'eingenommene Dosis',
  'dose-planned': 'Dosis des Plans',
  'dose-not-taken': 'nicht eingenommen',
  'dose-unplanned': 'eingenommen, nicht im Plan',
  'dose-unknown': 'nicht bekannt',
  'dose-blinded': 'verblindete Kapsel',
  'dose-axis': 'Dosis, mg',
  'side-effects': 'Nebenwirkungen',
  events: 'Was sonst geschah',
  'no-plan': 'kein Plan',
  blinded: 'verblindeter Versuch',
  'no-drug': 'ohne',
  from: 'Von',
  to: 'Bis',
  planned: 'Dosis des Plans',
  taken: 'Medikament eingenommen',
  'days-scored': 'Tage mit Wert',
  'days-too-ill': 'Zu krank für einen Eintrag',
  'mean-score': 'Mittlerer Wert',
  happened: 'Was geschah',
  'days-since-step': 'Tage seit der Änderung der Dosis',
  'effect-day': 'gemeldet',
  'effect-carried': 'noch offen, an dem Tag kein Eintrag',
  'day-kept': 'ein Tag mit Eintrag',
  'side-effect': 'Nebenwirkung',
  'told-later': 'auch später noch: siehe Tabelle',
  'fraction-note': 'Rechts, für die ganze Zeit mit der Dosis: gemeldete Tage / Tage mit Eintrag',
  'first-week': 'Gemeldet in der ersten Woche, von Tagen mit Eintrag',
  'second-week': 'In der zweiten Woche',
  later: 'Später',
  none: 'nichts',
};

const GRADE = { 1: 'leicht', 2: 'mittel', 3: 'schwer' } as const;
const FLAG: Readonly<Record<StopRule, string>> = {
  'opioid-taken': 'Opioid genommen',
  'withdrawal-signs': 'Zeichen von Entzug',
  jaundice: 'Zeichen von Gelbsucht',
  'breathing-trouble-or-rash': 'Atemnot oder Ausschlag',
  'suicidal-thoughts': 'Gedanken an Selbsttötung',
  pregnancy: 'Schwangerschaft',
};
const CHANGE: Readonly<Record<Extract<CourseMark, { kind: 'change' }>['what'], string>> = {
  'new-medicine': 'neues Medikament',
  infection: 'Infekt',
  crash: 'Crash',
  cycle: 'Periode',
  'operation-planned': 'Operation geplant',
};
const WISH: Readonly<Record<Extract<CourseMark, { kind: 'request' }>['wish'], string>> = {
  hold: 'Anfrage: bleiben',
  'step-up': 'Anfrage: höher',
  'step-down': 'Anfrage: niedriger',
  resume: 'Anfrage: weiter',
  other: 'andere Anfrage',
};

const dose = (amount: Dose): string => doseInWords(amount / 1000, 'mg');
const complaint = ({ name, grade }: Complaint): string => `${sideEffectInWords(name)}, ${GRADE[grade]}`;

function mark(told: CourseMark): string {
  if (told.kind === 'red-flag') return FLAG[told.rule];
  if (told.kind === 'change') return CHANGE[told.what];
  if (told.kind === 'request') return WISH[told.wish];
  if (told.kind === 'plan') return 'neuer Plan';
  if (told.move === 'stop') return 'beendet';
  return told.move === 'hold' ? `geblieben: ${dose(told.dose)}` : `auf ${dose(told.dose)}`;
}

function counts({ days, scored, tooIll }: CourseTold): string {
  const ill = tooIll > 0 ? `, an ${dayCountDative(tooIll)} zu krank für einen Eintrag` : '';
  return `Ein Wert an ${scored} von ${dayCountDative(days)}${ill}.`;
}

function doses({ stretches }: CourseTold): string {
  const told = stretches.flatMap((stretch) => {
    if (stretch.blinded) return [`ein verblindeter Versuch ab ${longDate(stretch.from)}`];
    return stretch.dose === undefined ? [] : [`${dose(stretch.dose)} ab ${longDate(stretch.from)}`];
  });
  return told.length === 0 ? 'An diesen Tagen kein Plan.' : `Nach dem Plan: ${told.join('; ')}.`;
}

function effects({ complaints }: CourseTold): string {
  if (complaints.length === 0) return 'Es wurde keine Nebenwirkung gemeldet.';
  const told = complaints.map((one) => {
    const end = one.ended === undefined ? 'noch da' : `bis ${shortDate(one.ended)}`;
    return `${complaint(one)}, ab ${shortDate(one.since)}, ${end}`;
  });
  return `Nebenwirkungen: ${told.join('; ')}.`;
}

export const courseWords: CourseWords = {
  courseCaption: (outcome, told) => ({
    title: `${outcomeName(outcome.label)} Tag für Tag, mit Dosen und Nebenwirkungen`,
    description: `${counts(told)} ${doses(told)} ${effects(told)}`,
  }),
  sideEffectsCaption: (told) => ({
    title: 'Nebenwirkungen nach Tagen seit der Änderung der Dosis',
    description: `Eine Zeile für jeden Abschnitt mit einer Dosis, bis zu ${EFFECT_DAYS} Tage ab der Änderung. ${effects(told)} Ein Tag ohne Eintrag bleibt leer: Das heißt nicht, dass es keine Nebenwirkung gab.`,
  }),
  scoreAxis: ({ label: name, scale, better }) =>
    `${outcomeName(name)}, ${scale.minimum} bis ${scale.maximum}, ${better === 'lower' ? 'niedriger' : 'höher'} ist besser`,
  points,
  dose,
  doseTick: (amount) => String(amount / 1000),
  day: shortDate,
  longDay: longDate,
  month: (day) => shortDate(day).replace(/^\d+\. /, ''),
  year: (day) => longDate(day).replace(/^.* /, ''),
  sideEffect: sideEffectInWords,
  complaint,
  mark,
  ofDays: (some, all) => `${some} von ${dayCountDative(all)}`,
  label,
};
