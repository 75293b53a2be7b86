/**
 * Runs the dose-safety courses and prints what was tried and accepted: `node bench/dose-safety.ts [courses] [seed]`,
 * 100,000 of seed 1 unless told. Ends with 1 and the events of the course when a rule was broken.
 */
import { performance } from 'node:perf_hooks';
import { RULES } from '../test/dose-safety/rules.ts';
import { runCourses } from '../test/dose-safety/run.ts';

const [courses = 100_000, seed = 1] = process.argv.slice(2).map(Number);
const start = performance.now();
const tally = runCourses(RULES, seed, courses);
const seconds = (performance.now() - start) / 1000;

const commands = [...tally.tried.values()].reduce((a, b) => a + b, 0);
console.log(`${tally.courses} courses of seed ${seed}, ${commands} commands, ${seconds.toFixed(1)} s`);
console.log('\ncommand             tried   accepted');
for (const [name, tried] of [...tally.tried].sort())
  console.log(`${name.padEnd(16)}${String(tried).padStart(9)}${String(tally.accepted.get(name) ?? 0).padStart(11)}`);
console.log('\nevents accepted');
for (const [kind, count] of [...tally.events].sort()) console.log(`${kind.padEnd(26)}${String(count).padStart(9)}`);
if (tally.broken) {
  console.log(`\nbroken: course ${tally.broken.course}: ${tally.broken.why}`);
  for (const event of tally.broken.events) console.log(JSON.stringify(event));
  process.exitCode = 1;
}
