/** Of a trial on the page of answers: while it runs none is worked out, for it could tell what the kits hold (H13, H18). */
import type { CaseState } from '../../../../src/records/case-state.ts';
import { sayTrial } from './said.ts';

export function TrialAnswer({ state }: { readonly state: CaseState }) {
  const words = sayTrial().answer;
  const isSealed = state.trials.some(({ started, opened, dropped }) => started && !opened && !dropped);
  return isSealed ? <p class="card">{words.during}</p> : null;
}
