/** For every route a request that would do something if it were allowed: what the table of routes by roles sends. */

import { planToJson } from '../../src/medicine/plan-json.ts';
import { QUESTIONS } from '../../src/medicine/screening/screening.ts';
import { templatePlan } from '../../src/medicine/templates.ts';
import type { Named } from './authority-world.ts';
import { anyId, dayKept } from './case-world.ts';
import { isoDay } from './http-world.ts';
import { PROTOCOL } from './trial-journey.ts';

export type Given = { readonly now: number; readonly named: Named; readonly invitation: string };
/** `query` and `body` of the operation, by its name. */
export type Sample = { readonly query?: string; readonly body?: (given: Given) => unknown };

const way = { way: 'password', login: 'newcomer', password: 'four slow herons wade' };
const reason = 'A reason that is long enough.';
const hash = '0'.repeat(64);
const today = ({ now }: Given) => ({ day: isoDay({ now }) });
const terms = (given: Given) => ({
  ...today(given),
  ...{ validFrom: isoDay(given), validTo: isoDay(given, 90), startAt: 'baseline' },
});
const proof = { kind: 'password', password: 'four slow herons wade' };
const content = planToJson(templatePlan('seed-weekly'));
const answers = Object.fromEntries(QUESTIONS.map((question) => [question, question === 'adult' ? 'yes' : 'no']));
const DAY_QUERY = '?day=2026-11-01';

/** An operation that is not here sends nothing. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  completeSetUp: { body: ({ invitation }) => ({ token: invitation, clinicName: 'B', name: 'B', way }) },
  setUpSolo: { body: ({ invitation }) => ({ token: invitation, name: 'B', way }) },
  previewInvitation: { body: ({ invitation }) => ({ token: invitation }) },
  startInvitationPasskey: { body: ({ invitation }) => ({ token: invitation }) },
  acceptInvitation: { body: ({ invitation }) => ({ token: invitation, way }) },
  startPasskeySignIn: { body: () => ({}) },
  signInWithPasskey: { body: () => ({ response: { id: 'made-up' } }) },
  signInWithPassword: { body: () => ({ login: 'ada', password: 'not her password' }) },
  addWay: { body: () => ({ way }) },
  invite: { body: () => ({ name: 'New', roles: ['patient'] }) },
  changeRoles: { body: () => ({ roles: ['patient'] }) },
  renamePerson: { body: () => ({ name: 'Another' }) },
  newDeviceLink: { body: () => ({ removeWays: false }) },
  changeClinic: { body: () => ({ name: 'Another' }) },
  openCase: { body: () => ({ patient: { name: 'New' }, label: 'B-1', indications: [], washout: 'label' }) },
  closeCase: { body: () => ({ reason }) },
  reopenCase: { body: () => ({ reason }) },
  addTie: { body: ({ named }) => ({ person: named.carer, relation: 'carer' }) },
  syncDiary: {
    body: ({ now }) => ({ sentAt: new Date(now).toISOString(), events: [dayKept(now, 3, { how: ['proxy'] })] }),
  },
  makeRequest: { body: (given) => ({ wish: 'hold', note: '', ...today(given) }) },
  answerRequest: { body: () => ({ answer: 'declined', note: '' }) },
  matchMedicine: { body: () => ({ text: 'tramadol' }) },
  recordMedicine: {
    body: (given) => ({ medicine: { text: 'tramadol', form: 'unknown', use: { kind: 'current' } }, ...today(given) }),
  },
  changeMedicineUse: { body: (given) => ({ use: { kind: 'current' }, ...today(given) }) },
  resolveMedicine: { body: () => ({ resolution: { kind: 'not-listed', reason } }) },
  recordProducts: {
    body: (given) => ({ products: [{ product: { form: 'capsule', strength: '1.5 mg' } }], ...today(given) }),
  },
  readSupply: { query: DAY_QUERY },
  dispense: {
    body: (given) => ({
      content: { form: 'capsule', strength: '1.5 mg', units: 30 },
      ...{ lot: 'A1', filler: 'cellulose', storage: 'room', beyondUse: isoDay(given, 90) },
      ...today(given),
    }),
  },
  withdrawSupply: { body: (given) => ({ why: 'lost', ...today(given) }) },
  makeLabels: { query: `${DAY_QUERY}&language=en` },
  planInterruption: {
    body: (given) => ({ from: isoDay(given, 3), until: isoDay(given, 9), why: 'operation', ...today(given) }),
  },
  endInterruption: { body: (given) => ({ on: isoDay(given), ...today(given) }) },
  readScreening: { query: DAY_QUERY },
  answerScreening: { body: (given) => ({ answers: { on: isoDay(given), answers }, ...today(given) }) },
  reviewScreening: { body: today },
  overrideFinding: { body: (given) => ({ key: 'none', reason, ...today(given) }) },
  checkPlanDraft: { body: () => ({ content }) },
  saveDraft: { body: () => ({ content }) },
  readBack: { body: terms },
  startSigning: { body: (given) => ({ ...terms(given), readBackHash: hash }) },
  finishSigning: { body: (given) => ({ ...terms(given), readBackHash: hash, proof }) },
  readBackAgain: { body: today },
  startCosigning: { body: (given) => ({ ...today(given), readBackHash: hash }) },
  finishCosigning: { body: (given) => ({ ...today(given), readBackHash: hash, proof }) },
  transcribePlan: { body: (given) => ({ ...terms(given), readBackHash: hash, prescribedBy: 'Dr C' }) },
  endPlan: { body: (given) => ({ on: isoDay(given), reason, ...today(given) }) },
  permittedToday: { query: DAY_QUERY },
  takeMove: {
    body: (given) => ({ plan: given.named.plan, move: 'hold', from: 'baseline', ...today(given) }),
  },
  stopTherapy: { body: today },
  clearFlag: { body: (given) => ({ flags: [given.named.event], reason, ...today(given) }) },
  askLaboratory: { body: (given) => ({ test: 'ALT', ...today(given) }) },
  answerLaboratory: { body: (given) => ({ test: 'ALT', ...today(given) }) },
  makeLetter: { body: (given) => ({ kind: 'request', language: 'en', ...today(given) }) },
  trialsToday: { query: DAY_QUERY },
  designTrial: { body: (given) => ({ protocol: PROTOCOL, ...today(given) }) },
  dropTrial: { body: (given) => ({ reason, ...today(given) }) },
  readTrialBack: { body: today },
  startSigningTrial: { body: (given) => ({ readBackHash: hash, ...today(given) }) },
  finishSigningTrial: { body: (given) => ({ readBackHash: hash, proof, ...today(given) }) },
  giveConsent: { body: (given) => ({ protocolHash: hash, text: 'any', ...today(given) }) },
  withdrawConsent: { body: (given) => ({ reason: '', ...today(given) }) },
  sealTrial: { body: today },
  startTrial: { body: (given) => ({ on: isoDay(given), ...today(given) }) },
  stopTrial: { body: (given) => ({ why: 'patient-wish', note: '', ...today(given) }) },
  recordDeviation: { body: (given) => ({ what: 'other', note: reason, on: isoDay(given), ...today(given) }) },
  breakCode: { body: (given) => ({ period: 0, reason, ...today(given) }) },
  openAllocation: { body: today },
  readTrialReport: { query: DAY_QUERY },
  printTrialReport: { query: DAY_QUERY },
  makeKitLabels: { query: `${DAY_QUERY}&language=en` },
  dispenseKits: {
    body: (given) => ({
      ...{ kits: ['ACD349'], filler: 'cellulose', usableUntil: isoDay(given, 90), ...today(given) },
      lots: [{ dose: '0 mg', lot: 'A' }],
    }),
  },
  eraseCase: { body: () => ({ reason }) },
};

/** The address with its names filled in. */
export function addressOf(path: string, { named }: Given): string {
  const fixed: Readonly<Record<string, string>> = { relation: 'carer', rule: 'jaundice', token: 'none' };
  const person = path.includes('/ties/') ? named.carer : named.person;
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'person') return person;
    return fixed[name] ?? named[name as keyof Named] ?? anyId();
  });
}
