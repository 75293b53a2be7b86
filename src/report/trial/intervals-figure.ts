/**
 * Every comparison of the trial on one axis, point, 50 % and 90 % interval: each symptom at each dose as it was settled,
 * and under the primary question the same with other days or columns. In worthwhile changes, better to the left, with
 * "no change" and the worthwhile change marked; the numbers stand at the end of each row (H18, H19).
 */
import type { Change } from '../../analysis/finding.ts';
import type { OutcomeAnswer } from '../../analysis/trial/trial-answer.ts';
import { extent, linear, type Scale } from '../../chart/scale.ts';
import { element, rule, text } from '../../chart/svg.ts';
import { onPaper, WIDTH } from '../letter/picture.ts';
import type { TrialReport } from './trial-report.ts';
import { SENSITIVITIES, type TrialWords } from './trial-words.ts';

const LEFT = 286;
const RIGHT = WIDTH - 186;
const ROW = 25;
const TOP = 44;
/** So many worthwhile changes to either side are always drawn, so that a small change looks small. */
const LEAST: readonly number[] = [-2.2, 1.4];

type Row = {
  readonly name: string;
  readonly of: OutcomeAnswer['outcome'];
  readonly change?: Change;
  readonly quiet: boolean;
};

/** undefined where no outcome was answered. */
export function intervalsFigure(report: TrialReport, words: TrialWords): string | undefined {
  const rows = rowsOf(report, words);
  if (rows.length === 0) return undefined;
  const reach = rows.flatMap(({ change, of }) =>
    change ? [asWorse(change.quantiles['0.05'], of), asWorse(change.quantiles['0.95'], of)] : [],
  );
  const [low, high] = extent([...reach, ...LEAST]);
  const x = linear([low - 0.1, high + 0.1], [LEFT, RIGHT]);
  const bottom = TOP + rows.length * ROW;
  const marks = [
    rule([x(0), TOP - 8, x(0), bottom], 'quiet'),
    rule([x(-1), TOP - 8, x(-1), bottom], 'quiet', { 'stroke-dasharray': '2 4' }),
    text(x(0), TOP - 14, words.label.noChange, { anchor: 'middle', role: 'quiet' }),
    text(x(-1), TOP - 30, words.label.worthwhile, { anchor: 'middle', role: 'quiet' }),
    text(LEFT, bottom + 20, `< ${words.label.better}`, { role: 'quiet' }),
    text(RIGHT, bottom + 20, `${words.label.worse} >`, { anchor: 'end', role: 'quiet' }),
  ];
  return onPaper([...marks, ...rows.flatMap((row, i) => drawn(row, TOP + i * ROW, x, words))], bottom + 28);
}

/** Change in worthwhile changes for the worse: -1 is a worthwhile change for the better. */
const asWorse = (change: number, { better, worthwhile }: OutcomeAnswer['outcome']): number =>
  ((better === 'lower' ? 1 : -1) * change) / worthwhile;

function rowsOf({ answer }: TrialReport, words: TrialWords): readonly Row[] {
  return answer.outcomes.flatMap(({ outcome, doses, primary }) =>
    doses.flatMap((dose) => {
      const asked = primary && dose.primary;
      const name = `${words.symptom(outcome)}, ${words.arm(dose.dose)}${asked ? ' *' : ''}`;
      const others = asked
        ? SENSITIVITIES.map((each): Row => {
            const told = dose[each];
            const row = { name: words.sensitivity[each], of: outcome, quiet: true };
            return told.kind === 'answered' ? { ...row, change: told.change } : row;
          })
        : [];
      return [{ name, of: outcome, change: dose.blinded, quiet: false }, ...others];
    }),
  );
}

function drawn({ name, of, change, quiet }: Row, top: number, x: Scale, words: TrialWords): string[] {
  const middle = top + ROW / 2;
  const label = text(quiet ? 16 : 0, middle + 5, name, quiet ? { role: 'quiet' } : {});
  if (!change) return [label, text(RIGHT + 10, middle + 5, words.label.tooFew, { role: 'quiet' })];
  const { quantiles: q, mean } = change;
  const at = (value: number): number => x(asWorse(value, of));
  const bar = (from: number, to: number, thick: number): string =>
    rule([at(from), middle, at(to), middle], quiet ? 'quiet' : 'accent', { 'stroke-width': thick });
  const told = `${words.points(mean, of.scale)}  (${words.points(q['0.05'], of.scale)} … ${words.points(q['0.95'], of.scale)})`;
  const shade = quiet ? '#46433e' : '#1a4f85';
  return [
    label,
    bar(q['0.05'], q['0.95'], quiet ? 1.4 : 2),
    bar(q['0.25'], q['0.75'], quiet ? 3.4 : 6),
    element('circle', {
      cx: at(mean),
      cy: middle,
      r: quiet ? 3.4 : 5,
      fill: '#ffffff',
      stroke: shade,
      'stroke-width': 2,
    }),
    text(RIGHT + 10, middle + 5, told, quiet ? { role: 'quiet' } : {}),
  ];
}
