/** The first screen: one's own diary by file, drop or paste, or a synthetic example computed on the spot. */
import { useRef } from 'preact/hooks';
import { JOURNEYS } from '../../../src/analysis/journey.ts';
import type { Words } from '../../kit/words/words.ts';
import { openSource } from '../state.ts';
import { takeFiles, takePaste } from '../take.ts';

export function Start({ words }: { words: Words }) {
  const { desk } = words;
  return (
    <>
      <h1>{desk.title}</h1>
      <p>{desk.purpose}</p>
      <div class="start">
        <OwnDiary words={words} />
        <section aria-labelledby="examples">
          <h2 id="examples">{desk.start.exampleHeading}</h2>
          <p>{desk.start.exampleHelp}</p>
          <ul class="examples">
            {JOURNEYS.filter(({ people }) => people === 1).map(({ name }) => (
              <li key={name}>
                <button type="button" class="example" onClick={() => openSource({ kind: 'journey', name })}>
                  {words.journeys[name]}
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function OwnDiary({ words }: { words: Words }) {
  const { start } = words.desk;
  const paste = useRef<HTMLTextAreaElement>(null);
  return (
    <section aria-labelledby="own">
      <h2 id="own">{start.fileHeading}</h2>
      <p>{start.fileHelp}</p>
      <div class="dropzone">
        <label class="button first file">
          {start.choose}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            onChange={(event) => void takeFiles(event.currentTarget.files, words)}
          />
        </label>
        <span class="quiet">{start.drop}</span>
      </div>
      <details>
        <summary>{start.pasteSummary}</summary>
        <div class="field">
          <label for="paste">{start.pasteLabel}</label>
          <textarea id="paste" ref={paste} rows={6} spellcheck={false} placeholder={start.pasteExample} />
        </div>
        <button type="button" class="button" onClick={() => takePaste(paste.current?.value ?? '', words)}>
          {start.pasteButton}
        </button>
      </details>
    </section>
  );
}
