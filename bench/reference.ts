/** `titrial fit` beside Stan and JAGS on every reference problem.   node bench/reference.ts */
import { compareWithReference, referenceMissing, referenceProblems } from '../test/reference/agreement.ts';
import { printTable, verdict } from './report.ts';

const missing = referenceMissing();
if (missing) console.log(`Agreement with Stan: not compared, ${missing}.`);
else {
  for (const name of referenceProblems()) {
    const { milliseconds, rows } = compareWithReference(name);
    console.log(`\n${name}: fitted in ${milliseconds.toFixed(1)} ms (first call of a fresh process)`);
    printTable(
      ['program', 'parameter', 'ours', 'theirs', 'off by MCSE', 'sd ratio', "peer's sd error", '<= 4 MCSE, 0.95-1.05'],
      rows.map(({ program, variable, ours, theirs, meanInMcse, sdRatio, sdError, judged, agrees }) => [
        program,
        variable,
        ours.toFixed(3),
        theirs.toFixed(3),
        meanInMcse.toFixed(2),
        sdRatio.toFixed(3),
        sdError.toFixed(3),
        judged ? verdict(agrees) : 'shown only',
      ]),
    );
  }
}
