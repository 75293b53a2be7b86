/**
 * How are the larger parts of an event written and read: plans, signatures, clocks, scores, medicines, answers? Each in
 * the words a person would expect to find in a file; a plan exactly as in a plan file. Refuses what event-fields refuses.
 */

import type { MedicineId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import { SITE_MAXIMUM } from '../medicine/ldn-range.ts';
import type { Reason } from '../medicine/moves.ts';
import { type PlanTextFault, planToJson, readPlan } from '../medicine/plan-json.ts';
import {
  type Answer,
  type EnteredMedicine,
  MEDICINE_FORMS,
  type MedicineResolution,
  type MedicineUse,
  QUESTIONS,
  RULES,
  type ScreeningAnswers,
} from '../medicine/screening/screening.ts';
import type { TitrationPlan } from '../medicine/titration.ts';
import type { Score } from '../trial/diary.ts';
import type { DeviceClock, EventOf, PlanPlace } from './event.ts';
import {
  base64url,
  type Codec,
  date,
  type EventField,
  type Fields,
  flag,
  formed,
  id,
  instant,
  kebab,
  line,
  lineOrNone,
  listOf,
  measured,
  note,
  oneOf,
  optional,
  plain,
  record,
  sha256,
  whole,
} from './event-fields.ts';
import type { Signature } from './signature.ts';

/** A plan as in a plan file. Stored plans are read under the widest policy; the clinic's own was checked at signing. */
export const plan: Codec<TitrationPlan> = {
  read: (field) => {
    const read: Result<TitrationPlan, readonly PlanTextFault[]> = readPlan(plain(field), {
      maximumCeiling: SITE_MAXIMUM,
    });
    if (read.ok) return read.value;
    field.faults.push(...read.error);
    return undefined;
  },
  write: planToJson,
  told: 'plan, as in a [plan file](plan.md)',
};

const MOST_STEPS = 40;
const step = whole(0, MOST_STEPS - 1);

/** 'baseline' or the index of a step, and whatever other words may stand there. */
function placeOr<W extends string>(words: readonly [W, ...W[]], told: string): Codec<W | number> {
  const word = oneOf(...words);
  return {
    read: (field) => (typeof field.value === 'number' ? step.read(field) : word.read(field)),
    write: (value) => value,
    told,
  };
}

const PLACE_TOLD = '"baseline", or the step, 0 = first';
export const place: Codec<PlanPlace> = placeOr(['baseline'], PLACE_TOLD);
export const placeOrStopped: Codec<PlanPlace | 'stopped'> = placeOr(
  ['baseline', 'stopped'],
  `${PLACE_TOLD}; "stopped"`,
);

/** An object whose fields depend on one word in it. */
export function choice<T extends { readonly [K in Tag]: string }, Tag extends string>(
  tag: Tag,
  forms: { readonly [W in T[Tag]]: Fields<Extract<T, { readonly [K in Tag]: W }>> },
  told: string,
): Codec<T> {
  const codecs = new Map(
    Object.entries<Fields<object>>(forms as unknown as Record<string, Fields<object>>).map(([word, fields]) => [
      word,
      record(fields) as unknown as Codec<T>,
    ]),
  );
  const words = oneOf(...([...codecs.keys()] as [string, ...string[]]));
  return {
    read: (field) => {
      const { value, path, faults } = field;
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        faults.push({ path, code: 'json-wrong-kind', wanted: 'object' });
        return undefined;
      }
      const before = faults.length;
      const stated = Object.entries(value).find(([key]) => key === tag)?.[1];
      const codec = codecs.get(words.read({ value: stated, path: `${path}.${tag}`, faults }) ?? '');
      return faults.length > before ? undefined : codec?.read(field);
    },
    write: (value) => codecs.get(value[tag])?.write(value),
    told,
  };
}

export const signature: Codec<Signature> = choice<Signature, 'method'>(
  'method',
  {
    passkey: {
      method: oneOf('passkey'),
      credential: base64url,
      publicKey: base64url,
      authenticatorData: base64url,
      clientDataJSON: base64url,
      signature: base64url,
      origin: line(200),
      relyingParty: line(200),
      hash: sha256,
    },
    password: { method: oneOf('password'), hash: sha256 },
  },
  'a passkey\'s assertion over `hash`, or `{ "method": "password", "hash" }`',
);

export const clock: Codec<DeviceClock> = record<DeviceClock>(
  {
    instant,
    offsetMinutes: whole(-840, 840, 'minutes to add to UTC, -840 to 840'),
    zone: optional(formed('time-zone', 64, /^[A-Za-z0-9_+\-/]+$/, 'IANA time zone')),
  },
  'what the device showed',
);

const MOST_SCORES = 20;
const UNSAID = ['skipped', 'too-ill', 'not-asked'] as const;

function readScore(field: EventField): Score {
  if (typeof field.value === 'number') return { kind: 'value', value: whole(0, 10).read(field) ?? 0 };
  return { kind: oneOf(...UNSAID).read(field) ?? 'not-asked' };
}

/** Scores by outcome: a number, or a word for why there is none. */
export const scores: Codec<Readonly<Record<string, Score>>> = {
  read: ({ value, path, faults }) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      faults.push({ path, code: 'json-wrong-kind', wanted: 'object' });
      return {};
    }
    const entries = Object.entries(value);
    if (entries.length > MOST_SCORES) {
      faults.push({ path, code: 'json-list-too-long', entries: entries.length, limit: MOST_SCORES });
      return {};
    }
    const read = entries.map(([outcome, inner]) => {
      const at = `${path}.${outcome.slice(0, 40)}`;
      kebab.read({ value: outcome, path: at, faults });
      return [outcome, readScore({ value: inner, path: at, faults })] as const;
    });
    return Object.fromEntries(read);
  },
  write: (value) =>
    Object.fromEntries(
      Object.entries(value).map(([outcome, score]) => [outcome, score.kind === 'value' ? score.value : score.kind]),
    ),
  told: `by outcome, up to ${MOST_SCORES}: 0 to 10, ${UNSAID.map((w) => `"${w}"`).join(', ')}`,
};

export const use: Codec<MedicineUse> = choice<MedicineUse, 'kind'>(
  'kind',
  {
    current: { kind: oneOf('current') },
    stopped: { kind: oneOf('stopped'), lastTaken: date },
    unknown: { kind: oneOf('unknown') },
  },
  '`kind`: "current", "stopped" with the day of `lastTaken`, "unknown"',
);

export const resolution: Codec<MedicineResolution> = choice<MedicineResolution, 'kind'>(
  'kind',
  {
    ingredient: { kind: oneOf('ingredient'), ingredient: line(200), reason: note },
    'not-listed': { kind: oneOf('not-listed'), reason: note },
  },
  '`kind`: "ingredient" with its name in the list, or "not-listed"; with a reason',
);

type RecordedMedicine = Omit<EnteredMedicine, 'resolution'> & { readonly id: MedicineId };

export const medicine: Codec<RecordedMedicine> = record<RecordedMedicine>(
  {
    id: id('medicine'),
    text: lineOrNone(200),
    code: optional(
      record<{ readonly system: 'rxnorm' | 'atc'; readonly code: string }>({
        system: oneOf('rxnorm', 'atc'),
        code: formed('code', 40, /^[A-Za-z0-9]+$/, 'code'),
      }),
    ),
    form: oneOf(...MEDICINE_FORMS),
    use,
    chronic: optional(flag),
    beyondLabel: optional(flag),
  },
  'as it was entered',
);

type Answers = ScreeningAnswers['answers'];
const answer: Codec<Answer> = oneOf('yes', 'no', 'unknown');

export const answers: Codec<ScreeningAnswers> = record<ScreeningAnswers>(
  {
    on: date,
    answers: record<Answers>(Object.fromEntries(QUESTIONS.map((question) => [question, answer])) as Fields<Answers>),
    liverTimesUpperLimit: optional(
      measured(0, 1000, 'the higher of ALT and AST, in multiples of the upper limit of normal'),
    ),
    egfr: optional(measured(0, 1000, 'mL/min/1.73 m2')),
    operationOn: optional(date),
  },
  'an answer to every question',
);

type ShownFinding = EventOf<'case-screened'>['findings'][number];

export const finding: Codec<ShownFinding> = record<ShownFinding>(
  { key: line(300), rule: oneOf(...RULES), severity: oneOf('hard', 'soft', 'info'), code: kebab },
  'finding',
);

/** Codes of every reason for or against a move; a new one does not compile until it stands here. */
const REASONS = {
  'plan-expired': true,
  'plan-expiry-unknown': true,
  'stop-rule-met': true,
  'screening-forbids': true,
  'interruption-planned': true,
  'rescreen-before-resuming': true,
  'days-served': true,
  'days-not-served': true,
  'screening-missing': true,
  'screening-in-future': true,
  'screening-stale': true,
  'screening-open': true,
  'screening-clear': true,
  'side-effect-open': true,
  'side-effect-lasting': true,
  'side-effects-below-rule': true,
  'sleep-worse': true,
  'sleep-not-worse': true,
  'doses-taken': true,
  'too-few-doses-taken': true,
  'labs-pending': true,
  'last-step': true,
  'no-step-below': true,
} as const satisfies Record<Reason['code'], true>;
type ReasonCode = keyof typeof REASONS;

export const reasons: Codec<readonly ReasonCode[]> = {
  ...listOf(oneOf(...(Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]]))),
  told: 'codes of the reasons, as in `src/medicine/moves.ts`',
};
