/** English of the clinic's lists: what asks to be looked at, answering a request, the cases, and opening one (H20, H37). */
import type { Attention } from '../../../../src/records/course-attention.ts';
import type { EventOf } from '../../../../src/records/event.ts';
import { STOP_RULE } from './plan.ts';
import { sideEffectInWords } from './side-effect.ts';

type Said = { readonly heading: string; readonly short: string; readonly help: string };

const ATTENTION: Readonly<Record<Attention, Said>> = {
  'red-flag': {
    heading: 'A sign that ends the therapy',
    short: 'sign that ends the therapy',
    help: 'The dose has ended with the report. Only a prescriber clears it.',
  },
  'unplanned-dose': {
    heading: 'A dose outside the plan',
    short: 'dose outside the plan',
    help: 'Reported in the last two weeks.',
  },
  'dose-conflict': {
    heading: 'Two entries that disagree about a dose',
    short: 'entries disagree',
    help: 'Both are kept. Ask which one is right.',
  },
  'side-effect-at-rule': {
    heading: 'A side effect that meets the plan’s hold rule',
    short: 'side effect at the hold rule',
    help: 'The plan says: do not step up. It may ask to step down.',
  },
  'escape-offered': {
    heading: 'A blinded trial whose rule for an early end is met',
    short: 'early end offered',
    help: 'The rule offers; the patient or you end it. In an emergency treat as on naltrexone.',
  },
  'kits-missing': {
    heading: 'Kits that have not been handed out',
    short: 'kits missing',
    help: 'Within a week they are needed. Without them no capsule is taken.',
  },
  'trial-over': {
    heading: 'A blinded trial that is over',
    short: 'trial over',
    help: 'The patient is shown no dose. Open it when every guess is given, and sign what follows.',
  },
  'new-medicine': {
    heading: 'A new medicine, not looked at yet',
    short: 'new medicine',
    help: 'Enter it in the screening, then look at the screening as a whole again.',
  },
  request: { heading: 'A request to answer', short: 'request', help: 'The patient waits for your answer.' },
  'second-signature': {
    heading: 'A plan that waits for a second signature',
    short: 'second signature',
    help: 'It has no force until another prescriber has signed.',
  },
  'screening-open': {
    heading: 'Screening with something open',
    short: 'screening open',
    help: 'No plan can be signed past an open finding.',
  },
  'plan-expired': {
    heading: 'A plan past its last day',
    short: 'plan expired',
    help: 'The patient is shown no dose.',
  },
  'plan-expiring': {
    heading: 'A plan in its last week',
    short: 'plan runs out soon',
    help: 'After its last day the patient is shown no dose.',
  },
  supply: {
    heading: 'Supply to be ordered',
    short: 'supply',
    help: 'Counted from what was handed out here and the doses since. Order, or plan days without a dose.',
  },
  silent: {
    heading: 'No entry for more than three days',
    short: 'no entries',
    help: 'A phone may be away from the network, or the person unwell.',
  },
};

const OTHER: Said = { heading: 'Something to look at', short: 'something to look at', help: '' };

const WISH: Readonly<Record<EventOf<'request-made'>['wish'], string>> = {
  hold: 'asks to hold the dose',
  'step-up': 'asks to step up',
  'step-down': 'asks to step down',
  resume: 'asks to take it again',
  other: 'has a question',
};

const CHANGE: Readonly<Record<EventOf<'change-reported'>['what'], string>> = {
  'new-medicine': 'New medicine',
  infection: 'Infection',
  crash: 'Crash',
  cycle: 'Cycle',
  'operation-planned': 'Operation planned',
  'nothing-new': 'Nothing new',
};

const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`);

const attentionOf = (word: string): Said => (Object.hasOwn(ATTENTION, word) ? ATTENTION[word as Attention] : OTHER);

export const listsWords = {
  attention: attentionOf,
  ago: (n: number) => (n === 0 ? 'today' : n === 1 ? 'yesterday' : `${days(n)} ago`),
  never: 'nothing yet',

  inbox: {
    heading: 'Inbox',
    count: (n: number) => (n === 0 ? '' : n === 1 ? '1 case asks to be looked at.' : `${n} cases ask to be looked at.`),
    none: 'Nothing asks to be looked at.',
    noneHelp: 'Requests, side effects, new medicines, plans that run out and silent diaries come here by themselves.',
    reading: (n: number) => `Reading the list: ${n} cases so far …`,
    lastDay: (day: string, ago: string) => `Diary until ${day} (${ago})`,
    noDay: 'No diary day yet',
    planUntil: (day: string) => `plan until ${day}`,
    also: 'Also:',
    look: (label: string) => `What was reported in ${label}`,
    lookShort: 'What was reported',
    looked: 'Looking is put on record, as every reading is.',
    reload: 'Load again',
    patient: 'Patient',
    nothing: 'Nothing is reported that has to be answered here. The case itself shows more.',
    flag: (rule: keyof typeof STOP_RULE, day: string) => `${day}: ${STOP_RULE[rule]}`,
    flags: 'Signs that end the therapy',
    sideEffects: 'Side effects that go on',
    sideEffect: (name: string, grade: 1 | 2 | 3, since: string) =>
      `${sideEffectInWords(name)}, ${{ 1: 'mild', 2: 'moderate', 3: 'severe' }[grade]}, since ${since}`,
    changes: 'Reported, not looked at yet',
    change: (what: keyof typeof CHANGE, text: string, day: string) =>
      `${day}: ${CHANGE[what]}${text === '' ? '' : `: “${text}”`}`,
    doses: 'Doses',
    unplanned: (day: string, dose: string) => `${day}: ${dose}, outside the plan`,
    conflict: (day: string) => `${day}: the entries disagree`,
    requests: 'Requests',
    demoStart: 'Start here: a finished course, and what it found',
  },

  answer: {
    wish: (who: string, wish: keyof typeof WISH, day: string) => `${who} ${WISH[wish]} (${day})`,
    legend: 'Your answer',
    agree: 'Agree',
    agreeHelp: 'Agreeing moves no dose. A step is taken, or a plan is signed, by itself.',
    take: {
      hold: (_: string, to: string) => `Agree, and hold at ${to} from today`,
      'step-up': (from: string, to: string) => `Agree, and step up from ${from} to ${to} today`,
      'step-down': (from: string, to: string) => `Agree, and step down from ${from} to ${to} today`,
    },
    takeHelp: 'The plan permits it today. Two acts go on record: your answer, and the step.',
    notOpen: 'The plan does not permit this step today. The case shows why.',
    decline: 'Decline',
    note: 'Note to the patient (may be empty)',
    send: 'Send the answer',
    missing: 'Choose an answer first.',
    done: {
      agreed: 'Answered: agreed. No dose has moved.',
      declined: 'Answered: declined.',
      taken: (dose: string) => `Answered: agreed. Recorded: ${dose} from today.`,
      notTaken: (why: string) => `Answered: agreed. The step was not taken: ${why}`,
    },
    notYours: 'A prescriber of this case answers it.',
  },

  cases: {
    heading: 'Cases',
    search: 'Search by the start of the label',
    status: 'Show',
    statuses: { open: 'Open cases', closed: 'Closed cases', all: 'All cases' },
    order: 'Order',
    orders: { label: 'By label', changed: 'Changed last' },
    attention: 'Only those to look at',
    count: (n: number, whole: boolean) =>
      whole ? (n === 1 ? '1 case' : `${n} cases`) : `The first ${n} cases; more follow below`,
    none: 'No case fits.',
    noneYet: 'There is no case of yours yet.',
    columns: { label: 'Case', lastDay: 'Last diary day', planUntil: 'Plan until', attention: 'To look at' },
    closed: 'closed',
    noPlan: 'no plan',
    quiet: 'nothing',
  },

  open: {
    heading: 'Open a case',
    intro: 'A case is the course of one patient: screening, plan, diary, findings.',
    who: 'Who is the patient?',
    isNew: 'Somebody new',
    isKnown: 'A patient of the clinic',
    name: 'Name',
    nameHelp: 'You get a one-time link for them. Nobody outside the clinic sees the name.',
    find: 'Find by the start of the name',
    found: 'Patients found',
    noneFound: 'No patient’s name begins so.',
    choose: 'Choose a patient from the list.',
    label: 'Label',
    labelHelp: 'What lists call the case, such as A-17. No name: it is shown in many places.',
    indications: 'Why is the therapy tried?',
    indicationsHelp: 'Codes of ICD-10-CM. More than one may fit; none may be right yet.',
    code: 'Another code',
    codeHelp: 'For example M54.5. Separate several with commas.',
    icd: {
      'M79.7': 'Fibromyalgia',
      'G93.32': 'ME/CFS',
      'G93.31': 'Postviral fatigue syndrome',
      'U09.9': 'Post COVID-19 condition',
      R52: 'Pain, unspecified',
      'G89.4': 'Chronic pain syndrome',
      'G89.29': 'Other chronic pain',
      'G90.50': 'Complex regional pain syndrome',
    } as Readonly<Record<string, string>>,
    washout: 'How long after an opioid?',
    washouts: {
      label: '10 or 14 days, by the kind of opioid, as the label of naltrexone says',
      research: '28 days, as in the FINAL trial',
    },
    washoutHelp: 'Whole days without any, counted from the day after the last dose.',
    button: 'Open the case',
    opened: (label: string) => `${label} is open`,
    next: 'Next comes the screening: medicines and questions. Until it is clear no plan can be signed.',
    toScreening: 'Go to the screening',
    link: (name: string) => `A link for ${name}, to come in with their own phone.`,
    later: 'Opening worked; the link did not:',
    linkLater: 'A link can be made later under People.',
  },
};
