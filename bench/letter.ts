/**
 * How long does a letter take, from the case and its finding to the file? Cold: the first of a server, with its thread and
 * typeface. Warm: those after it. The bar is for each letter;
 * CPU is of all threads, and does not depend on who else is at work.   node bench/letter.ts [--rounds N]
 */
import { typstTypesetter } from '../src/platform/typst.ts';
import { type LetterFacts, letterOf, ROOM } from '../src/report/letter/letter.ts';
import type { LetterWords } from '../src/report/letter/letter-words.ts';
import { typstOf } from '../src/report/letter/typst.ts';
import { baselineEvents, courseEvents, factsOf } from '../test/report/letter-case.ts';
import { letterWords as german } from '../web/kit/words/de/letter.ts';
import { letterWords as english } from '../web/kit/words/en/letter.ts';
import { countFlag, median, printTable, verdict } from './report.ts';

const BAR_MS = 300;
const rounds = countFlag('rounds', 20);

const LETTERS: readonly (readonly [string, LetterFacts, LetterWords])[] = [
  ['course, 100 days, English', factsOf('course', courseEvents('responder', 100)), english],
  ['course, 100 days, German', factsOf('course', courseEvents('responder', 100)), german],
  ['course, 290 days, German', factsOf('course', courseEvents('responder', 290)), german],
  ['request, 28 days, English', factsOf('request', baselineEvents(28)), english],
];

type Typesetter = ReturnType<typeof typstTypesetter>;

async function time(typesetter: Typesetter, facts: LetterFacts, words: LetterWords): Promise<number> {
  const from = performance.now();
  const texts = ROOM.map((room) => typstOf(letterOf(facts, words, room)));
  await typesetter.typeset(texts, 2);
  return performance.now() - from;
}

const rows: (readonly (string | number)[])[] = [];
for (const [name, facts, words] of LETTERS) {
  const typesetter = typstTypesetter();
  const cold = await time(typesetter, facts, words);
  const warm: number[] = [];
  const cpu = process.cpuUsage();
  // A letter of another day each time, so that nothing is kept from the one before.
  for (let i = 1; i <= rounds; i++) warm.push(await time(typesetter, { ...facts, patientName: `Patient ${i}` }, words));
  const used = process.cpuUsage(cpu);
  const cpuMs = (used.user + used.system) / 1000 / rounds;
  await typesetter.close();
  const worst = Math.max(...warm);
  const passes = cold <= BAR_MS && worst <= BAR_MS;
  rows.push([name, ...[cold, median(warm), worst, cpuMs].map(Math.round), verdict(passes)]);
}
printTable(['letter', 'cold ms', 'warm ms, median', 'worst', 'CPU ms', `bar ${BAR_MS} ms`], rows);
