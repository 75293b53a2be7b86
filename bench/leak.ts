/**
 * Does anything tell the arm? `node bench/leak.ts [pairs] [planted]`: so many pairs of clinics that differ in the allocation
 * alone, 200 unless told, compared byte by byte; then every planted leak, unless the second word is "none". Prints what was
 * compared and the largest t; ends with 1 when a leak was found, or a planted one was not.
 */
import { performance } from 'node:perf_hooks';
import { foundLeaks } from '../test/leak/find-planted.ts';
import { judgePairs } from '../test/leak/judge.ts';
import { LEAN, WIDE } from '../test/leak/look.ts';
import { PLANTED } from '../test/leak/planted/all.ts';
import { T_LIMIT } from '../test/leak/timing.ts';

const [count = '200', planted = 'all'] = process.argv.slice(2);
const started = performance.now();
const seconds = (): string => ((performance.now() - started) / 1000).toFixed(0);

/** Every fortieth pair is looked at after every act, the others in the middle of each period and at the end. */
const judged = await judgePairs(
  0,
  Number(count),
  (pair) => (pair % 40 === 0 ? WIDE : LEAN),
  (pair, leaks) => {
    if ((pair + 1) % 10 === 0) console.error(`${pair + 1} pairs, ${leaks} leaks, ${seconds()} s`);
  },
);

console.log(`${judged.pairs} pairs, ${judged.leaks.length} leaks, ${seconds()} s`);
for (const { channel, who, where, detail } of judged.leaks.slice(0, 20))
  console.log(`  ${channel} ${who} ${where}: ${detail}`);
console.log('\ncompared');
for (const [channel, times] of Object.entries(judged.compared))
  console.log(`  ${channel.padEnd(12)}${times.toLocaleString('en').padStart(12)}`);
console.log(`\ntimings, |t| below ${T_LIMIT}: ${judged.times.length} rows; the largest`);
for (const { name, t, more, less, meanMore, meanLess } of judged.times.slice(0, 5))
  console.log(
    `  ${t.toFixed(2).padStart(6)}  ${name}: ${meanMore.toFixed(3)} and ${meanLess.toFixed(3)} ms, ${more}+${less}`,
  );
for (const [name, { counted, chiSquare, freedom, z }] of [
  ['kit codes', judged.kits],
  ['commitments', judged.commitments],
] as const)
  console.log(`${name}: ${counted} letters, chi-square ${chiSquare.toFixed(1)} on ${freedom}, z ${z.toFixed(2)}`);

let missed = 0;
if (planted !== 'none') {
  for (const each of PLANTED) {
    const [found] = await foundLeaks(each);
    if (!found) missed++;
    console.log(
      `${found ? 'found ' : 'MISSED'}  ${each.channel.padEnd(8)}${each.name}${found ? `: ${found.where}` : ''}`,
    );
  }
  console.log(`${PLANTED.length - missed} of ${PLANTED.length} planted leaks found, ${seconds()} s`);
}
if (judged.leaks.length + missed > 0) process.exitCode = 1;
