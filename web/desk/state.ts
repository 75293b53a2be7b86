/** What the desk knows: the diary chosen, how it is read, and the findings as they come in. Nothing of it is stored. */
import { batch, signal } from '@preact/signals';
import type { Analysis } from '../../src/analysis/finding.ts';
import { FIRST_DAY, JOURNEYS } from '../../src/analysis/journey.ts';
import { type LocalDate, localDate } from '../../src/base/calendar.ts';
import type { ReadOptions } from '../../src/table/read-diary.ts';
import { startEngine } from './engine.ts';
import type { Settings, Source, TableRead, Tell } from './protocol.ts';

const EMPTY: Analysis = { findings: [], refusals: [] };
const OPEN: Settings = { likelihood: 'auto', blinded: false, randomised: false };

export const source = signal<Source | undefined>(undefined);
export const read = signal<ReadOptions>({});
export const settings = signal<Settings>(OPEN);
export const table = signal<TableRead | undefined>(undefined);
export const analysis = signal<Analysis>(EMPTY);
/** 'idle' before and after; 'stopped' by the person. */
export const work = signal<'idle' | 'running' | 'stopped'>('idle');
export const progress = signal<{ readonly done: number; readonly total: number }>({ done: 0, total: 0 });
/** True once the running question has taken a second: then a bar and a button to stop it are shown. */
export const slow = signal(false);
/** A sentence about a file or the engine that stands above everything else. */
export const problem = signal<string | undefined>(undefined);
export const bug = signal<string | undefined>(undefined);
/** Outcome whose finding is shown; undefined = the first. */
export const chosen = signal<string | undefined>(undefined);

const engine = startEngine(hear);
/** The answers on the page belong to the question before: shown until the first new one comes. */
let outdated = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Civil day of this machine, as days since 1970-01-01. */
function today(): number {
  const now = new Date();
  return localDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** Opens a diary with nothing decided about it, and computes. */
export function openSource(next: Source): void {
  const journey = next.kind === 'journey' ? JOURNEYS.find(({ name }) => name === next.name) : undefined;
  const blindedFrom = journey?.openDays === undefined ? undefined : ((FIRST_DAY + journey.openDays) as LocalDate);
  const blinded = blindedFrom !== undefined;
  batch(() => {
    source.value = next;
    read.value = {};
    settings.value = { ...OPEN, blinded, randomised: blinded, ...(blinded ? { blindedFrom } : {}) };
    table.value = undefined;
    analysis.value = EMPTY;
    chosen.value = undefined;
    problem.value = undefined;
  });
  compute();
}

/** Asks the engine again with the present choices; the first new finding takes the place of the old ones. */
export function compute(): void {
  if (!source.value) return;
  outdated = true;
  batch(() => {
    bug.value = undefined;
    work.value = 'running';
    progress.value = { done: 0, total: 0 };
    slow.value = false;
  });
  clearTimeout(timer);
  timer = setTimeout(() => {
    slow.value = work.value === 'running';
  }, 1000);
  engine.ask({ source: source.value, read: read.value, settings: settings.value, today: today() });
}

export function stop(): void {
  engine.stop();
  finish('stopped');
}

/** Back to the choice of a diary. */
export function closeSource(): void {
  engine.stop();
  finish('idle');
  batch(() => {
    source.value = undefined;
    table.value = undefined;
    analysis.value = EMPTY;
    bug.value = undefined;
    problem.value = undefined;
  });
}

function finish(state: 'idle' | 'stopped'): void {
  clearTimeout(timer);
  dropOutdated();
  work.value = state;
  slow.value = false;
}

function dropOutdated(): void {
  if (outdated) analysis.value = EMPTY;
  outdated = false;
}

function hear(answer: Tell): void {
  switch (answer.tell) {
    case 'table':
      table.value = answer.table;
      if (answer.table.faults.length > 0) dropOutdated();
      return;
    case 'part': {
      dropOutdated();
      const { findings, refusals } = analysis.value;
      analysis.value = {
        findings: [...findings, ...answer.part.findings],
        refusals: [...refusals, ...answer.part.refusals],
      };
      progress.value = { done: answer.done, total: answer.total };
      return;
    }
    case 'end':
      finish('idle');
      return;
    case 'bug':
      bug.value = answer.message;
      finish('idle');
  }
}
