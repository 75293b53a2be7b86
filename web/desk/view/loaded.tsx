/** A diary is open: its findings, or why there are none, with how it was read beside them. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { TableFault } from '../../../src/table/fault.ts';
import type { Words } from '../../kit/words/words.ts';
import type { Source } from '../protocol.ts';
import { analysis, bug, closeSource, compute, progress, slow, source, stop, table, work } from '../state.ts';
import { Findings } from './findings.tsx';
import { Reading } from './reading.tsx';

export function Loaded({ words }: { words: Words }) {
  const { desk } = words;
  const from = source.value;
  const head = useRef<HTMLDivElement>(null);
  const faults = table.value?.faults ?? [];
  const { findings, refusals } = analysis.value;
  const ready = findings.length > 0 || refusals.length > 0 || faults.length > 0;
  useFirstAnswer(head, ready, from);
  if (!from) return null;
  return (
    <>
      <div class="opened screen-only">
        <SourceName from={from} words={words} />
        <button type="button" class="button" onClick={closeSource}>
          {desk.loaded.other}
        </button>
      </div>
      <Progress words={words} />
      <div class="loaded">
        <div class="answer" ref={head} aria-busy={work.value === 'running'}>
          {faults.length > 0 && <Faults faults={faults} words={words} />}
          <Findings words={words} />
        </div>
        <Reading words={words} />
      </div>
    </>
  );
}

/** Moves the focus to the first heading of the answer, once for each diary opened; never while choices are changed. */
function useFirstAnswer(place: RefObject<HTMLElement | null>, ready: boolean, from: Source | undefined): void {
  const seen = useRef<Source>(undefined);
  useEffect(() => {
    const heading = place.current?.querySelector<HTMLElement>('h1, h2');
    if (!ready || !heading || seen.current === from) return;
    seen.current = from;
    heading.tabIndex = -1;
    heading.focus();
  }, [place, ready, from]);
}

function SourceName({ from, words }: { from: Source; words: Words }) {
  if (from.kind === 'text') return <p class="name">{from.name}</p>;
  return (
    <p class="name">
      <strong>{words.report.synthetic}</strong> {words.journeys[from.name]}.
    </p>
  );
}

function Progress({ words: { desk } }: { words: Words }) {
  const { done, total } = progress.value;
  const answered = analysis.value.findings.length;
  return (
    <>
      <p class="spoken" role="status">
        {work.value === 'running' ? '' : desk.loaded.shown(answered)}
      </p>
      {slow.value && (
        <div class="running">
          <label>
            {total > 0 ? desk.loaded.progress(done, total) : desk.loaded.reading}
            <progress max={Math.max(1, total)} value={total > 0 ? done : undefined} />
          </label>
          <button type="button" class="button" onClick={stop}>
            {desk.loaded.stop}
          </button>
        </div>
      )}
      {work.value === 'stopped' && (
        <div class="notice" role="alert">
          <p>{desk.loaded.stopped}</p>
          <button type="button" class="button" onClick={compute}>
            {desk.loaded.again}
          </button>
        </div>
      )}
      {bug.value && (
        <div class="notice" role="alert">
          <p>{desk.loaded.bug}</p>
          <p>
            <code>{bug.value}</code>
          </p>
        </div>
      )}
    </>
  );
}

/** Every refusal of the table with its row and column, and what to do. */
function Faults({ faults, words: { desk, table: say } }: { faults: readonly TableFault[]; words: Words }) {
  return (
    <section class="notice" aria-labelledby="faults">
      <h1 id="faults">{desk.loaded.faultsHeading}</h1>
      <p>{say.nothingChanged}</p>
      <ul>
        {faults.map((fault, i) => {
          const { happened, next } = say.fault(fault);
          return (
            <li key={`${fault.code}-${i}`}>
              <strong>{happened}</strong> {desk.onPage(next)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
