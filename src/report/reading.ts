/**
 * What does a sentence about a finding speak of? The choices every language shares: which dose, which doubt, which harm.
 * Holds no words. Benefit at one dose must not hide harm at another, and days that look clear only on everyday
 * assumptions are not called so (H18, H19).
 */
import type { DoseEffect, Finding } from '../analysis/finding.ts';
import { needsSceptic } from '../analysis/sceptic.ts';

/** The dose the sentence speaks about: where the benefit, or the harm, is clearest to both; else the dose in question. */
export function spokenDose(finding: Finding): DoseEffect {
  const { doses, verdict, decision } = finding;
  const ranked = doses.map((dose, k) => ({ dose, clear: clearest(finding, k, verdict === 'worse') }));
  const top = [...ranked].sort((a, b) => b.clear - a.clear || a.dose.dose - b.dose.dose)[0]?.dose;
  const asked = doses.find((d) => d.dose === decision.dose) ?? doses.at(-1);
  const spoken = verdict === 'inconclusive' ? asked : top;
  if (!spoken) throw new RangeError('a finding without a dose');
  return spoken;
}

/** How clear dose number k is, to the sceptic too where one is asked. */
function clearest({ doses, sceptic, grade }: Finding, k: number, worse: boolean): number {
  const everyday = doses[k]?.pBenefit ?? 0.5;
  const doubted = needsSceptic(grade) ? (sceptic.doses[k]?.pBenefit ?? 0.5) : everyday;
  return worse ? Math.min(1 - everyday, 1 - doubted) : Math.min(everyday, doubted);
}

const CLEAR = 0.975;

/** A dose with the chance of its direction, on everyday assumptions and to the sceptic. */
export type DoubtedDose = { readonly effect: DoseEffect; readonly p: number; readonly doubt: number };

/** The dose and direction that look clear on everyday assumptions and not to a sceptic; undefined where there is none. */
export function doubtedDose({ verdict, grade, doses, sceptic }: Finding): DoubtedDose | undefined {
  if (verdict !== 'inconclusive' || !needsSceptic(grade)) return undefined;
  const toward = (p: number, worse: boolean): number => (worse ? 1 - p : p);
  for (const worse of [false, true]) {
    const ranked = doses.map((effect, k) => ({
      effect,
      p: toward(effect.pBenefit, worse),
      doubt: toward(sceptic.doses[k]?.pBenefit ?? 0.5, worse),
    }));
    const top = ranked.sort((a, b) => b.p - a.p)[0];
    if (top && top.p > CLEAR) return top;
  }
  return undefined;
}

/** Doses, other than the one spoken of, on which it looks worse: chance of harm above 0.9. */
export function harmedDoses(finding: Finding): readonly DoseEffect[] {
  const spoken = spokenDose(finding).dose;
  return finding.doses.filter(({ dose, pBenefit }) => dose !== spoken && 1 - pBenefit > 0.9);
}

/** The most likely first. */
export function mostLikelyFirst<T extends { readonly probability: number }>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((a, b) => b.probability - a.probability);
}

/** Central 90 % and median of the onset, whole days, never less than 1. */
export function onsetDays({ onset: { quantiles } }: Finding): readonly [low: number, middle: number, high: number] {
  const days = (q: '0.05' | '0.5' | '0.95'): number => Math.max(1, Math.round(quantiles[q]));
  return [days('0.05'), days('0.5'), days('0.95')];
}
