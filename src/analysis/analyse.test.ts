/**
 * What must hold for any diary, whatever its numbers: the property list of docs/models/dose-response.md and the same bytes every time. Values
 * come from symmetry and from the arithmetic of the model, not from stored output. H18 H19 H38
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { ask, diaryOf, found, outcomeOf, titration } from '../../test/analysis/example-diary.ts';
import { canonicalJson } from '../base/canonical.ts';
import { checkDiary } from '../trial/diary.ts';
import type { Finding } from './finding.ts';

const close = (a: number, b: number, tolerance: number, what: string): void =>
  assert.ok(Math.abs(a - b) <= tolerance, `${what}: ${a} against ${b}`);

test('a mirrored scale tells the same story with the signs turned', () => {
  const days = titration(1);
  const mirrored = days.map(({ score, ...day }) => ({
    ...day,
    score: typeof score === 'number' ? Math.round((10 - score) * 10) / 10 : score,
  }));
  const down = found(diaryOf(days));
  const up = found(diaryOf(mirrored, outcomeOf('higher')));
  for (const [k, dose] of down.doses.entries()) {
    const other = up.doses[k];
    assert.ok(other);
    close(dose.mean, -other.mean, 1e-9, 'mean');
    close(dose.quantiles['0.05'], -other.quantiles['0.95'], 1e-7, 'quantile');
    close(dose.pBenefit, other.pBenefit, 1e-9, 'P(benefit)');
    close(dose.pWorthwhile, other.pWorthwhile, 1e-9, 'P(worthwhile)');
  }
  close(down.band.without.mean[50] as number, 10 - (up.band.without.mean[50] as number), 1e-9, 'counterfactual');
});

test('a scale ten times as long gives ten times the change and the same probabilities', () => {
  const days = titration(2);
  const tenfold = days.map((d) => ({ ...d, score: typeof d.score === 'number' ? Math.round(d.score * 10) : d.score }));
  const small = found(diaryOf(days));
  const large = found(diaryOf(tenfold, outcomeOf('lower', 100)));
  for (const [k, dose] of small.doses.entries()) {
    close(dose.mean * 10, large.doses[k]?.mean as number, 1e-8, 'mean');
    close(dose.pWorthwhile, large.doses[k]?.pWorthwhile as number, 1e-9, 'P(worthwhile)');
  }
});

test('adding the same to every score, and to the level expected, changes no effect', () => {
  const days = titration(3).map((d) => ({ ...d, score: typeof d.score === 'number' ? d.score * 0.5 + 1 : d.score }));
  const shifted = days.map((d) => ({ ...d, score: typeof d.score === 'number' ? d.score + 3 : d.score }));
  const low = found(diaryOf(days), { priors: { intercept: { mean: 2, sd: 10 } } });
  const high = found(diaryOf(shifted), { priors: { intercept: { mean: 5, sd: 10 } } });
  for (const [k, dose] of low.doses.entries()) close(dose.mean, high.doses[k]?.mean as number, 1e-8, 'mean');
});

test('days without a score at the end of the diary, and the order the days come in, change nothing', () => {
  const days = titration(4);
  const diary = diaryOf(days);
  const longer = diaryOf([...days, { taken: 4500, score: undefined }, { taken: 4500, score: undefined }]);
  const turned = checkDiary({ ...diary, days: [...diary.days].reverse() });
  assert.ok(turned.ok);
  const expected = canonicalJson(found(diary).doses);
  const withoutCounts = (f: Finding): string => canonicalJson(f.doses.map(({ daysTaken: _, ...rest }) => rest));
  assert.equal(withoutCounts(found(longer)), withoutCounts(found(diary)));
  assert.equal(canonicalJson(found(turned.value).doses), expected);
});

test('the same doses as levels in proportion, with the same onset expected, give the same effects', () => {
  const days = titration(5);
  const levels = days.map((d) => ({ ...d, taken: (d.taken ?? 0) / 1500 }));
  const mg = found(diaryOf(days), { onsetDays: 7 });
  const level = found(diaryOf(levels, outcomeOf(), 'none'), { onsetDays: 7 });
  assert.deepEqual(
    mg.doses.map((d) => d.mean),
    level.doses.map((d) => d.mean),
  );
  assert.deepEqual(
    mg.doses.map((d) => d.dose),
    [1.5, 3, 4.5],
  );
  assert.deepEqual(
    level.doses.map((d) => d.dose),
    [1, 2, 3],
  );
});

test('the chance of a decision never falls with more days, and lies between 0 and 1', () => {
  const { decision } = found(diaryOf(titration(6)));
  for (const { points } of decision.curves) {
    assert.ok(points.every(({ probability }) => probability >= 0 && probability <= 1 + 1e-12));
    assert.ok(points.length >= 12);
  }
  const held = decision.curves.find(({ continuation }) => continuation === 'hold-28')?.points.at(-1)?.probability ?? 0;
  const same =
    decision.curves.find(({ continuation }) => continuation === 'same-dose')?.points.at(-1)?.probability ?? 0;
  assert.ok(held > same, 'a pause teaches more than going on');
});

test('probabilities are coherent: best doses sum to 1, curves fall, quantiles rise, contrasts add up', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: -2.5, max: 1.5, noNaN: true }),
      (seed, effect) => {
        const finding = found(diaryOf(titration(seed, effect)));
        const { probabilities, lowestNearBest } = finding.bestDose;
        close(
          probabilities.reduce((s, p) => s + p.probability, 0),
          1,
          1e-9,
          'best',
        );
        close(
          lowestNearBest.reduce((s, p) => s + p.probability, 0),
          1,
          1e-9,
          'lowest',
        );
        for (const { p } of finding.exceedance.curves)
          assert.ok(p.every((v, i) => i === 0 || v <= (p[i - 1] as number)));
        for (const dose of finding.doses) {
          const q = Object.values(dose.quantiles);
          assert.ok(q.every((v, i) => i === 0 || v > (q[i - 1] as number)));
          assert.ok(dose.pWorthwhile <= dose.pBenefit);
        }
        const [first, last] = [finding.doses[0], finding.doses.at(-1)];
        const between = finding.contrast.find((c) => c.from === first?.dose && c.to === last?.dose);
        close((between?.mean ?? 0) + (first?.mean ?? 0), last?.mean ?? 0, 1e-9, 'contrast');
      },
    ),
    { seed: 20261122, numRuns: 25 },
  );
});

test('the drift prior in use gives the finding itself; wider ones never make it surer', () => {
  const finding = found(diaryOf(titration(8, -1.5)));
  const used = finding.trendStrip.find(({ used }) => used);
  const question = finding.doses.find(({ dose }) => dose === finding.decision.dose);
  close(used?.mean ?? 0, question?.mean ?? 1, 1e-9, 'mean at the prior in use');
  const sds = finding.trendStrip.map(({ sd }) => sd);
  assert.ok(sds.every((sd, i) => i === 0 || sd > (sds[i - 1] as number)));
});

test('the fitted and the counterfactual band agree before the first dose and part by the effect after', () => {
  const finding = found(diaryOf(titration(9, -3, 120)));
  const { fitted, without } = finding.band;
  for (let t = 0; t < 21; t++) close(fitted.mean[t] as number, without.mean[t] as number, 1e-9, `day ${t}`);
  const gap = (fitted.mean[119] as number) - (without.mean[119] as number);
  close(gap, finding.doses.at(-1)?.mean as number, 0.35, 'gap on the last day');
});

test('rounded scores near the ends are read as rounded, and the band stays on the scale', () => {
  const days = titration(10).map((d) => ({
    ...d,
    score: typeof d.score === 'number' ? Math.min(10, Math.round(d.score + 3)) : d.score,
  }));
  const finding = found(diaryOf(days));
  assert.equal(finding.diagnostics.likelihood, 'rounded');
  assert.equal(finding.diagnostics.likelihoodReason, 'at-the-ends');
  for (const curve of [finding.band.fitted, finding.band.without])
    assert.ok([...curve.low, ...curve.high].every((v) => v >= 0 && v <= 10));
});

test('a worker and the main thread give the same bytes, twice', async () => {
  const diary = diaryOf(titration(11));
  const here = canonicalJson(ask(diary));
  assert.equal(canonicalJson(ask(diary)), here);
  const module = new URL('./analyse.ts', import.meta.url).href;
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
     import(workerData.module).then(({ analyseDiary }) => parentPort.postMessage(analyseDiary(workerData.request)));`,
    {
      eval: true,
      workerData: { module, request: { diary, likelihood: 'auto', blinded: false, randomised: false } },
    },
  );
  const there = await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  assert.equal(canonicalJson(there), here);
});
