/** What must the server be able to say in every language? Its refusals, and the reasons its answers carry. Types only. */
import type { Refused } from '../../../src/http/refused.ts';
import type { Reason } from '../../../src/medicine/moves.ts';
import type { ScreeningFinding } from '../../../src/medicine/screening/screening.ts';
import type { PlanCaution } from '../../../src/medicine/titration.ts';
import type { NoPlan } from '../../../src/records/case-state.ts';
import type { DiaryRefusal } from '../../../src/records/entry-rules.ts';
import type { GateFault } from '../../../src/service/titration-gates.ts';
import type { TrialGate } from '../../../src/service/trial/gates.ts';

export type HttpWords = {
  /** A few words for a status. */
  readonly problemTitle: (status: number) => string;
  readonly refused: (refusal: Refused) => string;
  readonly moveReason: (reason: Reason) => string;
  readonly gate: (fault: GateFault) => string;
  readonly noPlan: (why: NoPlan) => string;
  readonly caution: (caution: PlanCaution) => string;
  readonly screeningFinding: (finding: Pick<ScreeningFinding, 'code' | 'about'>) => string;
  readonly entryRefused: (refusal: DiaryRefusal) => string;
  readonly trialGate: (gate: TrialGate) => string;
};
