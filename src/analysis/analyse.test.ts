/**
 * What must hold for any diary, whatever its numbers: model.md's property list, the refusals, and the same bytes every
 * time. Values come from symmetry and from the arithmetic of the model, not from stored output. H18 H19 H38
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import type { LocalDate } from '../base/calendar.ts';
import { canonicalJson } from '../base/canonical.ts';
import { seededRng } from '../base/rng.ts';
import { checkDiary, type Diary, type DiaryDay, type Score } from '../trial/diary.ts';
import { checkOutcome, type Direction, type Outcome } from '../trial/outcome.ts';
import { type AnalysisRequest, analyseDiary } from './analyse.ts';
import type { Finding } from './finding.ts';

const START = 20_000 as LocalDate;

function outcomeOf(better: Direction = 'lower', maximum = 10): Outcome {
  const checked = checkOutcome({
    id: 'pain',
    label: 'pain',
    scale: { minimum: 0, maximum },
    better,
    worthwhile: maximum / 10,
  });
  assert.ok(checked.ok);
  return checked.value;
}

type Day = { readonly taken?: number; readonly score: number | 'too-ill' | undefined };

function diaryOf(days: readonly Day[], outcome: Outcome = outcomeOf(), unit: Diary['unit'] = 'ug'): Diary {
  const kept = days.map(({ taken, score }, t): DiaryDay => {
    const entry: Score | undefined =
      score === undefined ? undefined : score === 'too-ill' ? { kind: 'too-ill' } : { kind: 'value', value: score };
    return {
      date: (START + t) as LocalDate,
      ...(taken === undefined ? {} : { taken }),
      scores: entry ? { [outcome.id]: entry } : {},
    };
  });
  const diary = checkDiary({ unit, outcomes: [outcome], days: kept });
  assert.ok(diary.ok, JSON.stringify(diary));
  return diary.value;
}

/** A titration 0 / 1.5 / 3 / 4.5 mg with one decimal per score, about 15 % of days missing. */
function titration(seed: number, effect = -1, days = 90): Day[] {
  const rng = seededRng(seed);
  let u = 0;
  return Array.from({ length: days }, (_, t) => {
    u = 0.6 * u + 0.8 * rng.normal();
    const taken = t < 21 ? 0 : Math.min(4500, 1500 * (1 + Math.floor((t - 21) / 10)));
    const score = Math.min(9.9, Math.max(0.1, 6 + (effect * taken) / 4500 + u + 0.5 * rng.normal()));
    return { taken, score: rng.uniform() < 0.15 ? undefined : Math.round(score * 10) / 10 };
  });
}

const ask = (diary: Diary, more: Partial<AnalysisRequest> = {}) =>
  analyseDiary({ diary, likelihood: 'auto', blinded: false, randomised: false, ...more });

function found(diary: Diary, more: Partial<AnalysisRequest> = {}): Finding {
  const { findings, refusals } = ask(diary, more);
  assert.ok(findings[0], JSON.stringify(refusals));
  return findings[0];
}

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

const flat = (days: number, taken: (t: number) => number | undefined, score: (t: number) => Day['score']): Day[] =>
  Array.from({ length: days }, (_, t) => ({
    ...(taken(t) === undefined ? {} : { taken: taken(t) as number }),
    score: score(t),
  }));
const wave = (t: number): number => 5 + Math.round(2 * Math.sin(t * 1.7));
const step = (t: number): number => (t < 14 ? 0 : 1500);

const refusedDays: readonly [why: string, days: Day[], code: string][] = [
  ['no scores at all', flat(40, step, () => undefined), 'series-too-short'],
  ['a fortnight in all', flat(16, (t) => (t < 8 ? 0 : 1500), wave), 'series-too-short'],
  ['never a dose', flat(40, () => 0, wave), 'no-days-with-drug'],
  ['never without, one dose', flat(40, () => 1500, wave), 'one-dose-only'],
  ['never without, two doses', flat(40, (t) => (t < 20 ? 1500 : 3000), wave), 'no-days-without-drug'],
  ['every score the same', flat(40, step, () => 5), 'no-variation'],
  [
    'a period with a third logged',
    flat(60, step, (t) => (t < 14 || t % 3 === 0 ? wave(t) : undefined)),
    'period-under-half-logged',
  ],
  ['doses unknown at the start', flat(40, (t) => (t < 14 ? undefined : 1500), wave), 'dose-unknown'],
  [
    'a change of dose lost in nine days',
    flat(50, (t) => (t < 20 ? 0 : t < 29 ? undefined : 1500), wave),
    'dose-unknown',
  ],
  [
    'thirteen doses',
    flat(60, (t) => (t < 14 ? 0 : 500 * (1 + Math.min(12, Math.floor((t - 14) / 3)))), wave),
    'too-many-doses',
  ],
];
for (const [why, days, code] of refusedDays)
  test(`refused: ${why}`, () => {
    const { findings, refusals } = ask(diaryOf(days));
    assert.equal(findings.length, 0);
    assert.equal(refusals[0]?.code, code);
  });

test('days too ill to log count as kept, so a bad month is not thrown away', () => {
  const days = flat(60, step, (t) => (t < 14 || t % 3 === 0 ? wave(t) : 'too-ill'));
  const finding = found(diaryOf(days));
  assert.equal(finding.diagnostics.daysTooIll, days.filter(({ score }) => score === 'too-ill').length);
  assert.ok(finding.diagnostics.missingDaysWorse);
});

test('a dose missing between equal days is filled and said; a short gap before a change carries on and is said', () => {
  const days = flat(
    60,
    (t) => (t === 5 || t === 30 ? undefined : t < 20 ? 0 : t >= 40 && t < 43 ? undefined : t < 43 ? 1500 : 3000),
    wave,
  );
  const { assumptions } = found(diaryOf(days)).diagnostics;
  assert.deepEqual(
    assumptions.find(({ code }) => code === 'dose-filled-between-equal-days'),
    {
      code: 'dose-filled-between-equal-days',
      days: 2,
    },
  );
  assert.deepEqual(
    assumptions.find(({ code }) => code === 'dose-carried-forward'),
    { code: 'dose-carried-forward', days: 3 },
  );
});

test('grades follow what was stated, then what the doses show', () => {
  const held = flat(100, (t) => (t < 20 ? 0 : t < 50 ? 1500 : t < 66 ? 0 : 1500), wave);
  assert.equal(found(diaryOf(titration(12))).grade, 'open-label');
  assert.equal(found(diaryOf(held)).grade, 'open-label-with-hold');
  assert.equal(found(diaryOf(held), { randomised: true }).grade, 'randomised-open');
  assert.equal(found(diaryOf(held), { blinded: true }).grade, 'randomised-blinded');
});

test('rounded is refused for scores that are not whole points', () => {
  const { refusals } = ask(diaryOf(titration(13)), { likelihood: 'rounded' });
  assert.equal(refusals[0]?.code, 'rounded-needs-whole-points');
});
