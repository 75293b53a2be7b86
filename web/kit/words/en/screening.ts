/**
 * What screening asks and what it found, in plain English: the questions for a patient, a sentence for every finding, why
 * a medicine was not recognised, and why it is time to look again. Says what stands in the way and what would settle it;
 * gives no advice (H4, H25). A new code does not compile until it has its sentence here.
 */
import { parseLocalDate } from '../../../../src/base/calendar.ts';
import type { FindingCode } from '../../../../src/medicine/screening/finding-code.ts';
import type { UnresolvedReason } from '../../../../src/medicine/screening/match-medicine.ts';
import type { RescreenReason } from '../../../../src/medicine/screening/rescreen.ts';
import type {
  MedicineForm,
  Question,
  ScreeningFinding,
  Severity,
} from '../../../../src/medicine/screening/screening.ts';
import { longDate } from './number.ts';

/** As a patient is asked; each is answered yes, no or not known. */
export const QUESTION_WORDS: Readonly<Record<Question, string>> = {
  adult: 'Are you 18 or older?',
  'opioid-not-on-the-list-now':
    "Do you take anything else that may contain an opioid? For example kratom, tianeptine, poppy tea, street drugs, or someone else's tablets.",
  'opioid-in-the-last-90-days':
    'Did you take an opioid in the last 90 days? Opioids are strong pain medicines such as tramadol, codeine, oxycodone or morphine, and some cough and diarrhoea medicines.',
  'failed-naloxone-challenge': 'Did you have a naloxone test that brought on withdrawal?',
  'positive-opioid-urine-test': 'Did a urine test find opioids?',
  'hypersensitive-to-naltrexone': 'Have you had an allergic reaction to naltrexone or naloxone?',
  'hypersensitive-to-excipient': 'Are you allergic to a filler or colour in capsules or tablets, for example lactose?',
  'acute-hepatitis-or-liver-failure': 'Do you have acute hepatitis or liver failure?',
  'cirrhosis-child-pugh-b-or-c': 'Do you have cirrhosis of the liver (Child-Pugh B or C)?',
  'pregnant-or-trying': 'Are you pregnant, or trying to become pregnant?',
  breastfeeding: 'Are you breastfeeding?',
  'operation-planned-within-14-days':
    'Is an operation, a procedure or dental work planned in the next 14 days, for which you may get a strong pain medicine?',
  'ever-used-opioids-regularly': 'Have you ever used opioids regularly?',
  'depressed-or-suicidal': 'Are you depressed, or do you have thoughts of ending your life?',
  'hashimoto-thyroiditis': "Do you have Hashimoto's thyroiditis?",
  'organ-transplant': 'Have you had an organ transplant?',
  'immunosuppressant-or-biologic': 'Do you take a medicine that holds back the immune system, or a biologic?',
  'alcohol-use-disorder': 'Do you have an alcohol use disorder?',
  psychosis: 'Have you had a psychosis?',
  'demyelinating-disease': 'Do you have multiple sclerosis or another demyelinating disease?',
  cancer: 'Do you have cancer?',
  'fifty-milligram-tablets-at-home': 'Do you have 50 mg naltrexone tablets at home?',
};

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  hard: 'Stands in the way: nothing can be signed or taken',
  soft: 'Needs a reason from the prescriber',
  info: 'To be read',
};

export const MEDICINE_FORM_WORDS: Readonly<Record<MedicineForm, string>> = {
  'immediate-release': 'ordinary tablet, capsule or liquid',
  'extended-release': 'slow-release tablet or capsule',
  patch: 'patch',
  injection: 'injection',
  depot: 'depot injection or implant',
  procedural: 'given during a procedure',
  unknown: 'not known (counts as slow)',
};

export const UNRESOLVED_WORDS: Readonly<Record<UnresolvedReason, string>> = {
  'nothing-entered': 'nothing was entered',
  'text-not-in-the-list': 'the list does not have this text, or not all of it',
  'code-not-in-the-list': 'the list does not have this code',
  'code-malformed': 'the code is not a whole ATC code',
  'code-and-text-disagree': 'the code and the text name different medicines',
  'more-strengths-than-names': 'there are more strengths than medicines, so one may be missing',
  'opioid-candidate': 'the code is of a group with opioids in it, and the list does not know this one',
  'antagonist-candidate': 'the code is of a group with opioid blockers in it, and the list does not know this one',
  'combination-partners-unknown': 'the code is of a combination and does not say what else is in it',
};

type About = ScreeningFinding['about'];

/** What was entered, with the ingredient where the two differ: `"Ultram" (tramadol)`. */
function medicine({ text, ingredient }: About): string {
  const same = String(text).toLowerCase() === String(ingredient).toLowerCase();
  return ingredient === undefined || same ? `"${text}"` : `"${text}" (${ingredient})`;
}

function day(value: string | number | undefined): string {
  const date = parseLocalDate(String(value));
  return date.ok ? longDate(date.value) : 'a day that is not known';
}

const waits = (about: About, why: string): string =>
  `${medicine(about)} was last taken on ${day(about.lastTaken)}. ${why} ${about.days} whole days without it are needed: clear from ${day(about.clearFrom)}.`;

const SENTENCES: Readonly<Record<FindingCode, (about: About) => string>> = {
  'opioid-current': (a) =>
    `${medicine(a)} is an opioid and is being taken. Naltrexone at any dose can bring on withdrawal.`,
  'opioid-use-unknown': (a) =>
    `${medicine(a)} is an opioid, and it is not known whether it is still taken. It counts as taken.`,
  'opioid-last-taken-in-future': (a) => `${medicine(a)} is an opioid, and its last day lies ahead. It counts as taken.`,
  'washout-short': (a) => waits(a, 'It is a short-acting opioid.'),
  'washout-partial-agonist-or-methadone': (a) => waits(a, 'It leaves the body slowly.'),
  'washout-long': (a) => waits(a, 'It acts slowly, or its form is not known.'),
  'washout-research': (a) => waits(a, 'This case follows the research interval.'),
  'washout-depot': (a) =>
    `${medicine(a)} is a depot, last given on ${day(a.lastTaken)}. It lasts for weeks to months; the prescriber decides when it has ended.`,
  'opioid-chronic': (a) =>
    `${medicine(a)} was taken for more than about four weeks in the last 90 days. Days of waiting alone may not be enough.`,
  'opioid-chronic-not-said': (a) =>
    `It is not said whether ${medicine(a)} was taken for more than about four weeks in the last 90 days.`,
  'opioid-marker': (a) =>
    `${medicine(a)} is given to people who take or stop opioids. Is there an opioid that was not named?`,
  'naloxone-at-hand': (a) => `${medicine(a)} is kept for an opioid overdose. Is there an opioid that was not named?`,
  'naltrexone-duplicate': (a) => `${medicine(a)} already contains naltrexone.`,
  'naltrexone-already-taken': (a) =>
    `${medicine(a)} is low-dose naltrexone and is taken already. A plan here would be a second one, unless it takes this one over.`,
  'antagonist-duplicate': (a) => `${medicine(a)} blocks the same receptors as naltrexone.`,
  'antagonist-depot': (a) =>
    `${medicine(a)} is a depot that blocks the same receptors, last given on ${day(a.lastTaken)}. The prescriber decides when it has ended.`,
  'liver-or-lethargy-interaction': (a) =>
    `${medicine(a)}: with naltrexone, sleepiness or harm to the liver was described.`,
  'thyroid-hormone-with-hashimoto': (a) =>
    `${medicine(a)} with Hashimoto's thyroiditis: opinion, not trials, says that the thyroid dose may need to fall.`,
  'immunosuppressant-taken': (a) => `${medicine(a)} holds back the immune system. The caution is theoretical.`,
  'excluded-in-single-trials': (a) => `${medicine(a)} was not allowed in single trials. No interaction is known.`,
  loperamide: (a) => `${medicine(a)} acts on opioid receptors of the gut. It may not work together with naltrexone.`,
  'loperamide-beyond-label': (a) =>
    a.clearFrom === undefined
      ? `${medicine(a)} is taken beyond its label, or this was not said. In high doses it acts as an opioid.`
      : waits(a, 'It was taken beyond its label, or this was not said.'),
  'gut-opioid-occasional': (a) =>
    `${medicine(a)} is an opioid of the gut, taken now and then. It may not work together with naltrexone.`,
  'peripheral-opioid-agonist': (a) =>
    `${medicine(a)} acts on opioid receptors outside the brain. It may not work together with naltrexone.`,
  'cough-medicine-not-opioid': (a) => `${medicine(a)} is not an opioid at the receptor naltrexone blocks most.`,
  'medicine-not-recognised': (a) =>
    `${medicine(a)} was not recognised: ${UNRESOLVED_WORDS[a.why as UnresolvedReason] ?? 'the reason is not known'}. A person has to say what it is.`,
  'opioid-not-on-the-list-now': () => 'Something else that may contain an opioid is being taken.',
  'opioid-in-90-days-not-named': () =>
    'An opioid was taken in the last 90 days and is not among the medicines. Enter it with its last day.',
  'failed-naloxone-challenge': (a) => `A naloxone test brought on withdrawal (answers of ${day(a.on)}).`,
  'positive-opioid-urine-test': (a) => `A urine test found opioids (answers of ${day(a.on)}).`,
  'hypersensitive-to-naltrexone': () => 'There was an allergic reaction to naltrexone or naloxone.',
  'hypersensitive-to-excipient': () => 'There is an allergy to a filler or colour. The product has to be free of it.',
  'acute-hepatitis-or-liver-failure': () => 'There is acute hepatitis or liver failure.',
  'liver-above-three': (a) => `The liver test is ${a.times} times the upper limit, above ${a.limit}.`,
  'liver-above-five': (a) => `The liver test is ${a.times} times the upper limit, above ${a.limit}.`,
  'liver-value-unreadable': () => 'The value of the liver test cannot be right. Enter it again, or leave it out.',
  'liver-not-measured': () => 'No liver test is recorded.',
  'cirrhosis-child-pugh-b-or-c': () =>
    'There is cirrhosis, Child-Pugh B or C. Naltrexone in the blood is several times higher.',
  'kidney-below-thirty': (a) => `eGFR is ${a.egfr}, below ${a.limit} mL/min/1.73 m².`,
  'kidney-value-unreadable': () => 'The eGFR cannot be right. Enter it again, or leave it out.',
  'kidney-not-measured': () => 'No eGFR is recorded.',
  'pregnant-or-trying': () => 'Pregnant, or trying to be. There are no adequate studies in people.',
  breastfeeding: () => 'Breastfeeding. Little is known about naltrexone in milk.',
  'operation-planned': (a) =>
    `An operation is planned for ${day(a.operationOn)}. No dose from ${day(a.holdFrom)} on, unless the prescriber sets another day.`,
  'operation-hold': (a) =>
    `An operation is planned for ${day(a.operationOn)}. From ${day(a.holdFrom)} on no dose is taken.`,
  'operation-past': (a) =>
    `The operation of ${day(a.operationOn)} has passed. Enter any opioid that was given, and answer the questions again.`,
  'operation-date-missing': () => 'An operation is planned, and its date is not recorded.',
  'emergency-card': () => 'In an emergency, the people treating have to know about naltrexone: the card says so.',
  'overdose-vulnerability': () =>
    'Opioids were used before. After naltrexone, an amount that was once usual can be too much and can kill.',
  'depressed-or-suicidal': (a) =>
    `Depression or thoughts of suicide (answers of ${day(a.on)}). Somebody has to be there to respond.`,
  'organ-transplant': () => 'There is a transplanted organ. The transplant team has to agree.',
  'immunosuppressant-or-biologic': () =>
    'A medicine that holds back the immune system is taken. The caution is theoretical.',
  'fifty-milligram-tablets-at-home': () =>
    'There are 50 mg tablets of naltrexone at home. One of them is about ten times a low dose.',
  'not-adult': () => 'The person is not 18 or older.',
  'alcohol-use-disorder': () => 'There is an alcohol use disorder. The trials left such people out.',
  psychosis: () => 'There has been a psychosis. The trials left such people out.',
  'demyelinating-disease': () => 'There is a demyelinating disease. The trials left such people out.',
  cancer: () => 'There is cancer. The trials left such people out.',
  'never-answered': () => 'The screening questions have not been answered.',
  'answered-in-future': (a) => `The answers carry a day that lies ahead (${day(a.on)}). Answer the questions again.`,
  'answers-stale': (a) => `The answers are ${a.ageDays} days old; after ${a.limit} they are asked again.`,
  'answer-unknown': (a) => `Not answered, or not known: ${QUESTION_WORDS[a.question as Question] ?? 'a question'}`,
  'list-expired': (a) =>
    `The list of medicines (${a.version}) ended on ${day(a.expires)}. Nothing can be signed until there is a newer one.`,
};

/** The sentence of a finding; of a code this version does not know, what is certain about it. */
export function findingSentence({ code, about }: Pick<ScreeningFinding, 'code' | 'about'>): string {
  const say = Object.hasOwn(SENTENCES, code) ? SENTENCES[code as FindingCode] : undefined;
  return say ? say(about) : 'Screening found something that this version has no words for.';
}

/** Every finding code that has a sentence: for tests and catalogues. */
export const FINDING_CODES: readonly FindingCode[] = Object.keys(SENTENCES) as FindingCode[];

const RESCREEN: Readonly<Record<RescreenReason['code'], string>> = {
  'never-screened': 'Nobody has looked at the screening yet.',
  'screened-in-future': 'The last screening carries a day that lies ahead.',
  'screen-at-signing': 'A plan is signed on a screening of the same day or the day before.',
  'screen-at-step-up': 'The last screening is too old for a higher dose.',
  'screen-after-missed-days': 'Several doses in a row were missed: screening comes before the next one.',
  'screen-new-report': 'A new medicine or an operation was reported after the last screening.',
  'screen-new-list': 'The list of medicines has changed since the last screening.',
  'screen-monthly': 'A month has passed since the last screening.',
};

/** Why it is time to look at the screening again. */
export function rescreenSentence({ code }: Pick<RescreenReason, 'code'>): string {
  return RESCREEN[code];
}
