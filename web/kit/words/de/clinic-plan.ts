/** Plans of a case, in German: those there are, the editor, the read-back of exactly what is signed, and signing (H17). */
import { parseLocalDate } from '../../../../src/base/calendar.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { RunKind } from '../../../../src/medicine/plan-days.ts';
import type { PlanTextFault } from '../../../../src/medicine/plan-json.ts';
import type { PlanNumber, TitrationPlan } from '../../../../src/medicine/titration.ts';
import type { PlanStatus } from '../../../../src/records/case-state.ts';
import type { clinicPlanWords as english } from '../en/clinic-plan.ts';
import { dateInWords } from './clinic-case.ts';
import { dayCount, dayCountDative, longDate } from './number.ts';
import { DOSE_TEXT, PLAN_CAUTION, PLAN_FAULT, STOP_RULE, say, TEMPLATE } from './plan.ts';
import { signatureWords } from './signature.ts';

const STATUS: Readonly<Record<PlanStatus, string>> = {
  drafted: 'Entwurf, gilt nicht',
  'half-signed': 'wartet auf die zweite Unterschrift',
  'in-force': 'gilt',
  superseded: 'durch einen neueren ersetzt',
  ended: 'beendet',
};

const NUMBER: Readonly<Record<PlanNumber, string>> = {
  baselineDays: 'Vorphase: Tagebuchtage vor der ersten Dosis',
  endlineDays: 'Tagebuchtage nach der letzten Stufe, ohne Wirkstoff',
  'rules.hold.sideEffectGrade': 'Halten: bei einer Nebenwirkung ab diesem Grad',
  'rules.hold.sleepWorsePoints': 'Halten: Schlaf um so viele Punkte schlechter als in der Vorphase',
  'rules.hold.sleepWorseNights': '… in so vielen Nächten',
  'rules.hold.sleepWindowNights': '… der letzten so vielen Nächte',
  'rules.stepDown.afterDays': 'Senken: wenn eine solche Nebenwirkung so viele Tage dauert',
  'rules.stepUp.screeningWithinDays': 'Erhöhen: Sicherheitsprüfung höchstens so viele Tage alt',
  'rules.stepUp.dosesTakenPercent': 'Erhöhen: so viele von 100 Dosen der Stufe genommen',
  'rules.lateDose.withinHours': 'Späte Dosis: darf innerhalb so vieler Stunden genommen werden',
  'rules.lateDose.rescreenAfterMissedDays': 'Neue Sicherheitsprüfung nach so vielen ausgelassenen Tagen in Folge',
  'rules.evaluation.minimumDays': 'Beurteilt erst nach so vielen Tagen bei einer Dosis',
};

function faultSentence(fault: PlanTextFault): string {
  if (fault.code === 'json-dose-refused') return say(DOSE_TEXT, fault.why);
  if (fault.code.startsWith('json-')) return 'Schreiben Sie eine ganze Zahl.';
  return say(PLAN_FAULT, fault as Exclude<PlanTextFault, { code: `json-${string}` }>);
}

const span = (from: string, to: string): string => `${dateInWords(from)} bis ${dateInWords(to)}`;
const drug = (dose: string): string => (dose === '0 mg' ? 'kein Wirkstoff' : `${dose} am Tag`);

function daysFromTo(from: string, to: string): number {
  const [first, last] = [parseLocalDate(from), parseLocalDate(to)];
  return first.ok && last.ok ? last.value - first.value + 1 : 0;
}

function placeInWords(kind: RunKind, step: number | undefined): string {
  if (kind === 'step') return `Stufe ${(step ?? 0) + 1}`;
  return kind === 'baseline' ? 'Vorphase' : 'nach der letzten Stufe';
}

function rulesInWords({ rules, maximumStep, ceiling }: TitrationPlan): readonly string[] {
  const { hold, stepDown, stepUp, lateDose, evaluation, stop } = rules;
  return [
    `Keine Dosis über ${formatDose(ceiling)}; keine Erhöhung um mehr als ${formatDose(maximumStep)} auf einmal.`,
    `Erhöht wird nur mit einer Sicherheitsprüfung, die höchstens ${dayCount(stepUp.screeningWithinDays)} alt ist, und wenn ${stepUp.dosesTakenPercent} von 100 Dosen der Stufe genommen wurden.`,
    `Gehalten wird bei einer Nebenwirkung ab Grad ${hold.sideEffectGrade}, oder wenn der Schlaf in ${hold.sleepWorseNights} von ${hold.sleepWindowNights} Nächten um ${hold.sleepWorsePoints} Punkte oder mehr schlechter ist.`,
    `Gesenkt wird, wenn eine solche Nebenwirkung seit ${dayCountDative(stepDown.afterDays)} anhält.`,
    `Eine Dosis, die mehr als ${lateDose.withinHours} Stunden zu spät ist, fällt aus. Nach ${dayCountDative(lateDose.rescreenAfterMissedDays)} in Folge ohne Einnahme kommt eine neue Sicherheitsprüfung.`,
    `Beurteilt wird erst nach ${dayCountDative(evaluation.minimumDays)} bei einer Dosis.`,
    `Endet sofort bei: ${stop.map((rule) => STOP_RULE[rule]).join('; ')}.`,
  ];
}

export const clinicPlanWords: typeof english = {
  inForce: 'Gilt jetzt',
  noPlan: 'Kein Plan gilt.',
  waiting: 'Wartet auf die zweite Unterschrift',
  drafts: 'Entwürfe',
  earlier: (count) => `Frühere Pläne (${count})`,
  status: STATUS,
  newPlan: 'Neuen Plan schreiben',
  amend: 'Ändern: aus diesem einen neuen Plan schreiben',
  amendHelp:
    'Ein geltender Plan wird nie bearbeitet. Ein neuer Entwurf beginnt mit ihm und wird als Ganzes unterschrieben.',
  edit: 'Weiterschreiben',
  toSign: 'Gegenlesen und unterschreiben',
  toCosign: 'Gegenlesen und als zweite Person unterschreiben',
  steps: (doses) => doses.join(', '),
  valid: (from, to) => `Gültig ${span(from, to)}.`,
  signedBy: (who, moment, method) =>
    `Unterschrieben von ${who}, ${moment}, ${method === 'password' ? 'mit einem Passwort (beweist weniger: kein eigener Schlüssel)' : 'mit einem Passkey'}.`,
  hash: (hash) => `Prüfsumme des Unterschriebenen: ${hash}`,
  restsOn: (on, list) => `Beruht auf der Sicherheitsprüfung vom ${dateInWords(on)}, Liste ${list}.`,
  transcribed: (by) => `Abgeschrieben, verordnet von ${by}. Niemand hat ihn hier unterschrieben.`,
  endedOn: (day) => `Gilt ab ${dateInWords(day)} nicht mehr.`,
  details: 'Der ganze Plan',
  rules: rulesInWords,
  rulesName: 'Seine Regeln',
  timing: { evening: 'Einnahme am Abend.', morning: 'Einnahme am Morgen.' },
  stepLine: (step, dose, days) => `Stufe ${step}: ${formatDose(dose)} am Tag, ${dayCount(days)} oder länger`,
  baselineLine: (days) => (days === 0 ? 'Keine Vorphase.' : `Vorphase: ${dayCount(days)} ohne Wirkstoff`),

  end: 'Diesen Plan beenden',
  endHelp: 'Ab diesem Tag darf er nicht mehr befolgt werden. Was davor genommen wurde, bleibt, wie es ist.',
  endOn: 'Ab diesem Tag',
  endButton: 'Plan beenden',

  begin: 'Beginnen mit',
  beginHelp: 'Veröffentlichte oder übliche Schemata, zum Bearbeiten. Keines ist ein Rat.',
  template: TEMPLATE,
  fromForce: 'dem geltenden Plan',

  editor: 'Entwurf',
  name: 'Name des Plans',
  step: (step) => `Stufe ${step}`,
  doseOf: (step) => `Dosis der Stufe ${step}`,
  doseHelp: 'Mit Einheit und Punkt, zum Beispiel 1.5 mg oder 750 ug.',
  daysOf: (step) => `Mindesttage auf Stufe ${step}`,
  addStep: 'Stufe hinzufügen',
  removeStep: (step) => `Stufe ${step} entfernen`,
  remove: 'Entfernen',
  sort: 'Stufen nach Dosis ordnen',
  ceiling: 'Obergrenze: die höchste Dosis, die dieser Plan enthalten darf',
  maximumStep: 'Größte Erhöhung von einer Stufe zur nächsten',
  number: NUMBER,
  range: (minimum, maximum) => (minimum === maximum ? `${minimum}` : `${minimum} bis ${maximum}`),
  timeOfDay: 'Einnahme am',
  times: { evening: 'Abend', morning: 'Morgen' },
  rulesHeading: 'Regeln für Halten, Senken, Erhöhen und Beenden',
  stopRules: 'Zeichen, die die Therapie sofort beenden, stehen in jedem Plan:',
  stopRule: STOP_RULE,
  fault: faultSentence,
  faults: (count) =>
    count === 0
      ? 'Kein Fehler gefunden.'
      : count === 1
        ? 'Ein Fehler, neben seinem Feld.'
        : `${count} Fehler, jeder neben seinem Feld.`,
  cautions: 'Vor dem Unterschreiben zu lesen',
  caution: (caution) => say(PLAN_CAUTION, caution),
  kept: 'Was Sie tippen, bleibt in diesem Fenster, bis es gespeichert ist.',
  calendar: 'Wenn jede Stufe so früh wie erlaubt erhöht wird',
  calendarFrom: 'Beginn am',
  calendarHead: ['Von', 'Bis', 'Ort im Plan', 'Dosis', 'Tage'],
  calendarHelp:
    'Ein Kalender zum Lesen, keine Anordnung: Jede Erhöhung muss verdient und von einem Menschen vorgenommen werden.',
  run: (kind, step) => placeInWords(kind, step),
  doseInRun: (dose) => (dose === 0 ? 'kein Wirkstoff' : formatDose(dose)),
  day: (day) => longDate(day),
  saveAndRead: 'Speichern, dann gegenlesen',
  discard: 'Getipptes vergessen',
  back: 'Zurück zu den Plänen',
  lost: 'Dieser Plan ist kein Entwurf mehr oder nicht vorhanden.',

  readBack: 'Gegenlesen',
  readBackSecond: 'Gegenlesen für die zweite Unterschrift',
  terms: 'Tage und Beginn',
  validFrom: 'Erster Tag',
  validTo: 'Letzter Tag',
  validToHelp: 'Höchstens 366 Tage. Danach wird keine Dosis gezeigt.',
  startAt: 'Er beginnt mit',
  startPlace: (place, dose) => (place === 'baseline' ? 'der Vorphase' : `Stufe ${place + 1}, ${dose}`),
  youSign: 'Das unterschreiben Sie',
  forWhom: 'Patientin oder Patient',
  caseLabel: 'Fall',
  runLine: (kind, step, dose, from, to) =>
    `${span(from, to)} (${dayCount(daysFromTo(from, to))}): ${placeInWords(kind, step)}, ${drug(dose)}`,
  totals: (days, dose) => `${dayCount(days)} mit einer Dosis; zusammen ${dose}, bis zum letzten gültigen Tag.`,
  noScreening: 'Kein Blick auf die Sicherheitsprüfung als Ganzes ist eingetragen.',
  needs: {
    0: 'Niemand unterschreibt ihn.',
    1: 'Eine Unterschrift gibt ihm Geltung.',
    2: 'Zwei verordnende Personen müssen ihn unterschreiben.',
  },
  cannot: 'Noch kann nicht unterschrieben werden. Im Weg steht:',
  mend: {
    screening: 'zur Sicherheitsprüfung',
    plan: 'zum Entwurf',
    terms: 'zu Tagen und Beginn',
    requests: 'zu den Meldungen',
    people: 'zu den Personen des Falls',
    record: 'zur Akte',
  },
  ...signatureWords,
  sign: 'Diesen Plan unterschreiben',
};
