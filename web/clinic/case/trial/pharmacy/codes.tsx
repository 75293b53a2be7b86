/**
 * Emergency codes on paper: a sheet for each period, to be folded and sealed, for when no machine can be asked. For the
 * pharmacist alone; every sheet says first to treat as on naltrexone (H13, H14).
 */
import { formatLocalDate } from '../../../../../src/base/calendar.ts';
import type { PackListJson } from '../../../../../src/http/schema/trial-json.ts';
import { daysOfPeriod } from '../../../../../src/trial/protocol.ts';
import { useAnswer } from '../../../frame/remote.ts';
import { Told } from '../../../part/notice.tsx';
import { Title } from '../../../plan/title.tsx';
import { pathOf } from '../shown-trial.ts';
import type { TrialProps } from '../trial-tab.tsx';
import { type Pack, packsOf } from './packs.tsx';
import './codes.css';

export function Codes(props: TrialProps) {
  const { pharmacist } = props.words;
  const answer = useAnswer<PackListJson>(`${pathOf(props)}/packs`);
  return (
    <div class="codes">
      <Title id="codes" text={pharmacist.codes} />
      <p class="standing screen-only">{pharmacist.only}</p>
      <p class="screen-only">{pharmacist.codesHelp}</p>
      <Told answer={answer}>
        {(told) => packsOf(told).map((pack) => <Sheet key={pack.kit} {...props} pack={pack} />)}
      </Told>
    </div>
  );
}

function Sheet({ here, words, trial, pack }: TrialProps & { readonly pack: Pack }) {
  const { pharmacist } = words;
  const { protocol, started } = trial.record;
  const days = started && daysOfPeriod(protocol, started.on, pack.period);
  const told: readonly (readonly [string, string])[] = [
    [pharmacist.codeCase, here.view?.label ?? ''],
    [pharmacist.codeKit, pack.kit],
    [pharmacist.codePeriod, `${pack.period + 1}`],
  ];
  return (
    <article class="code-sheet" aria-label={`${pharmacist.codeTitle}: ${pack.kit}`}>
      <h3>{pharmacist.codeTitle}</h3>
      <dl>
        {told.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>
        {days
          ? pharmacist.codeDays(formatLocalDate(days.first), formatLocalDate(days.last))
          : pharmacist.codeLength(protocol.design.periodDays)}
      </p>
      <p>
        <strong>{pharmacist.codeFirst}</strong>
      </p>
      <p class="fold-line">{pharmacist.codeFold}</p>
      <p class="code-holds">
        {pharmacist.codeHolds}: <strong>{pharmacist.arm(pack.dose)}</strong>
      </p>
      <p class="code-note">{pharmacist.codeNote}</p>
    </article>
  );
}
