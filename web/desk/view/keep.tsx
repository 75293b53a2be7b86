/** Files to keep: the picture of the symptom shown, the whole page, and the numbers. */
import type { Finding } from '../../../src/analysis/finding.ts';
import { standaloneSvg } from '../../../src/chart/standalone.ts';
import { timelineSvg } from '../../../src/chart/timeline.ts';
import { reportHtml } from '../../../src/report/page.ts';
import { saveText } from '../../kit/save.ts';
import type { Words } from '../../kit/words/words.ts';
import type { Source } from '../protocol.ts';
import { analysis, source } from '../state.ts';

const PICTURE_WIDTH = 800;

export function Keep({ shown, words }: { shown: Finding | undefined; words: Words }) {
  const { desk, chart } = words;
  const from = source.value;
  if (!from) return null;
  const name = fileName(from);
  const picture = (finding: Finding): void => {
    const svg = timelineSvg(finding, chart, { width: PICTURE_WIDTH, id: 'timeline' });
    saveText(`${name}-${safe(finding.outcome.id)}.svg`, 'image/svg+xml', standaloneSvg(svg));
  };
  const page = (): void => {
    const synthetic = from.kind === 'journey';
    const told = synthetic ? words.journeys[from.name] : from.name;
    saveText(`${name}.html`, 'text/html', reportHtml(analysis.value, words, { source: told, synthetic }));
  };
  const numbers = (): void =>
    saveText(`${name}.json`, 'application/json', `${JSON.stringify(analysis.value, null, 1)}\n`);
  return (
    <section class="keep screen-only" aria-labelledby="keep">
      <h2 id="keep">{desk.export.heading}</h2>
      <p class="quiet">{desk.export.help}</p>
      <div class="row">
        {shown && (
          <button type="button" class="button" onClick={() => picture(shown)}>
            {desk.export.svg}
          </button>
        )}
        <button type="button" class="button" onClick={page}>
          {desk.export.html}
        </button>
        <button type="button" class="button" onClick={numbers}>
          {desk.export.json}
        </button>
      </div>
    </section>
  );
}

function fileName(from: Source): string {
  const base = from.kind === 'journey' ? from.name : from.name.replace(/\.\w+$/, '');
  return `finding-${safe(base)}`;
}

const safe = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'diary';
