/** What stands behind the numbers: model, assumptions, missing days, and the calculation's own health. */
import type { Finding } from '../../../../src/analysis/finding.ts';
import { toldNumber } from '../../../../src/report/told-number.ts';
import type { NumberName } from '../../../../src/report/words.ts';
import type { FindingPack } from './answer-words.ts';
import { OpenNumber } from './number.tsx';

type Props = { finding: Finding; words: FindingPack };

export function Grounds({ finding, words }: Props) {
  const { finding: say, answer } = words;
  const { assumptions } = finding.diagnostics;
  const missing = say.missing(finding);
  const expectancy = say.expectancy(finding);
  return (
    <>
      <p>
        {say.model(finding)} {say.data(finding)}.
      </p>
      {expectancy && <p>{expectancy}</p>}
      {missing && <p>{missing}</p>}
      <h3>{answer.assumptions}</h3>
      {assumptions.length === 0 && <p>{answer.noAssumptions}</p>}
      <ul>
        {assumptions.map((assumption) => (
          <li key={assumption.code}>{say.assumption(assumption)}</li>
        ))}
      </ul>
      <Health finding={finding} words={words} />
    </>
  );
}

function Health({ finding, words }: Props) {
  const say = words.answer;
  const { diagnostics: d } = finding;
  const numbers: readonly (readonly [NumberName, string, string])[] = [
    ['lattice', say.lattice, `${d.latticePoints}; ${d.components}`],
    ['frontier-mass', say.frontier, say.statistic(d.frontierMass.toPrecision(2))],
    ...(d.likelihood === 'rounded' ? [['ep-sweeps', say.sweeps, say.statistic(d.epSweeps.toFixed(1))] as const] : []),
    ['log-evidence', say.evidence, say.statistic(d.logEvidence.toFixed(1))],
    ...d.theta.map(({ name, mean, sd }) => {
      const value = `${say.statistic(mean.toFixed(2))} (sd ${say.statistic(sd.toFixed(2))})`;
      return ['theta', name, value] as const;
    }),
    ['data-hash', say.hash, d.dataHash.slice(0, 12)],
    ['revision', say.revision, d.revision],
  ];
  return (
    <div class="numbers">
      {numbers.map(([name, label, value]) => (
        <OpenNumber key={label} number={toldNumber(finding, words, { name, label, value })} />
      ))}
    </div>
  );
}
