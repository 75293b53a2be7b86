/** Stan and JAGS by way of R: one fit of a problem file, with its CPU seconds; or the reason why not. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { outPath } from './problems.ts';

export type PeerSummary = {
  readonly variable: string;
  readonly mean: number;
  readonly sd: number;
  readonly ess_bulk: number;
  readonly mcse_mean: number;
};
export type PeerAnswer = {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly summary: readonly PeerSummary[];
};

export const HOW_TO_INSTALL = `The comparison with Stan and JAGS needs R and a few packages. On Debian or Ubuntu:
  apt-get install --no-install-recommends r-base-core r-cran-rstan r-cran-rjags jags r-cran-jsonlite r-cran-posterior \\
    r-cran-bh r-cran-rcppeigen r-cran-stanheaders r-cran-rcppparallel r-cran-inline libboost-dev g++ make
Debian keeps Boost's headers in /usr/include; bench/r/peers.R tells rstan so.`;

/** Runs bench/r/peers.R. `undefined` when R or a package is missing. Compiled Stan models are kept in bench/out. */
export function askPeer(problemFile: string, name: string, program: 'stan' | 'jags'): Promise<PeerAnswer | undefined> {
  const script = fileURLToPath(new URL('./r/peers.R', import.meta.url));
  const answer = outPath(`${name}-${program}.json`);
  return new Promise((resolve, reject) => {
    const child = spawn('Rscript', [script, problemFile, answer, program, outPath('models.rds')]);
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', () => resolve(undefined)); // no Rscript on this machine
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(readFileSync(answer, 'utf8')) as PeerAnswer);
      else if (code === 7) resolve(undefined);
      else reject(new Error(`peers.R ended with code ${code}:\n${said.slice(-2000)}`));
    });
  });
}
