/**
 * The trial is over and open: would another block settle it? Closed form of the posterior variance after one more block of
 * the same kind, in either order, kept as well as this trial was. What is believed of the days is held as it is, so the
 * figure is rough and a little hopeful, and is told as rough (H19).
 */
import { type Dose, NO_DOSE } from '../../medicine/dose.ts';
import { layOut } from '../../stats/design.ts';
import { expectedVariances } from '../../stats/expected-information.ts';
import { normalCdf, normalQuantile } from '../../stats/normal.ts';
import { doseContrast } from '../../stats/posterior.ts';
import { checkProblem, type Problem } from '../../stats/problem.ts';
import { whiteningFor } from '../../stats/whitening.ts';
import { armsOf } from '../../trial/design.ts';
import type { TrialProtocol } from '../../trial/protocol.ts';
import { fixedColumns } from '../dose-response.ts';
import { representatives } from '../representatives.ts';
import { dosesTaken } from '../series.ts';
import type { WouldSettle } from './trial-answer.ts';
import { levelOf, type TrialFit } from './trial-fit.ts';

const COMPONENTS = 24;

/**
 * @param fits       every fit that has to be beyond the bound: the rarest decides
 * @param keptShare  share of this trial's days that were kept, above 0, up to 1
 */
export function wouldSettleOf(
  fits: readonly TrialFit[],
  protocol: TrialProtocol,
  keptShare: number,
): WouldSettle | undefined {
  const arms = armsOf(protocol.design);
  const orders = [arms, [...arms].reverse()];
  const each = fits.map((fit) => {
    const level = levelOf(fit, protocol.primary.dose);
    if (level === 0 || arms.some((arm) => arm > NO_DOSE && levelOf(fit, arm) === 0)) return undefined;
    const chances = orders.map((order) => probabilityOf(fit, protocol, order, level, keptShare));
    return chances.reduce((sum, p) => sum + p, 0) / chances.length;
  });
  const known = each.filter((p) => p !== undefined);
  if (known.length < fits.length) return undefined;
  return { days: arms.length * protocol.design.periodDays, probability: Math.min(...known) };
}

/** Given theta the future mean is normal about the present one; averaged over the posterior of theta. */
function probabilityOf(
  fit: TrialFit,
  { design, rule }: TrialProtocol,
  order: readonly Dose[],
  level: number,
  keptShare: number,
): number {
  const { problem, posterior } = fit;
  const laid = layOut(extended(fit, order, design.periodDays, keptShare));
  const past = problem.y.filter((y) => !Number.isNaN(y)).length;
  const contrast = doseContrast(posterior, 0, level);
  const work = whiteningFor(laid);
  const z = normalQuantile(rule.settledAt);
  let probability = 0;
  for (const { component, share } of representatives(posterior, COMPONENTS)) {
    const theta = posterior.theta.subarray(component * 4, component * 4 + 4);
    const [now = 0, later = 0] = expectedVariances(laid, theta, contrast, [past, laid.rows], work);
    let mean = 0;
    for (let j = 0; j < posterior.p; j++)
      mean += (contrast[j] as number) * (posterior.mean[component * posterior.p + j] as number);
    const gained = Math.sqrt(Math.max(now - later, 1e-12));
    const reach = z * Math.sqrt(later);
    probability += share * (normalCdf((-reach - mean) / gained) + normalCdf((mean - reach) / gained));
  }
  return probability;
}

/** The trial's days and one more block as one problem; planned scores may hold any number, and some are missed. */
function extended({ series, problem }: TrialFit, order: readonly Dose[], periodDays: number, kept: number): Problem {
  const doses = dosesTaken(series);
  const planned = order.flatMap((arm) => new Array<number>(periodDays).fill(doses.indexOf(arm) + 1));
  const days = problem.y.length;
  const isKept = (n: number): boolean => Math.floor((n + 1) * kept) > Math.floor(n * kept);
  const { capsule: _, ...plain } = problem;
  const checked = checkProblem({
    ...plain,
    likelihood: 'gaussian',
    y: [...problem.y, ...planned.map((_level, n) => (isKept(n) ? 5 : Number.NaN))],
    level: [...problem.level, ...planned],
    fixed: fixedColumns(series.start, days + planned.length, (days - 1) / 2),
  });
  if (!checked.ok) throw new RangeError(`a planned block made an invalid problem: ${JSON.stringify(checked.error)}`);
  return checked.value;
}
