/**
 * What is known of the case's trials today? What the record shows the reader, and what the server works out of it for the
 * day; and how an act is sent and looked at again. What a reader is not shown is absent (H13, H16).
 */
import type { TrialsTodayJson } from '../../../../src/http/schema/trial-json.ts';
import type { PeriodKept } from '../../../../src/records/course-trial.ts';
import type { TrialPhase, TrialRecord } from '../../../../src/records/trial-state.ts';
import type { Refusal } from '../../../kit/ask.ts';
import { askSignedIn } from '../../frame/session.ts';
import { todayText } from '../../part/day.ts';
import type { Here } from '../here.ts';
import { dayFrom, trialsFrom } from '../view-state.ts';

export type ShownTrial = {
  readonly record: TrialRecord;
  readonly phase: TrialPhase;
  /** Everything the opening waits for is there. */
  readonly mayOpen: boolean;
  /** Empty for whoever does not see the diary. */
  readonly kept: readonly PeriodKept[];
  readonly guessesDue: readonly number[];
  readonly guessesAwaited: readonly number[];
  readonly escapeOffered: boolean;
};

/** In the order they were designed; one of which nothing is told today is not shown. */
export function shownTrials({ view }: Pick<Here, 'view'>, today: TrialsTodayJson['trials']): readonly ShownTrial[] {
  return trialsFrom(view?.trials ?? []).flatMap((record) => {
    const told = today.find(({ trial }) => trial === record.trial);
    if (!told) return [];
    const { course } = told;
    const kept = (course?.periods ?? []).map(({ first, last, ...rest }) => ({
      ...{ kit: undefined, ...rest, first: dayFrom(first), last: dayFrom(last) },
    }));
    return [
      {
        ...{ record, kept, phase: told.phase, mayOpen: told.mayOpen },
        ...{ guessesDue: course?.guessesDue ?? [], guessesAwaited: course?.guessesAwaited ?? [] },
        escapeOffered: course?.escapeOffered ?? false,
      },
    ];
  });
}

type Acting = {
  readonly here: Pick<Here, 'id'>;
  readonly trial: Pick<ShownTrial, 'record'>;
  readonly reload: () => Promise<void>;
};

export const pathOf = ({ here, trial }: Pick<Acting, 'here' | 'trial'>): string =>
  `/cases/${here.id}/trials/${trial.record.trial}`;

/** Sends one act of today, and looks again when it is done. */
export async function actOn(acting: Acting, act: string, body: object): Promise<Refusal | undefined> {
  const done = await askSignedIn('POST', `${pathOf(acting)}/${act}`, { ...body, day: todayText() });
  if (!done.ok) return done.error;
  await acting.reload();
  return undefined;
}
