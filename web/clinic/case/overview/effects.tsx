/** Does a side effect come with a change of dose, and go? From the first day on, with what was not entered left blank (H18). */
import { useMemo } from 'preact/hooks';
import { sideEffectsSvg, sideEffectsTable } from '../../../../src/chart/side-effects.ts';
import type { CaseViewJson } from '../../../../src/http/schema/case-json.ts';
import { courseChartOf, courseSpan } from '../../../../src/records/course-chart.ts';
import { Chart } from '../../../kit/part/chart.tsx';
import type { Here } from '../here.ts';
import { stateFrom } from '../view-state.ts';
import type { OverviewWords } from './overview.tsx';

type Props = { readonly here: Here; readonly view: CaseViewJson; readonly words: OverviewWords };

export function Effects({ here, view, words }: Props) {
  const course = useMemo(() => {
    const state = stateFrom(view);
    const span = courseSpan(state);
    return span && courseChartOf(state, span.from, span.to);
  }, [view]);
  return (
    <section aria-labelledby="effects">
      <h2 id="effects">{words.sideEffects}</h2>
      {course && course.complaints.length > 0 ? (
        <Chart
          id="effects-chart"
          draw={(frame) => sideEffectsSvg(course, words.chart, frame)}
          rows={sideEffectsTable(course, words.chart)}
          title={words.sideEffects}
          asTable={here.words.asTable}
        />
      ) : (
        <p>{words.noSideEffects}</p>
      )}
    </section>
  );
}
