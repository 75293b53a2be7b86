/**
 * How long does one fit take, and how much longer do its peers? The same problem files for everybody, both sides timed in
 * this run, CPU seconds, ours before and after each peer.   npm run bench:engine -- [--short] [--rounds N]
 */
import { seededRng } from '../src/base/rng.ts';
import { fitProblem } from '../src/stats/fit.ts';
import { mixtureMoments } from '../src/stats/mixture.ts';
import { doseContrast, linearMixture } from '../src/stats/posterior.ts';
import type { Problem } from '../src/stats/problem.ts';
import { askPeer, HOW_TO_INSTALL, type PeerAnswer } from './peers.ts';
import { type BenchProblem, benchProblems, writeProblem } from './problems.ts';
import { countFlag, formatRatio, hasFlag, median, printTable, verdict } from './report.ts';
import { effectiveDraws, sampleMetropolis } from './sampler.ts';

const BAR_STAN_CPU = 1000;
const BAR_JAGS_PER_ESS = 5000;
const METROPOLIS_DRAWS = 4000;

const rounds = countFlag('rounds', 7);
const short = hasFlag('short');

type Timing = { readonly wallMs: number[]; readonly cpuMs: number[] };
type Row = readonly (string | number)[];

/** Fits one after another; CPU is counted over the batch, since one fit is below the clock's grain. */
function timeOurs(problem: Problem, into: Timing): void {
  const batch = problem.likelihood === 'rounded' ? 3 : 15;
  const cpu = process.cpuUsage();
  for (let i = 0; i < batch; i++) {
    const from = performance.now();
    fitProblem(problem);
    into.wallMs.push(performance.now() - from);
  }
  const used = process.cpuUsage(cpu);
  into.cpuMs.push((used.user + used.system) / 1000 / batch);
}

/** Smallest effective number of draws over the dose effects, and CPU seconds. */
function timeMetropolis(problem: Problem, seed: number): { readonly cpuSeconds: number; readonly ess: number } {
  const cpu = process.cpuUsage();
  const { beta } = sampleMetropolis(problem, METROPOLIS_DRAWS, seededRng(seed));
  const used = process.cpuUsage(cpu);
  return { cpuSeconds: (used.user + used.system) / 1e6, ess: Math.min(...beta.map(effectiveDraws)) };
}

/** Largest distance of our means of the dose effects from the peer's, in the peer's Monte-Carlo standard errors. */
function distance(problem: Problem, answer: PeerAnswer): number {
  const posterior = fitProblem(problem);
  return Math.max(
    ...problem.doses.map((_, k) => {
      const { mean } = mixtureMoments(linearMixture(posterior, doseContrast(posterior, 0, k + 1)));
      const peer = answer.summary.find(({ variable }) => variable === `beta[${k + 1}]`);
      return peer ? Math.abs(mean - peer.mean) / peer.mcse_mean : Number.NaN;
    }),
  );
}

const minimumEss = (answer: PeerAnswer): number =>
  Math.min(...answer.summary.filter(({ variable }) => variable.startsWith('beta')).map((row) => row.ess_bulk));

function peerRow(
  name: string,
  peer: string,
  cpuSeconds: number,
  wall: string,
  ess: number,
  ours: Timing,
  more: Row,
): Row {
  const cpuMs = median(ours.cpuMs);
  const perEss = (1000 * cpuSeconds * (1000 / ess)) / cpuMs;
  return [
    name,
    peer,
    cpuSeconds.toFixed(2),
    wall,
    Math.round(ess),
    formatRatio((1000 * cpuSeconds) / cpuMs),
    formatRatio(perEss),
    ...more,
  ];
}

let installed = true;

/** Ours and one R peer, ours timed again afterwards. */
async function compare(
  { name, problem }: BenchProblem,
  file: string,
  program: 'stan' | 'jags',
  ours: Timing,
): Promise<Row[]> {
  if (!installed) return [];
  process.stderr.write(`${name}: ${program} …\n`);
  const answer = await askPeer(file, name, program);
  if (!answer) {
    installed = false;
    return [];
  }
  timeOurs(problem, ours);
  const ess = minimumEss(answer);
  const cpuRatio = (1000 * answer.cpuSeconds) / median(ours.cpuMs);
  const barred = name === 'open-label-120';
  const pass = program === 'stan' ? cpuRatio >= BAR_STAN_CPU : cpuRatio * (1000 / ess) >= BAR_JAGS_PER_ESS;
  const bar = program === 'stan' ? `CPU >= ${BAR_STAN_CPU}x` : `per ESS >= ${BAR_JAGS_PER_ESS}x`;
  const label = program === 'jags' ? 'JAGS' : problem.likelihood === 'rounded' ? 'Stan, latent' : 'Stan, Kalman form';
  const more = [distance(problem, answer).toFixed(2), barred ? `${bar}: ${verdict(pass)}` : ''];
  return [peerRow(name, label, answer.cpuSeconds, answer.wallSeconds.toFixed(2), ess, ours, more)];
}

async function bench(entry: BenchProblem): Promise<{ readonly own: Row; readonly peers: readonly Row[] }> {
  const { name, problem, barMs } = entry;
  const file = writeProblem(entry);
  const cold = performance.now();
  fitProblem(problem);
  const coldMs = performance.now() - cold;
  const ours: Timing = { wallMs: [], cpuMs: [] };
  timeOurs(problem, { wallMs: [], cpuMs: [] });
  const metropolis: { cpuSeconds: number; ess: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    timeOurs(problem, ours);
    if (problem.likelihood === 'gaussian' && round < 3) metropolis.push(timeMetropolis(problem, round + 1));
  }
  const peers: Row[] = [];
  if (metropolis.length > 0) {
    const cpu = median(metropolis.map(({ cpuSeconds }) => cpuSeconds));
    const ess = median(metropolis.map((run) => run.ess));
    peers.push(peerRow(name, 'Metropolis in this runtime', cpu, '', ess, ours, ['', '']));
  }
  if (!short || name === 'open-label-120') peers.push(...(await compare(entry, file, 'stan', ours)));
  if (problem.likelihood === 'gaussian' && (!short || name === 'open-label-120'))
    peers.push(...(await compare(entry, file, 'jags', ours)));
  const ms = median(ours.wallMs);
  const bar = barMs === undefined ? 'no bar' : `<= ${barMs} ms: ${verdict(ms <= barMs)}`;
  const own = [name, ms.toFixed(2), median(ours.cpuMs).toFixed(2), coldMs.toFixed(0), ours.wallMs.length, bar];
  return { own, peers };
}

const results: { readonly own: Row; readonly peers: readonly Row[] }[] = [];
for (const entry of benchProblems()) results.push(await bench(entry));
console.log('\nOne fit, milliseconds (median)');
printTable(
  ['problem', 'wall', 'CPU', 'first call', 'fits', 'bar'],
  results.map(({ own }) => own),
);
console.log(
  '\nPeers on the same problem; ratios are peer CPU over ours, and peer CPU per 1,000 effective draws over one fit of ours',
);
printTable(
  ['problem', 'peer', 'CPU s', 'wall s', 'least ESS', 'CPU ratio', 'per 1000 ESS', 'mean off (MCSE)', 'bar'],
  results.flatMap(({ peers }) => peers),
);
if (!installed) console.log(`\n${HOW_TO_INSTALL}`);
