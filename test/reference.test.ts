/** The engine against Stan's answers to the same problems, through the program's own door (`titrial fit`). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareWithReference, referenceMissing, referenceProblems } from './reference/agreement.ts';

const missing = referenceMissing();
if (missing) test('the engine agrees with Stan', { skip: missing }, () => {});
else {
  for (const name of referenceProblems()) {
    test(`${name}: every dose effect and hyperparameter agrees with Stan`, () => {
      const { rows } = compareWithReference(name);
      assert.ok(rows.filter(({ judged }) => judged).length >= 5, 'one dose and theta at least');
      for (const { program, variable, meanInMcse, sdRatio, judged, agrees } of rows)
        if (judged)
          assert.ok(agrees, `${program} ${variable}: ${meanInMcse.toFixed(2)} MCSE, sd ratio ${sdRatio.toFixed(3)}`);
    });
  }
}
