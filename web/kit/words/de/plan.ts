/**
 * The words of medicine in German: what is wrong with a dose, a product or a plan, which moves are open, and why. Doses
 * keep the one spelling they have everywhere, with a point (H1, H34). A new code does not compile until it stands here.
 */
import {
  type ConcentrationTextFault,
  formatConcentration,
  formatVolume,
  type MeasureFault,
  type VolumeTextFault,
} from '../../../../src/medicine/concentration.ts';
import { type DoseTextFault, formatDose } from '../../../../src/medicine/dose.ts';
import type { EvaluationReason, LateDoseReason } from '../../../../src/medicine/late-dose.ts';
import type { LdnDoseFault } from '../../../../src/medicine/ldn-range.ts';
import type { Move, MoveName } from '../../../../src/medicine/moves.ts';
import type { ProductFault, Take, TakeFault } from '../../../../src/medicine/product.ts';
import type { TemplateName } from '../../../../src/medicine/templates.ts';
import type { PlanCaution, PlanFault, PlanNumber, StopRule } from '../../../../src/medicine/titration.ts';
import { say, type Words } from '../say.ts';
import { dayCountDative, dayCount as days, longDate } from './number.ts';
import { sideEffectInWords } from './side-effect.ts';

export { say, type Words } from '../say.ts';

const nth = (step: number): string => `Stufe ${step + 1}`;
const last = (n: number): string => `${days(n)} sind das Höchste.`;

export const DOSE_TEXT: Words<DoseTextFault> = {
  'dose-unreadable': ({ text }) =>
    `„${text}“ ist keine Dosis. Schreiben Sie eine Zahl mit Einheit, zum Beispiel 1.5 mg.`,
  'dose-unit-missing': ({ text }) => `Bei „${text}“ fehlt die Einheit. Schreiben Sie mg oder ug hinter die Zahl.`,
  'dose-unit-conflict': ({ text, stated }) =>
    `„${text}“ hat eine andere Einheit als angegeben (${stated}). Eines von beiden stimmt nicht: Bitte berichtigen.`,
  'dose-is-a-volume': ({ text }) =>
    `„${text}“ ist eine Flüssigkeitsmenge. Wie viel Wirkstoff darin ist, hängt von der Lösung ab. Schreiben Sie die Dosis in mg.`,
  'dose-is-a-concentration': ({ text }) =>
    `„${text}“ sagt, wie stark eine Lösung ist, nicht wie viel genommen wurde. Schreiben Sie die Dosis in mg.`,
  'dose-naked-decimal': ({ text }) =>
    `„${text}“ beginnt mit einem Punkt oder Komma. Das wird leicht übersehen. Schreiben Sie eine 0 davor.`,
  'dose-leading-zero': ({ text }) =>
    `„${text}“ beginnt mit 0 und hat danach keinen Punkt. Fehlt einer? Bitte neu schreiben.`,
  'dose-separator-ambiguous': ({ text }) =>
    `„${text}“ lässt sich auf zwei Arten lesen. Schreiben Sie die Dosis mit höchstens zwei Stellen nach dem Punkt oder in ganzen ug.`,
  'dose-too-large': ({ dose, limit }) =>
    `${formatDose(dose)} ist mehr als die Tablette mit ${formatDose(limit)} einer anderen Behandlung. Prüfen Sie den Dezimalpunkt.`,
};

export const LDN_DOSE: Words<LdnDoseFault> = {
  'dose-below-ldn-range': ({ dose, minimum }) =>
    `${formatDose(dose)} liegt unter ${formatDose(minimum)}, der kleinsten Dosis, die hier geplant wird. Waren Milligramm gemeint?`,
  'dose-is-other-therapy': ({ dose }) =>
    `${formatDose(dose)} ist eine Naltrexon-Dosis zur Behandlung einer Sucht, also eine andere Behandlung. Sie wird hier nicht geplant und nicht gelesen.`,
  'dose-tenfold-slip': ({ dose, tenth }) =>
    `${formatDose(dose)} ist das Zehnfache von ${formatDose(tenth)}. Vielleicht fehlt ein Dezimalpunkt: Prüfen Sie die Dosis.`,
  'dose-above-ldn-range': ({ dose, maximum }) =>
    `${formatDose(dose)} liegt über ${formatDose(maximum)}, der höchsten Dosis, die hier geplant werden kann. Prüfen Sie die Dosis.`,
};

export const VOLUME_TEXT: Words<VolumeTextFault> = {
  'volume-unreadable': ({ text }) => `„${text}“ ist keine Flüssigkeitsmenge. Schreiben Sie zum Beispiel 0.1 mL.`,
  'volume-unit-missing': ({ text }) => `Bei „${text}“ fehlt die Einheit. Schreiben Sie mL hinter die Zahl.`,
  'volume-is-a-mass': ({ text }) => `„${text}“ ist eine Masse. Hier wird eine Menge in mL gebraucht.`,
  'volume-naked-decimal': ({ text }) =>
    `„${text}“ beginnt mit einem Punkt oder Komma. Das wird leicht übersehen. Schreiben Sie eine 0 davor.`,
  'volume-leading-zero': ({ text }) => `„${text}“ beginnt mit 0 und hat danach keinen Punkt. Fehlt einer?`,
  'volume-separator-ambiguous': ({ text }) =>
    `„${text}“ lässt sich auf zwei Arten lesen. Schreiben Sie es mit Punkt, zum Beispiel 2.5 mL.`,
  'volume-too-large': ({ volume, limit }) =>
    `${formatVolume(volume)} ist mehr als ${formatVolume(limit)}. Prüfen Sie die Menge.`,
};

export const CONCENTRATION_TEXT: Words<ConcentrationTextFault> = {
  'concentration-unreadable': ({ text }) =>
    `„${text}“ ist keine Konzentration. Schreiben Sie sie vom Etikett der Apotheke ab, zum Beispiel 1 mg/mL.`,
  'concentration-upside-down': ({ text }) =>
    `„${text}“ steht verkehrt herum. Schreiben Sie zuerst mg, dann mL, wie auf dem Etikett.`,
  'concentration-mass-refused': ({ why }) => `Vor dem Schrägstrich: ${say(DOSE_TEXT, why)}`,
  'concentration-volume-refused': ({ why }) => `Nach dem Schrägstrich: ${say(VOLUME_TEXT, why)}`,
  'concentration-not-exact': ({ text }) =>
    `„${text}“ ergibt keine ganze Zahl ug je mL. Fragen Sie die Apotheke nach der Angabe in mg/mL.`,
  'concentration-zero': ({ text }) =>
    `„${text}“ enthält keinen Wirkstoff oder keine Flüssigkeit. Schreiben Sie es vom Etikett der Apotheke ab.`,
  'concentration-too-strong': ({ concentration, limit }) =>
    `${formatConcentration(concentration)} ist stärker als ${formatConcentration(limit)}. Prüfen Sie den Dezimalpunkt.`,
};

const MEASURE: Words<MeasureFault> = {
  'volume-not-exact': ({ dose, concentration }) =>
    `${formatDose(dose)} lässt sich mit der Lösung ${formatConcentration(concentration)} nicht genau abmessen. Fragen Sie die Apotheke nach einer anderen Stärke.`,
  'volume-between-marks': ({ volume, graduation }) =>
    `${formatVolume(volume)} liegt zwischen zwei Strichen einer Spritze mit einem Strich alle ${formatVolume(graduation)}. Eine feinere Spritze wird gebraucht.`,
};

export const PRODUCT: Words<ProductFault> = {
  'strength-zero': () => 'Eine Kapsel braucht eine Stärke über 0 mg.',
  'graduation-zero': () =>
    'Zu einer Lösung gehört eine Spritze mit Strichen: Geben Sie an, wie weit sie auseinander liegen.',
  'strength-refused': ({ why }) => `Dieses Mittel kann nicht verwendet werden. ${say(LDN_DOSE, why)}`,
};

export const TAKE: Words<TakeFault> = {
  ...MEASURE,
  'no-product': () => 'Es ist kein Mittel angegeben. Darum lässt sich nicht sagen, was für eine Dosis zu nehmen ist.',
  'liquids-not-mixed': () => 'Eine Lösung steht neben einem anderen Mittel. Geben Sie eine Lösung an oder nur Kapseln.',
  'dose-not-in-whole-units': ({ dose, strengths, limit }) =>
    `${formatDose(dose)} lässt sich nicht aus höchstens ${limit} ganzen Stücken zu ${strengths.map(formatDose).join(', ')} zusammensetzen. Eine andere Stärke wird gebraucht. Kapseln werden nicht geöffnet.`,
};

const FORM = { capsule: ['Kapsel', 'Kapseln'], tablet: ['Tablette', 'Tabletten'] } as const;

/** "1 Kapsel zu 3 mg", "3 Kapseln zu 1.5 mg", "3 mL der Lösung 1 mg/mL", "nichts". */
export function takeInWords(take: Take): string {
  if (take.kind === 'none') return 'nichts';
  if (take.kind === 'liquid')
    return `${formatVolume(take.volume)} der Lösung ${formatConcentration(take.concentration)}`;
  return take.units
    .map(({ form, strength, count }) => `${count} ${FORM[form][count === 1 ? 0 : 1]} zu ${formatDose(strength)}`)
    .join(' + ');
}

export const STOP_RULE: Readonly<Record<StopRule, string>> = {
  'opioid-taken': 'ein Opioid wurde genommen',
  'withdrawal-signs': 'Zeichen eines Entzugs: Erbrechen, Schwitzen, Zittern nach einer Dosis',
  jaundice: 'gelbe Haut oder gelbe Augen oder dunkler Urin',
  'breathing-trouble-or-rash': 'Atemnot oder Hautausschlag',
  'suicidal-thoughts': 'Gedanken an Selbsttötung',
  pregnancy: 'Schwangerschaft',
};

const PLAN_NUMBER: Readonly<Record<PlanNumber, string>> = {
  baselineDays: 'Tage vor der ersten Dosis',
  endlineDays: 'Tage nach der letzten Stufe',
  'rules.hold.sideEffectGrade': 'Grad einer Nebenwirkung, ab dem die Dosis bleibt',
  'rules.hold.sleepWorsePoints': 'Punkte schlechteren Schlafs, ab denen die Dosis bleibt',
  'rules.hold.sleepWorseNights': 'Nächte schlechteren Schlafs, ab denen die Dosis bleibt',
  'rules.hold.sleepWindowNights': 'Nächte, auf die zurückgeblickt wird',
  'rules.stepDown.afterDays': 'Tage einer Nebenwirkung, nach denen es eine Stufe zurück geht',
  'rules.stepUp.screeningWithinDays': 'Tage, die eine Sicherheitsprüfung gilt',
  'rules.stepUp.dosesTakenPercent': 'Anteil genommener Dosen in Prozent, der für eine höhere Stufe nötig ist',
  'rules.lateDose.withinHours': 'Stunden, in denen eine späte Dosis noch genommen werden kann',
  'rules.lateDose.rescreenAfterMissedDays': 'ausgelassene Tage, nach denen neu geprüft wird',
  'rules.evaluation.minimumDays': 'Tage mit einer Dosis, bevor sie beurteilt wird',
};

export const PLAN_FAULT: Words<PlanFault> = {
  'plan-unnamed': ({ longest }) => `Der Plan braucht einen Namen aus 1 bis ${longest} sichtbaren Zeichen.`,
  'site-ceiling-too-high': ({ ceiling, limit }) =>
    `Keine Einrichtung kann ${formatDose(ceiling)} erlauben; ${formatDose(limit)} ist das Höchste. Senken Sie die Höchstdosis der Einrichtung.`,
  'ceiling-refused': ({ why }) => `Die Obergrenze kann so nicht stehen. ${say(LDN_DOSE, why)}`,
  'ceiling-zero': () =>
    'Die Obergrenze ist 0 mg. Geben Sie die höchste Dosis an, die Sie als verordnende Person erlauben.',
  'maximum-step-out-of-range': ({ maximumStep, limit }) =>
    `Der größte Schritt ist ${formatDose(maximumStep)}. Er muss über 0 mg und höchstens bei ${formatDose(limit)} liegen.`,
  'plan-empty': () => 'Der Plan hat keine Stufen. Fügen Sie mindestens eine Dosis hinzu.',
  'too-many-steps': ({ steps, limit }) => `Der Plan hat ${steps} Stufen; ${limit} sind das Höchste.`,
  'step-refused': ({ step, why }) => `${nth(step)} kann so nicht stehen. ${say(LDN_DOSE, why)}`,
  'step-above-ceiling': ({ step, dose, ceiling }) =>
    `${nth(step)} ist ${formatDose(dose)} und liegt über der Obergrenze von ${formatDose(ceiling)}. Senken Sie die Stufe, oder lassen Sie die Obergrenze anheben.`,
  'step-not-above-last': ({ step, dose, last: before }) =>
    `${nth(step)} ist ${formatDose(dose)} und damit nicht mehr als die ${formatDose(before)} davor. Stufen gehen nach oben; zurück geht es während der Behandlung.`,
  'step-rise-too-large': ({ step, rise, maximumStep }) =>
    `${nth(step)} steigt um ${formatDose(rise)}; der größte Schritt des Plans ist ${formatDose(maximumStep)}. Fügen Sie eine Stufe dazwischen ein.`,
  'step-too-short': ({ step, minimumDays, needed }) =>
    `${nth(step)} dauert ${days(minimumDays)}; mindestens ${days(needed)} sind nötig, um Nebenwirkungen zu bemerken.`,
  'step-too-long': ({ step, minimumDays, limit }) => `${nth(step)} dauert ${days(minimumDays)}; ${last(limit)}`,
  'number-out-of-range': ({ field, value, minimum, maximum }) =>
    `${PLAN_NUMBER[field]}: ${value} ist keine ganze Zahl von ${minimum} bis ${maximum}.`,
  'sleep-nights-exceed-window': ({ nights, window }) =>
    `${nights} schlechte Nächte gibt es nicht unter ${window}. Senken Sie die eine Zahl, oder erhöhen Sie die andere.`,
  'stop-rule-missing': ({ rule }) => `Bei den Gründen zum Absetzen fehlt: ${STOP_RULE[rule]}. Er gehört in jeden Plan.`,
};

export const PLAN_CAUTION: Words<PlanCaution> = {
  'ceiling-above-customary': ({ ceiling, customary }) =>
    `Die Obergrenze von ${formatDose(ceiling)} liegt über den üblichen ${formatDose(customary)}.`,
  'second-signature-needed': ({ above }) =>
    `Eine Obergrenze über ${formatDose(above)} braucht die Unterschrift einer zweiten verordnenden Person.`,
  'baseline-short': ({ baselineDays, recommended }) =>
    `Vor der ersten Dosis: ${days(baselineDays)} nur Tagebuch. Mit ${recommended} oder mehr wird die Antwort ehrlicher.`,
};

export const TEMPLATE: Readonly<Record<TemplateName, string>> = {
  'seed-weekly': '1.5, 3 und 4.5 mg, je eine Woche: das übliche Schema',
  gentle: 'alle zwei Wochen 0.5 mg mehr, für empfindliche Menschen',
  '0.75-ladder': 'alle zwei Wochen 0.75 mg mehr bis 6 mg (Dosis-Wirkung, 2020)',
  'final-6': 'jede Woche 1.5 mg mehr bis 6 mg (FINAL, 2024: im Mittel kein Nutzen)',
  okelly: '1 mg für einen Monat, dann 2 mg (offene Studie, Long COVID, 2022)',
  'uab-dose-finding': 'verblindet 1.5, 3, 4.5, 6 mg, je zwei Monate (NCT07285473)',
  'lift-scaleback': '1.5, 3 und 4.5 mg wöchentlich, früher zurück (NCT06366724)',
};

export const MOVE: Readonly<Record<MoveName, string>> = {
  hold: 'bleiben',
  'step-up': 'eine Stufe höher',
  'step-down': 'eine Stufe zurück',
  stop: 'absetzen',
};

/** "bei 1.5 mg bleiben", "auf 3 mg erhöhen", "nichts mehr nehmen". */
export function moveInWords({ move, dose }: Move): string {
  if (move === 'stop') return 'nichts mehr nehmen';
  if (move === 'hold') return dose === 0 ? 'ohne das Medikament weitermachen' : `bei ${formatDose(dose)} bleiben`;
  return move === 'step-up' ? `auf ${formatDose(dose)} erhöhen` : `auf ${formatDose(dose)} zurückgehen`;
}

export const REASON: Words<LateDoseReason | EvaluationReason> = {
  'plan-expired': ({ validTo }) =>
    `Der Plan galt bis zum ${longDate(validTo)}. Es wird keine Dosis gezeigt. Rufen Sie in der Praxis an, um einen neuen Plan zu bekommen.`,
  'plan-expiry-unknown': () =>
    'Es ist nicht bekannt, wie lange der Plan gilt. Es wird keine Dosis gezeigt. Rufen Sie in der Praxis an.',
  'stop-rule-met': ({ rule }) =>
    `Ein Grund zum Absetzen liegt vor: ${STOP_RULE[rule]}. Nehmen Sie nichts mehr, und rufen Sie in der Praxis an.`,
  'screening-forbids': ({ findings }) =>
    `Die Sicherheitsprüfung hat ${findings === 1 ? 'etwas' : `${findings} Dinge`} gefunden, was gegen das Medikament spricht. Nehmen Sie nichts, bis das in der Praxis geklärt ist.`,
  'interruption-planned': ({ from, until }) =>
    `Keine Dosis vom ${longDate(from)} bis ${longDate(until)}: eine geplante Unterbrechung.`,
  'rescreen-before-resuming': ({ missedDays, limit }) =>
    `${days(missedDays)} hintereinander ohne die Dosis. Ab ${limit} beantworten Sie vor der nächsten Dosis wieder die Fragen der Sicherheitsprüfung.`,
  'days-served': ({ days: n, minimumDays }) => `${days(n)} auf dieser Stufe; der Plan verlangt ${minimumDays}.`,
  'days-not-served': ({ days: n, minimumDays }) =>
    `${days(n)} auf dieser Stufe; der Plan verlangt ${minimumDays}. Warten Sie noch ${days(minimumDays - n)}.`,
  'screening-missing': () => 'Die Fragen der Sicherheitsprüfung wurden nie beantwortet. Beantworten Sie sie zuerst.',
  'screening-in-future': ({ on }) =>
    `Die Sicherheitsprüfung trägt den ${longDate(on)}. Dieser Tag kommt erst noch. Bitte berichtigen.`,
  'screening-stale': ({ ageDays, limit }) =>
    `Die letzte Sicherheitsprüfung ist ${days(ageDays)} alt; ${last(limit)} Beantworten Sie die Fragen neu.`,
  'screening-open': ({ findings }) =>
    `${findings === 1 ? 'Ein Punkt der Sicherheitsprüfung wartet' : `${findings} Punkte der Sicherheitsprüfung warten`} auf die verordnende Person.`,
  'screening-clear': ({ ageDays }) =>
    `Die Sicherheitsprüfung ist ohne offene Punkte, beantwortet ${ageDays === 0 ? 'heute' : `vor ${dayCountDative(ageDays)}`}.`,
  'side-effect-open': ({ name, grade, days: n, limit }) =>
    `Nebenwirkung „${sideEffectInWords(name)}“, Grad ${grade}, seit ${dayCountDative(n)}. Ab Grad ${limit} bleibt die Dosis nach dem Plan gleich.`,
  'side-effect-lasting': ({ name, days: n, limit }) =>
    `„${sideEffectInWords(name)}“ dauert schon ${days(n)}. Ab ${dayCountDative(limit)} geht es nach dem Plan zurück zur Dosis davor.`,
  'side-effects-below-rule': ({ open, limit }) =>
    open === 0 ? 'Keine Nebenwirkung ist offen.' : `Keine offene Nebenwirkung erreicht Grad ${limit}.`,
  'sleep-worse': ({ nights, limit, window, points }) =>
    `Der Schlaf war in ${nights} der letzten ${window} Nächte um ${points} Punkte oder mehr schlechter; ab ${limit} bleibt die Dosis gleich.`,
  'sleep-not-worse': ({ nights, window, points }) =>
    `Der Schlaf war in ${nights} der letzten ${window} Nächte um ${points} Punkte oder mehr schlechter. Das reicht nicht, um die Dosis anzuhalten.`,
  'doses-taken': ({ taken, days: n, percent }) =>
    `${taken} Dosen in ${dayCountDative(n)} genommen; der Plan verlangt ${percent} von 100.`,
  'too-few-doses-taken': ({ taken, logged, days: n, percent }) =>
    `${taken} Dosen in ${dayCountDative(n)} sicher genommen (${logged} eingetragen); der Plan verlangt ${percent} von 100.`,
  'labs-pending': ({ labs }) => (labs === 1 ? 'Ein Laborwert steht noch aus.' : `${labs} Laborwerte stehen noch aus.`),
  'last-step': () => 'Das ist die letzte Stufe des Plans. Eine höhere Dosis braucht einen neuen Plan.',
  'no-step-below': () => 'Das ist die niedrigste Stufe. Fragen Sie die verordnende Person, ob es weitergehen soll.',
  'late-within-window': ({ minutesLate, limitHours }) =>
    `${minutesLate} Minuten zu spät; bis ${limitHours} Stunden kann die Dosis noch genommen werden.`,
  'too-late': ({ minutesLate, limitHours }) =>
    `${minutesLate} Minuten zu spät; nach ${limitHours} Stunden fällt die Dosis aus. Nehmen Sie nie zwei.`,
  'taken-already': () => 'Die heutige Dosis ist schon genommen. Nehmen Sie nie zwei.',
  'no-dose-in-baseline': () => 'Die ersten Tage sind ohne das Medikament: Es gibt keine Dosis zu nehmen.',
  'evaluation-days-served': ({ days: n, needed }) =>
    `${days(n)} mit dieser Dosis; ${needed} sind nötig, um sie zu beurteilen.`,
  'evaluation-too-early': ({ days: n, needed }) =>
    `${days(n)} mit dieser Dosis; ${needed} sind nötig, bevor jemand sagen darf, dass sie nicht wirkt.`,
  'evaluation-in-baseline': () => 'Das Medikament wurde noch nicht begonnen.',
};
