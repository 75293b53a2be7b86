/**
 * Die Antwort einer verblindeten Studie auf Deutsch: entschieden zum Besseren oder Schlechteren, offen, oder ohne Urteil;
 * jede mit Größe, Intervall, natürlicher Häufigkeit und dem, was es entscheiden würde. Nichts gilt als bewiesen (H18, H19).
 */
import type { NoVerdictReason, OpenReason, TrialRefusal } from '../../../../src/analysis/trial/trial-answer.ts';
import { unreachable } from '../../../../src/base/exhaustive.ts';
import { formatDose, micrograms } from '../../../../src/medicine/dose.ts';
import { primaryDose } from '../../../../src/report/trial/tables.ts';
import type { TrialReport } from '../../../../src/report/trial/trial-report.ts';
import {
  dayCount,
  dayCountDative,
  lowerOrHigher,
  outcomeName,
  outOf100,
  pointsInWords,
  rangeInWords,
} from './number.ts';

/** "Placebo", "4.5 mg". */
export const arm = (dose: number): string => (dose === 0 ? 'Placebo' : formatDose(micrograms(dose)));
export const period = (place: number): string => `Periode ${place + 1}`;
/** "Periode 2", "den Perioden 2 und 5": after "in", "aus". */
export function periods(places: readonly number[]): string {
  const numbers = places.map((place) => place + 1);
  if (numbers.length === 1) return `Periode ${numbers[0]}`;
  return `den Perioden ${numbers.slice(0, -1).join(', ')} und ${numbers.at(-1)}`;
}

/** What is compared, best guess first. */
function sizeOf(report: TrialReport): { readonly size: string; readonly chance: string } | undefined {
  const asked = primaryDose(report);
  if (!asked) return undefined;
  const { outcome, blinded } = { outcome: asked.outcome.outcome, blinded: asked.dose.blinded };
  const { quantiles: q, mean, pBenefit } = blinded;
  const drug = arm(asked.dose.dose);
  return {
    size: `${lowerOrHigher(mean, outcome.scale)} unter ${drug} als unter Placebo (90-%-Intervall: ${rangeInWords(q['0.05'], q['0.95'], outcome.scale)})`,
    chance: `Die Chance, dass es unter ${drug} besser ist (${outcomeName(outcome.label)}), ist ${outOf100(pBenefit)}; dass es das nicht ist, ${outOf100(1 - pBenefit)}.`,
  };
}

const bound = ({ answer }: TrialReport): string => `mehr als ${Math.round(answer.rule.settledAt * 100)} von 100`;

const nameOf = ({ answer }: TrialReport): string =>
  outcomeName(answer.outcomes.find(({ primary }) => primary)?.outcome.label ?? answer.primary.outcome);

const WAY = { better: 'besser', worse: 'schlechter' } as const;

/** The whole answer to the one question. */
export function verdict(report: TrialReport): string {
  const { answer } = report;
  const told = sizeOf(report);
  const { verdict: found, primary } = answer;
  const drug = arm(primary.dose);
  const name = nameOf(report);
  switch (found.word) {
    case 'better':
    case 'worse':
      return `Entschieden: ${name} war unter ${drug} ${WAY[found.word]} als unter Placebo. Beste Schätzung: ${told?.size}. ${told?.chance} Die Regel von vor Tag 1 verlangt ${bound(report)}.`;
    case 'open':
      return `Offen: Diese Studie sagt nicht, ob ${drug} bei dieser Person etwas ändert (${name}). Beste Schätzung: ${told?.size}. ${told?.chance} ${openBecause(found.reason, report)}`;
    case 'no-verdict':
      return `Kein Urteil über ${name} und ${drug}: ${found.reasons.map(noVerdict).join('; ')}.`;
    default:
      return unreachable(found);
  }
}

function openBecause(reason: OpenReason, report: TrialReport): string {
  if (reason.code === 'not-clear')
    return `Die Regel von vor Tag 1 verlangt ${bound(report)}, in die eine oder die andere Richtung.`;
  if (reason.code === 'sceptic-unsure') {
    const sceptic =
      reason.pBenefit === undefined
        ? 'für eine solche Frage bleiben zu wenige Tage'
        : `so gesehen ist die Chance einer Änderung zum Besseren ${outOf100(reason.pBenefit)}`;
    return `Es gälte als entschieden, aber nicht für jemanden, der kleine Wirkungen erwartet und die ersten zwei Wochen nicht zählt: ${sceptic}.`;
  }
  const left =
    reason.pBenefit === undefined
      ? 'ohne sie bleiben zu wenige Tage'
      : `ohne sie ist die Chance einer Änderung zum Besseren ${outOf100(reason.pBenefit)}`;
  return `Es gälte als entschieden, stützt sich aber auf Tage aus ${periods(reason.periods)}; was genommen wurde, war dort aus einem anderen Grund bekannt, als dass es half oder schadete; ${left}.`;
}

function noVerdict(reason: NoVerdictReason): string {
  switch (reason.code) {
    case 'protocol-hash-differs':
      return 'das Protokoll ist nicht das unterschriebene';
    case 'revision-differs':
      return `das Modell hat den Stand ${reason.found}, festgelegt war ${reason.settled}`;
    case 'priors-differ':
      return 'das Modell beginnt mit anderen Annahmen als den festgelegten';
    case 'period-under-half-kept':
      return `in ${period(reason.period)} sind ${reason.kept} von ${dayCountDative(reason.days)} eingetragen, weniger als die Hälfte`;
    case 'ended-before-both-arms':
      return `am Ende hatte die längste Periode unter ${arm(reason.dose)} ${dayCount(reason.days)}, nötig ist eine ganze von ${reason.needed}`;
    case 'not-answered':
      return REFUSAL[reason.refusal];
    default:
      return unreachable(reason);
  }
}

const REFUSAL: Readonly<Record<TrialRefusal['code'], string>> = {
  'too-few-days': 'auf einer Seite zählen zu wenige Tage',
  'no-variation': 'alle Werte sind gleich, ein Unterschied ist nicht zu sehen',
  'fit-not-converged': 'das Modell fand keine stabile Antwort',
};

/** Why another symptom has no answer. */
export const refusal = ({ outcome, code }: TrialRefusal): string => `${outcomeName(outcome)}: ${REFUSAL[code]}.`;

/** The verdict in one sentence, for a reader who has seen the numbers. */
export function reading(report: TrialReport): string {
  const { verdict: found, primary } = report.answer;
  const drug = arm(primary.dose);
  const name = nameOf(report);
  switch (found.word) {
    case 'better':
    case 'worse':
      return `Bei dieser Person und in diesen Wochen war ${name} unter ${drug} ${WAY[found.word]} als unter Placebo, nach der Regel von vor Tag 1.`;
    case 'open':
      return `Nach der Regel von vor Tag 1 bleibt offen, ob ${drug} bei dieser Person etwas ändert (${name}).`;
    case 'no-verdict':
      return `Diese Tage erlauben kein Urteil über ${name} und ${drug}.`;
    default:
      return unreachable(found);
  }
}

/** What belongs to the answer. */
export function shortly(report: TrialReport): readonly string[] {
  const lines = [worthwhile(report), blind(report), settle(report)];
  return lines.filter((line) => line !== undefined);
}

export function worthwhile(report: TrialReport): string | undefined {
  const asked = primaryDose(report);
  if (!asked) return undefined;
  const { outcome } = asked.outcome;
  const way = outcome.better === 'lower' ? 'niedriger' : 'höher';
  return `Eine lohnende Änderung (${pointsInWords(report.answer.rule.worthwhile, outcome.scale)} oder mehr ${way}): ${outOf100(asked.dose.blinded.pWorthwhile)}.`;
}

/** Did the blind hold, as far as a few guesses can tell? */
export function blind({ answer: { blinding } }: TrialReport): string {
  const { guesses, unblinded, codeBroken, few } = blinding;
  const guessed = guesses.filter(({ guess }) => guess !== 'no-idea');
  const right = guessed.filter((guess) => guess.right).length;
  const told =
    guessed.length === 0
      ? 'Die Verblindung: Es wurde nicht geraten.'
      : `Die Verblindung: ${right} von ${guessed.length} Vermutungen trafen zu.${few ? ' So wenige sagen fast nichts.' : ''}`;
  const known =
    unblinded.length === 0 ? '' : ` In ${periods(unblinded)} verriet es etwas anderes als Nutzen oder Schaden.`;
  const broken = codeBroken.length === 0 ? '' : ` In ${periods(codeBroken)} wurde der Code gebrochen.`;
  return `${told}${known}${broken}`;
}

function settle({ answer }: TrialReport): string | undefined {
  const { verdict: found, wouldSettle } = answer;
  const whose = 'Ob das geschieht, entscheiden die Person und die verordnende Person.';
  if (found.word === 'no-verdict')
    return `Was es entscheiden würde: der Vergleich noch einmal, mit mindestens der Hälfte der Tage in jeder Periode. ${whose}`;
  if (found.word !== 'open') return undefined;
  if (found.reason.code === 'blind-not-held')
    return `Was es entscheiden würde: der Vergleich noch einmal, mit Kapseln, die sich nicht unterscheiden lassen. ${whose}`;
  if (!wouldSettle)
    return `Was es entscheiden würde: mehr Blöcke dieser Art; wie viele, lässt sich aus diesen Tagen nicht sagen. ${whose}`;
  return `Was es entscheiden würde, grob: noch ein Block (${dayCount(wouldSettle.days)}), mit einer Chance von ${outOf100(wouldSettle.probability)}. ${whose}`;
}
