/**
 * One person's way through the trial in one drawing: before, sealed, and a box for each period with its kit, what it held,
 * the days kept and the capsules taken, and whether it is analysed. A period never reached is drawn and says so.
 */
import type { LocalDate } from '../../base/calendar.ts';
import { element, escapeText, rule, text } from '../../chart/svg.ts';
import { onPaper, WIDTH } from '../letter/picture.ts';
import type { ReportPeriod, TrialReport } from './trial-report.ts';
import type { TrialWords } from './trial-words.ts';

const IN_ROW = { least: 3, most: 6 } as const;
const GAP = 14;
const HEIGHT = 112;
const BETWEEN = 22;
const HEAD = 46;
const DAY_MILLISECONDS = 86_400_000;

type Place = { readonly x: number; readonly y: number; readonly width: number };

export function periodDiagram(report: TrialReport, words: TrialWords): string {
  const { periods } = report;
  const inRow = Math.min(IN_ROW.most, Math.max(IN_ROW.least, periods.length));
  const width = (WIDTH - (inRow - 1) * GAP) / inRow;
  const places = periods.map(
    (_, i): Place => ({
      x: (i % inRow) * (width + GAP),
      y: HEAD + Math.floor(i / inRow) * (HEIGHT + BETWEEN),
      width,
    }),
  );
  const boxes = periods.flatMap((period, i) => box(period, places[i] as Place, words));
  const arrows = places.slice(1).flatMap((to, i) => arrow(places[i] as Place, to));
  const rows = Math.ceil(periods.length / inRow);
  return onPaper([...lead(report, width, words), ...arrows, ...boxes], HEAD + rows * (HEIGHT + BETWEEN) - BETWEEN + 4);
}

/** What came before the first period. */
function lead({ baseline, sealedAt }: TrialReport, width: number, words: TrialWords): string[] {
  const logged = Math.max(0, ...baseline.map((each) => each.logged));
  const sealed = Math.floor(sealedAt / DAY_MILLISECONDS) as LocalDate;
  const told = `${words.label.before}: ${logged}   ·   ${words.label.sealed}: ${words.date(sealed)}`;
  return [text(0, 18, told), rule([width / 2, 26, width / 2, HEAD], 'quiet')];
}

function box(period: ReportPeriod, { x, y, width }: Place, words: TrialWords): string[] {
  const { label } = words;
  const reached = period.days > 0;
  const told = reached
    ? [
        `${label.kept}: ${period.kept} / ${period.days}`,
        `${label.taken}: ${period.taken} / ${period.days}`,
        period.analysed ? label.analysed : label.notAnalysed,
      ]
    : [label.notReached];
  const active = period.arm > 0;
  return [
    element('rect', {
      ...{ x: x + 1, y, width: width - 2, height: HEIGHT, rx: 3 },
      ...{ fill: active ? '#d4e0ee' : '#ffffff', stroke: '#46433e', 'stroke-width': active ? 2 : 1 },
      ...(reached ? {} : { 'stroke-dasharray': '5 4' }),
    }),
    ...[words.period(period.period), period.kit].map((line, i) => text(x + 10, y + 20 + i * 17, line)),
    element('text', { x: x + 10, y: y + 56, 'font-weight': 'bold' }, escapeText(words.arm(period.arm))),
    ...told.map((line, i) => text(x + 10, y + 73 + i * 16, line)),
  ];
}

/** From one box to the next; at the end of a row down to the first of the next one. */
function arrow(from: Place, to: Place): string[] {
  const middle = from.y + HEIGHT / 2;
  if (from.y === to.y) return [rule([from.x + from.width - 1, middle, to.x + 1, middle], 'quiet')];
  const between = from.y + HEIGHT + BETWEEN / 2;
  const [down, into] = [from.x + from.width / 2, to.x + to.width / 2];
  return [
    rule([down, from.y + HEIGHT, down, between], 'quiet'),
    rule([into, between, down, between], 'quiet'),
    rule([into, between, into, to.y], 'quiet'),
  ];
}
