/**
 * Who may be anybody in the demonstration? Whoever opens it: one click signs in as each role, without a secret, over data of
 * its own that nobody's record shares (H16, H35). Builds it when somebody first asks; shows how far it has come.
 */
import type { CaseId } from '../../base/ids.ts';
import { ok, type Result } from '../../base/result.ts';
import type { Actor } from '../authority.ts';
import type { Ports } from '../ports.ts';
import { openSession, type SignedIn, type Visit } from '../sessions.ts';
import { buildClinic, CASES, type Known } from './build.ts';
import { DEMONSTRATION_PASSWORD } from './people.ts';
import type { Stage } from './stage.ts';

/** As whom one may come in. */
export const ENTRANTS = [
  ...(['prescriber', 'patient', 'liquid-patient', 'trial-patient', 'carer'] as const),
  ...(['second-prescriber', 'pharmacist', 'coordinator', 'admin'] as const),
] as const;
export type Entrant = (typeof ENTRANTS)[number];

/** `done` of `of` cases stand; 'failed': it could not be built, and another has to be begun. */
export type DemonstrationState = {
  readonly state: 'absent' | 'building' | 'ready' | 'failed';
  readonly done: number;
  readonly of: number;
  /** For signing plans; guards nothing. */
  readonly password: string;
  readonly entrants: readonly Entrant[];
  /** The case to look at first, once it stands. */
  readonly first?: CaseId;
};

export type Demonstration = {
  readonly state: () => DemonstrationState;
  /** Builds it if it is not there, waits until there is enough to see, and signs in. */
  readonly enter: (as: Entrant, visit: Visit) => Promise<Result<SignedIn, never>>;
  /** Ends when all of it stands. @throws what stopped it */
  readonly build: () => Promise<void>;
};

/** Those who see one case only are let in when it stands; all others when every case does: half an inbox misleads. */
const OF_ONE_CASE: readonly Entrant[] = ['patient', 'liquid-patient', 'trial-patient', 'carer'];

/** `live` are the ports visitors act through; the stage has the same store and a clock of its own. */
export function demonstration(live: Ports, stage: Stage): Demonstration {
  const known: Known = { cases: new Map() };
  const waiting = new Set<() => void>();
  let state: DemonstrationState['state'] = 'absent';
  let done = 0;
  let building: Promise<void> | undefined;
  const wake = (): void => {
    for (const go of waiting) go();
    waiting.clear();
  };
  const run = async (): Promise<void> => {
    state = 'building';
    try {
      await buildClinic(stage, known, () => {
        done++;
        wake();
      });
      state = 'ready';
      const clinic = known.cast?.admin.clinic;
      if (clinic !== undefined) for (const id of known.cases.values()) await live.jobs.computeFinding(clinic, id);
    } catch (thrown) {
      state = 'failed';
      throw thrown;
    } finally {
      wake();
    }
  };
  const build = (): Promise<void> => {
    building ??= run();
    return building;
  };
  const found = async (as: Entrant): Promise<Actor> => {
    build().catch(() => {});
    for (let actor = entrant(known, as); ; actor = entrant(known, as)) {
      if (actor && (state === 'ready' || OF_ONE_CASE.includes(as))) return actor;
      if (state === 'failed') await build();
      await new Promise<void>((go) => void waiting.add(go));
    }
  };
  return {
    state: () => {
      const first = known.cases.get('D1');
      const shown = { state, done, of: CASES, password: DEMONSTRATION_PASSWORD, entrants: ENTRANTS };
      return { ...shown, ...(first === undefined ? {} : { first }) };
    },
    enter: async (as, visit) => {
      const { clinic, person } = await found(as);
      const record = await live.storage.people.person(clinic, person);
      if (!record) throw new RangeError(`the demonstration has lost its ${as}`);
      return ok(await openSession(live, record, visit));
    },
    build,
  };
}

function entrant({ cast, patient, liquidPatient, trialPatient, carer }: Known, as: Entrant): Actor | undefined {
  if (as === 'patient') return patient;
  if (as === 'liquid-patient') return liquidPatient;
  if (as === 'trial-patient') return trialPatient;
  if (as === 'carer') return carer;
  return cast?.[as];
}
