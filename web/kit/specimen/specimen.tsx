/**
 * The drawn parts of the kit on one page, to be looked at and tested in a browser: a finding in its light form, a course,
 * side effects, a syringe. Not served to anyone; what is shown is put there by the test, as `specimen`.
 */
import '@fontsource/atkinson-hyperlegible/latin-400.css';
import '@fontsource/atkinson-hyperlegible/latin-700.css';
import '../base.css';
import '../tokens.css';
import './specimen.css';
import { render } from 'preact';
import type { Analysis } from '../../../src/analysis/finding.ts';
import { courseTable } from '../../../src/chart/course/table.ts';
import type { CourseWords, DrawnOutcome } from '../../../src/chart/course/words.ts';
import { courseSvg } from '../../../src/chart/course.ts';
import { sideEffectsSvg, sideEffectsTable } from '../../../src/chart/side-effects.ts';
import { type Fill, type SyringeWords, syringeSize, syringeSvg, syringeTable } from '../../../src/chart/syringe.ts';
import { tellFindings } from '../../../src/report/told-finding.ts';
import type { TherapyCourse } from '../../../src/trial/therapy-course.ts';
import { restoreLanguage } from '../language.ts';
import { Chart } from '../part/chart.tsx';
import type { FindingPack } from '../part/finding/answer-words.ts';
import { ToldFindings } from '../part/told-findings.tsx';
import * as en from './english.ts';
import * as de from './german.ts';

export type Specimen = {
  readonly analysis: Analysis;
  readonly course: TherapyCourse;
  readonly outcome: DrawnOutcome;
  readonly fill: Fill;
};

type Pack = FindingPack & { readonly course: CourseWords; readonly syringe: SyringeWords };

function Page({ shown, words }: { shown: Specimen; words: Pack }) {
  const { analysis, course, outcome, fill } = shown;
  const { asTable } = words.answer;
  const size = syringeSize(fill);
  return (
    <>
      <h1>{document.title}</h1>
      {size !== undefined && (
        <Chart
          id="syringe"
          draw={(frame) => syringeSvg(fill, size, words.syringe, frame)}
          rows={syringeTable(fill, size, words.syringe)}
          title={words.syringe.caption(fill, size).title}
          asTable={asTable}
        />
      )}
      <Chart
        id="course"
        draw={(frame) => courseSvg({ course, outcome }, words.course, frame)}
        rows={courseTable(course, outcome, words.course)}
        title={words.course.scoreAxis(outcome)}
        asTable={asTable}
      />
      <Chart
        id="effects"
        draw={(frame) => sideEffectsSvg(course, words.course, frame)}
        rows={sideEffectsTable(course, words.course)}
        title={words.course.label['side-effects']}
        asTable={asTable}
      />
      <ToldFindings told={tellFindings(analysis, words, 320)} />
    </>
  );
}

const place = document.getElementById('page');
const { specimen } = globalThis as { specimen?: Specimen };
if (!place || !specimen) throw new RangeError('nothing was put here to be shown');
render(<Page shown={specimen} words={restoreLanguage() === 'de' ? de.pack : en.pack} />, place);
