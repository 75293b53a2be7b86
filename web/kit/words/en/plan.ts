/**
 * The words of medicine: what is wrong with a dose, a product or a plan, which moves are open, and why. Short sentences:
 * what happened, then the next step. A new code does not compile until it stands here.
 */
import { formatLocalDate } from '../../../../src/base/calendar.ts';
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
import { sideEffectInWords } from './side-effect.ts';

export { say, type Words } from '../say.ts';

const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`);
const nth = (step: number): string => `Step ${step + 1}`;

export const DOSE_TEXT: Words<DoseTextFault> = {
  'dose-unreadable': ({ text }) => `"${text}" is not a dose. Write a number and its unit, such as 1.5 mg.`,
  'dose-unit-missing': ({ text }) => `"${text}" has no unit. Write mg or ug after the number.`,
  'dose-unit-conflict': ({ text, stated }) =>
    `"${text}" is in another unit than the ${stated} stated for it. One of the two is wrong: correct it.`,
  'dose-is-a-volume': ({ text }) =>
    `"${text}" is a volume. How much drug is in it depends on the liquid: write the dose in mg.`,
  'dose-is-a-concentration': ({ text }) =>
    `"${text}" says how strong a liquid is, not how much was taken. Write the dose in mg.`,
  'dose-naked-decimal': ({ text }) => `"${text}" starts with a point, which is easily overlooked. Write 0 before it.`,
  'dose-leading-zero': ({ text }) =>
    `"${text}" starts with a 0 and has no point after it. Is a point missing? Write it again.`,
  'dose-separator-ambiguous': ({ text }) =>
    `"${text}" can be read in two ways. Write the dose with a point and at most two decimals, or in whole ug.`,
  'dose-too-large': ({ dose, limit }) =>
    `${formatDose(dose)} is more than the ${formatDose(limit)} tablet of another therapy. Check the decimal point.`,
};

export const LDN_DOSE: Words<LdnDoseFault> = {
  'dose-below-ldn-range': ({ dose, minimum }) =>
    `${formatDose(dose)} is below ${formatDose(minimum)}, the least that is planned here. Were milligrams meant?`,
  'dose-is-other-therapy': ({ dose }) =>
    `${formatDose(dose)} is a dose of naltrexone for addiction, another therapy. It is not planned or read here.`,
  'dose-tenfold-slip': ({ dose, tenth }) =>
    `${formatDose(dose)} is ten times ${formatDose(tenth)}. A decimal point may be missing: check the dose.`,
  'dose-above-ldn-range': ({ dose, maximum }) =>
    `${formatDose(dose)} is above ${formatDose(maximum)}, the most that may be planned here. Check the dose.`,
};

export const VOLUME_TEXT: Words<VolumeTextFault> = {
  'volume-unreadable': ({ text }) => `"${text}" is not a volume. Write a number and mL, such as 0.1 mL.`,
  'volume-unit-missing': ({ text }) => `"${text}" has no unit. Write mL after the number.`,
  'volume-is-a-mass': ({ text }) => `"${text}" is a mass. A volume in mL is needed here.`,
  'volume-naked-decimal': ({ text }) => `"${text}" starts with a point, which is easily overlooked. Write 0 before it.`,
  'volume-leading-zero': ({ text }) => `"${text}" starts with a 0 and has no point after it. Is a point missing?`,
  'volume-separator-ambiguous': ({ text }) =>
    `"${text}" can be read in two ways. Write it with a point, such as 2.5 mL.`,
  'volume-too-large': ({ volume, limit }) => `${formatVolume(volume)} is more than ${formatVolume(limit)}. Check it.`,
};

export const CONCENTRATION_TEXT: Words<ConcentrationTextFault> = {
  'concentration-unreadable': ({ text }) =>
    `"${text}" is not a concentration. Copy it from the pharmacy's label, such as 1 mg/mL.`,
  'concentration-upside-down': ({ text }) => `"${text}" is upside down. Write mg first, then mL, as on the label.`,
  'concentration-mass-refused': ({ why }) => `Before the stroke: ${say(DOSE_TEXT, why)}`,
  'concentration-volume-refused': ({ why }) => `After the stroke: ${say(VOLUME_TEXT, why)}`,
  'concentration-not-exact': ({ text }) =>
    `"${text}" is not a whole number of ug in a mL. Ask the pharmacy for it in mg/mL.`,
  'concentration-zero': ({ text }) => `"${text}" holds no drug, or no liquid. Copy it from the pharmacy's label.`,
  'concentration-too-strong': ({ concentration, limit }) =>
    `${formatConcentration(concentration)} is stronger than ${formatConcentration(limit)}. Check the decimal point.`,
};

const MEASURE: Words<MeasureFault> = {
  'volume-not-exact': ({ dose, concentration }) =>
    `${formatDose(dose)} is no whole microlitre of the ${formatConcentration(concentration)} liquid. Ask the pharmacy for another strength.`,
  'volume-between-marks': ({ volume, graduation }) =>
    `${formatVolume(volume)} lies between two marks of a syringe with a mark every ${formatVolume(graduation)}. A finer syringe is needed.`,
};

export const PRODUCT: Words<ProductFault> = {
  'strength-zero': () => 'A capsule needs a strength above 0 mg.',
  'graduation-zero': () => 'A liquid needs a syringe with marks: say how far apart they are.',
  'strength-refused': ({ why }) => `This product cannot be used. ${say(LDN_DOSE, why)}`,
};

export const TAKE: Words<TakeFault> = {
  ...MEASURE,
  'no-product': () => 'No product is named, so what to take for a dose cannot be said.',
  'liquids-not-mixed': () => 'A liquid stands beside another product. Name one liquid, or capsules only.',
  'dose-not-in-whole-units': ({ dose, strengths, limit }) =>
    `${formatDose(dose)} cannot be made of at most ${limit} whole units of ${strengths.map(formatDose).join(', ')}. Another strength is needed; capsules are not to be opened.`,
};

/** "one 3 mg capsule", "3 x 1.5 mg capsule", "3 mL of the 1 mg/mL liquid", "nothing". */
export function takeInWords(take: Take): string {
  if (take.kind === 'none') return 'nothing';
  if (take.kind === 'liquid')
    return `${formatVolume(take.volume)} of the ${formatConcentration(take.concentration)} liquid`;
  return take.units
    .map(({ form, strength, count }) => `${count === 1 ? 'one' : `${count} x`} ${formatDose(strength)} ${form}`)
    .join(' + ');
}

export const STOP_RULE: Readonly<Record<StopRule, string>> = {
  'opioid-taken': 'an opioid was taken',
  'withdrawal-signs': 'signs of withdrawal: vomiting, sweating, shaking after a dose',
  jaundice: 'yellow skin or eyes, or dark urine',
  'breathing-trouble-or-rash': 'trouble breathing, or a rash',
  'suicidal-thoughts': 'thoughts of suicide',
  pregnancy: 'pregnancy',
};

const PLAN_NUMBER: Readonly<Record<PlanNumber, string>> = {
  baselineDays: 'Days of baseline',
  endlineDays: 'Days after the last step',
  'rules.hold.sideEffectGrade': 'The side-effect grade that asks to hold',
  'rules.hold.sleepWorsePoints': 'The points of worse sleep that ask to hold',
  'rules.hold.sleepWorseNights': 'The nights of worse sleep that ask to hold',
  'rules.hold.sleepWindowNights': 'The nights looked back on',
  'rules.stepDown.afterDays': 'The days of a side effect that ask to step down',
  'rules.stepUp.screeningWithinDays': 'The days a screening stays fresh',
  'rules.stepUp.dosesTakenPercent': 'The percentage of doses taken that a step up needs',
  'rules.lateDose.withinHours': 'The hours within which a late dose may be taken',
  'rules.lateDose.rescreenAfterMissedDays': 'The missed days that ask for a new screening',
  'rules.evaluation.minimumDays': 'The days at one dose before it is judged',
};

export const PLAN_FAULT: Words<PlanFault> = {
  'plan-unnamed': ({ longest }) => `The plan needs a name of 1 to ${longest} characters that can be seen.`,
  'site-ceiling-too-high': ({ ceiling, limit }) =>
    `No site may allow ${formatDose(ceiling)}; ${formatDose(limit)} is the most. Lower the site's maximum.`,
  'ceiling-refused': ({ why }) => `The ceiling cannot stand. ${say(LDN_DOSE, why)}`,
  'ceiling-zero': () => 'The ceiling is 0 mg. Write the highest dose the prescriber allows.',
  'maximum-step-out-of-range': ({ maximumStep, limit }) =>
    `The largest step is ${formatDose(maximumStep)}. It must be above 0 mg and at most ${formatDose(limit)}.`,
  'plan-empty': () => 'The plan has no steps. Add at least one dose.',
  'too-many-steps': ({ steps, limit }) => `The plan has ${steps} steps; ${limit} is the most.`,
  'step-refused': ({ step, why }) => `${nth(step)} cannot stand. ${say(LDN_DOSE, why)}`,
  'step-above-ceiling': ({ step, dose, ceiling }) =>
    `${nth(step)} is ${formatDose(dose)}, above the ceiling of ${formatDose(ceiling)}. Lower the step, or have the ceiling raised.`,
  'step-not-above-last': ({ step, dose, last }) =>
    `${nth(step)} is ${formatDose(dose)}, not more than the ${formatDose(last)} before it. Steps go up; going down is a move.`,
  'step-rise-too-large': ({ step, rise, maximumStep }) =>
    `${nth(step)} rises by ${formatDose(rise)}; ${formatDose(maximumStep)} is the plan's largest step. Put a step between.`,
  'step-too-short': ({ step, minimumDays, needed }) =>
    `${nth(step)} lasts ${days(minimumDays)}; at least ${days(needed)} are needed to notice side effects.`,
  'step-too-long': ({ step, minimumDays, limit }) =>
    `${nth(step)} lasts ${days(minimumDays)}; ${days(limit)} are the most.`,
  'number-out-of-range': ({ field, value, minimum, maximum }) =>
    `${PLAN_NUMBER[field]}: ${value} is not a whole number from ${minimum} to ${maximum}.`,
  'sleep-nights-exceed-window': ({ nights, window }) =>
    `${nights} bad nights cannot be found among ${window}. Lower the one or raise the other.`,
  'stop-rule-missing': ({ rule }) => `Missing from the reasons to stop: ${STOP_RULE[rule]}. Every plan holds it.`,
};

export const PLAN_CAUTION: Words<PlanCaution> = {
  'ceiling-above-customary': ({ ceiling, customary }) =>
    `The ceiling of ${formatDose(ceiling)} is above the customary ${formatDose(customary)}.`,
  'second-signature-needed': ({ above }) =>
    `A ceiling above ${formatDose(above)} needs a second prescriber's signature.`,
  'baseline-short': ({ baselineDays, recommended }) =>
    `${days(baselineDays)} without the drug come first; ${recommended} or more make the answer more honest.`,
};

export const TEMPLATE: Readonly<Record<TemplateName, string>> = {
  'seed-weekly': '1.5, 3 and 4.5 mg, a week each: the common schedule',
  gentle: '0.5 mg more every two weeks, for those who react strongly',
  '0.75-ladder': '0.75 mg more every two weeks to 6 mg (dose-response, 2020)',
  'final-6': '1.5 mg more a week to 6 mg (FINAL, 2024: no average benefit)',
  okelly: '1 mg for a month, then 2 mg (open study, long COVID, 2022)',
  'uab-dose-finding': 'blinded 1.5, 3, 4.5, 6 mg, two months each (NCT07285473)',
  'lift-scaleback': '1.5, 3 and 4.5 mg weekly, going back sooner (NCT06366724)',
};

export const MOVE: Readonly<Record<MoveName, string>> = {
  hold: 'hold',
  'step-up': 'step up',
  'step-down': 'step down',
  stop: 'stop',
};

/** "stay at 1.5 mg", "go up to 3 mg", "take no more". */
export function moveInWords({ move, dose }: Move): string {
  if (move === 'stop') return 'take no more';
  if (move === 'hold') return dose === 0 ? 'go on without the drug' : `stay at ${formatDose(dose)}`;
  return `go ${move === 'step-up' ? 'up' : 'down'} to ${formatDose(dose)}`;
}

export const REASON: Words<LateDoseReason | EvaluationReason> = {
  'plan-expired': ({ validTo }) =>
    `The plan was valid to ${formatLocalDate(validTo)}. No dose is shown. Call the clinic for a new plan.`,
  'plan-expiry-unknown': () => 'It is not known how long the plan is valid. No dose is shown. Call the clinic.',
  'stop-rule-met': ({ rule }) => `A stop rule is met: ${STOP_RULE[rule]}. Take no more and call the clinic.`,
  'screening-forbids': ({ findings }) =>
    `Screening found ${findings === 1 ? 'something that forbids' : `${findings} things that forbid`} the drug. Take none until the prescriber has cleared it.`,
  'interruption-planned': ({ from, until }) =>
    `No dose from ${formatLocalDate(from)} to ${formatLocalDate(until)}: a planned interruption.`,
  'rescreen-before-resuming': ({ missedDays, limit }) =>
    `${days(missedDays)} without the dose in a row; from ${limit} on, answer the screening again before the next dose.`,
  'days-served': ({ days: n, minimumDays }) => `${days(n)} at this step; the plan asks for ${minimumDays}.`,
  'days-not-served': ({ days: n, minimumDays }) =>
    `${days(n)} at this step; the plan asks for ${minimumDays}. Wait ${days(minimumDays - n)} more.`,
  'screening-missing': () => 'Screening was never answered. Answer it first.',
  'screening-in-future': ({ on }) =>
    `The screening is dated ${formatLocalDate(on)}, which is still to come. Correct it.`,
  'screening-stale': ({ ageDays, limit }) =>
    `The last screening is ${days(ageDays)} old; ${days(limit)} is the most. Answer it again.`,
  'screening-open': ({ findings }) =>
    `${findings === 1 ? 'One screening finding waits' : `${findings} screening findings wait`} for the prescriber.`,
  'screening-clear': ({ ageDays }) =>
    `Screening is clear, answered ${ageDays === 0 ? 'today' : `${days(ageDays)} ago`}.`,
  'side-effect-open': ({ name, grade, days: n, limit }) =>
    `Side effect "${sideEffectInWords(name)}", grade ${grade}, open for ${days(n)}. From grade ${limit} on the plan says hold.`,
  'side-effect-lasting': ({ name, days: n, limit }) =>
    `"${sideEffectInWords(name)}" has lasted ${days(n)}. From ${days(limit)} on the plan says go back to the dose before.`,
  'side-effects-below-rule': ({ open, limit }) =>
    open === 0 ? 'No side effect is open.' : `No open side effect reaches grade ${limit}.`,
  'sleep-worse': ({ nights, limit, window, points }) =>
    `Sleep was worse by ${points} points or more on ${nights} of the last ${window} nights; ${limit} ask to hold.`,
  'sleep-not-worse': ({ nights, window, points }) =>
    `Sleep was worse by ${points} points or more on ${nights} of the last ${window} nights; not enough to hold.`,
  'doses-taken': ({ taken, days: n, percent }) =>
    `${taken} doses taken in ${days(n)}; the plan asks for ${percent} in 100.`,
  'too-few-doses-taken': ({ taken, logged, days: n, percent }) =>
    `${taken} doses known to be taken in ${days(n)} (${logged} logged); the plan asks for ${percent} in 100.`,
  'labs-pending': ({ labs }) => `${labs === 1 ? 'One lab result is' : `${labs} lab results are`} still to come.`,
  'last-step': () => "This is the plan's last step. A higher dose needs a new plan.",
  'no-step-below': () => 'This is the lowest step. Ask the prescriber whether to go on.',
  'late-within-window': ({ minutesLate, limitHours }) =>
    `${minutesLate} minutes late; up to ${limitHours} hours the dose may still be taken.`,
  'too-late': ({ minutesLate, limitHours }) =>
    `${minutesLate} minutes late; after ${limitHours} hours the dose is skipped. Never take two.`,
  'taken-already': () => "Today's dose has been taken. Never take two.",
  'no-dose-in-baseline': () => 'The baseline is without the drug: there is no dose to take.',
  'evaluation-days-served': ({ days: n, needed }) => `${days(n)} at this dose; ${needed} are needed to judge it.`,
  'evaluation-too-early': ({ days: n, needed }) =>
    `${days(n)} at this dose; ${needed} are needed before anyone may say that it does not work.`,
  'evaluation-in-baseline': () => 'The drug has not been started.',
};
