/**
 * What did the kits hold, does it fit what was committed to, and what is the answer? Sentence and picture first, the
 * allocation with its proof beneath; what follows is a plan that somebody signs (H13, H18).
 */
import { formatLocalDate } from '../../../../../src/base/calendar.ts';
import { daysOfPeriod } from '../../../../../src/trial/protocol.ts';
import { RowsTable } from '../../../../kit/part/rows-table.tsx';
import { caseHref } from '../../../frame/route.ts';
import { NEW as NEW_PLAN } from '../../../plan/plan-tab.tsx';
import { isHereAs } from '../../here.ts';
import type { TrialProps } from '../trial-tab.tsx';
import { Report } from './report.tsx';

export function Opened(props: TrialProps) {
  const { here, words, trial } = props;
  const { opened, sealed, started, protocol, kits } = trial.record;
  if (!opened || !started) return null;
  const rows = opened.sequence.map((arm, period) => {
    const { first, last } = daysOfPeriod(protocol, started.on, period);
    const span = words.periodDays(formatLocalDate(first), formatLocalDate(last));
    return [String(period + 1), kits[period] ?? '', span, words.arm(arm)];
  });
  return (
    <>
      <Report {...props} />
      {isHereAs(here, 'prescriber') && (
        <p class="act screen-only">
          <a class="button" href={caseHref(here.id, 'plan', NEW_PLAN)}>
            {words.toPlan}
          </a>
        </p>
      )}
      <section aria-labelledby={`held-${trial.record.trial}`}>
        <h3 id={`held-${trial.record.trial}`}>{words.held}</h3>
        <RowsTable rows={{ head: words.heldHead, rows }} name={here.words.tableOf(words.held)} />
        <p>{words.fits}</p>
        <details class="fold">
          <summary>{words.proof}</summary>
          <p>{words.proofHelp}</p>
          <p class="hash">{sealed?.commitment}</p>
          <p class="hash">{opened.nonce}</p>
        </details>
      </section>
    </>
  );
}
