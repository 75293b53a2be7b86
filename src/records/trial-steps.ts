/**
 * How do the events of a trial fold? One step for each kind; an event that comes too late or twice changes nothing, so
 * what was settled stays settled: a protocol after its signature, a commitment after it was made (H13).
 */
import type { TrialId } from '../base/ids.ts';
import type { CaseState } from './case-state.ts';
import type { EventOf, Recorded } from './event.ts';
import type { TrialEvent } from './event-trial.ts';
import type { TrialRecord } from './trial-state.ts';

type Steps = {
  readonly [K in TrialEvent['kind']]: (state: CaseState, recorded: Recorded<EventOf<K>>) => CaseState;
};

export const TRIAL_STEPS: Steps = {
  'trial-designed': (state, { by, event: { trial, protocol } }) => {
    const known = state.trials.find((record) => record.trial === trial);
    if (known) return change(state, trial, (record) => (record.signed ? record : { ...record, protocol }));
    const record: TrialRecord = {
      trial,
      protocol,
      designedBy: by,
      kits: [],
      dispensed: [],
      deviations: [],
      codeBroken: [],
    };
    return { ...state, trials: [...state.trials, record] };
  },
  'trial-signed': (state, { at, event }) =>
    change(state, event.trial, (record) => {
      if (record.signed || record.dropped) return record;
      const { protocol, protocolHash, plan, screening, signature, decidedBy: by } = event;
      return { ...record, protocol, signed: { protocolHash, plan, screening, by, at, signature } };
    }),
  'trial-dropped': (state, { event: { trial, on, reason, decidedBy: by } }) =>
    change(state, trial, (record) =>
      record.started || record.dropped ? record : { ...record, dropped: { on, reason, by } },
    ),
  'consent-given': (state, { by, event: { trial, protocolHash, text, on } }) =>
    change(state, trial, (record) =>
      record.signed?.protocolHash === protocolHash && !record.started
        ? { ...record, consent: { text, on, by } }
        : record,
    ),
  'consent-withdrawn': (state, { event: { trial, on } }) =>
    change(state, trial, (record) =>
      record.consent && record.consent.withdrawnOn === undefined
        ? { ...record, consent: { ...record.consent, withdrawnOn: on } }
        : record,
    ),
  'allocation-sealed': (state, { at, event: { trial, commitment, sealed, key, kits } }) =>
    change(state, trial, (record) =>
      record.sealed || !record.signed ? record : { ...record, sealed: { commitment, sealed, key, at }, kits },
    ),
  'kits-dispensed': (state, { event: { kind: _, version: __, trial, ...dispensing } }) =>
    change(state, trial, (record) => ({ ...record, dispensed: [...record.dispensed, dispensing] })),
  'trial-started': (state, { event: { trial, on, decidedBy: by } }) =>
    change(state, trial, (record) => (record.started || !record.sealed ? record : { ...record, started: { on, by } })),
  'trial-stopped': (state, { event: { trial, on, why, note, decidedBy: by } }) =>
    change(state, trial, (record) => {
      if (!record.started || (record.stopped && record.stopped.on <= on)) return record;
      return { ...record, stopped: { on, why, note, by } };
    }),
  'trial-deviated': (state, { event: { kind: _, version: __, trial, ...deviation } }) =>
    change(state, trial, (record) => ({ ...record, deviations: [...record.deviations, deviation] })),
  'code-broken': (state, { event: { kind: _, version: __, trial, ...broken } }) =>
    change(state, trial, (record) => ({ ...record, codeBroken: [...record.codeBroken, broken] })),
  'allocation-opened': (state, { event: { trial, sequence, nonce, on, decidedBy: by } }) =>
    change(state, trial, (record) => (record.opened ? record : { ...record, opened: { sequence, nonce, on, by } })),
};

function change(state: CaseState, trial: TrialId, next: (record: TrialRecord) => TrialRecord): CaseState {
  return { ...state, trials: state.trials.map((record) => (record.trial === trial ? next(record) : record)) };
}
