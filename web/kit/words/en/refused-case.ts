/** What is said when a case cannot be read or changed. A stranger learns nothing about whether it exists (H16). */
import { formatLocalDate } from '../../../../src/base/calendar.ts';
import type { CaseRefused, CommonRefused, ScreeningRefused } from '../../../../src/http/refused.ts';
import type { Role } from '../../../../src/records/person.ts';
import { PACK } from './pack.ts';
import { PRODUCT, say, type Words } from './plan.ts';

const parts = (n: number): string => (n === 1 ? 'One part' : `${n} parts`);

const ROLE: Readonly<Record<Role, string>> = {
  patient: 'a patient',
  prescriber: 'a prescriber',
  pharmacist: 'a pharmacist',
  coordinator: 'a coordinator',
  admin: 'an admin',
};

export const COMMON_REFUSED: Words<CommonRefused> = {
  'not-found': () => 'There is no such thing here, or it is not yours to see.',
  'not-allowed': () => 'You may see this, but this act is not among yours.',
  'case-busy': () => 'Others changed this case at the same moment. Nothing was changed by you. Try again.',
  'event-refused': ({ faults }) =>
    `${parts(faults.length)} could not be kept as written: too long, or with characters nobody sees. Nothing was changed.`,
  'case-exists': () => 'There is a case of this name already. Nothing was changed.',
  'day-implausible': ({ day, here }) =>
    `The page shows ${formatLocalDate(day)}, the server ${formatLocalDate(here)}. Check the date of the device; nothing was changed.`,
};

export const CASE_REFUSED: Words<CaseRefused> = {
  'batch-empty': () => 'No entry was sent.',
  'batch-too-large': ({ entries, limit }) =>
    `${entries} entries came; ${limit} are taken at a time. Send them in parts.`,
  'sent-at-unreadable': () => 'The device did not say when it sent its entries. Nothing was taken; they stay there.',
  'case-closed': () => 'The case is closed. Nothing was changed.',
  'case-not-open': () => 'The case is not open. Nothing was changed.',
  'case-not-closed': () => 'The case is not closed. Nothing was changed.',
  'reason-missing': () => 'A reason is needed: a few words for whoever reads the record later. Nothing was changed.',
  'not-a-patient': () => 'A case is about somebody with the role of a patient.',
  'patient-is-yourself': () => 'Nobody prescribes for themselves. Nothing was changed.',
  'person-unknown': () => 'This person is not among the people of the clinic.',
  'person-is-the-patient': () => 'This is the patient, who needs no other tie to the case.',
  'role-missing': ({ role }) => `Only ${ROLE[role]} of the clinic can be tied to the case like this.`,
  'last-prescriber': () => 'This is the last prescriber of the case. Tie another one to it first.',
  'tie-unknown': () => 'There is no such tie to the case.',
  'page-out-of-range': ({ longest }) => `A page has 1 to ${longest} entries.`,
  'request-unknown': () => 'There is no such request in the case.',
  'request-answered-already': ({ answer }) => `This request was ${answer} already. Nothing was changed.`,
  'too-many-open-requests': ({ limit }) => `${limit} requests wait for an answer. They come first.`,
  'product-refused': ({ place, why }) =>
    `Product ${place + 1} was not recorded. ${say(PRODUCT, why)} Nothing was changed.`,
  'too-many-products': ({ limit }) => `At most ${limit} products are recorded. Nothing was changed.`,
  'pack-refused': ({ faults }) => `${faults.map((fault) => say(PACK, fault)).join(' ')} Nothing was changed.`,
  'supply-unknown': () => 'This was never handed out here, or was taken back already.',
  'nothing-handed-out': () => 'Nothing that may still be used was handed out here, so there is no label.',
  'finding-unknown': () => 'There is no such finding in the case.',
  'letter-of-other-kind': ({ fits }) =>
    fits === 'course'
      ? 'There is a plan, or was one, so the letter is about its course. Ask for that one; nothing was made now.'
      : 'There is no plan yet, so the letter can only be a request to consider. Ask for that one; nothing was made now.',
  'letter-text-unprintable': ({ characters }) =>
    `The typeface of the letter does not have these characters: ${characters.join(' ')}. Write the name without them; nothing was made now.`,
  'diary-empty': () => 'No day has been kept yet, so there is nothing to compute. Ask again when there are days.',
};

export const SCREENING_REFUSED: Words<ScreeningRefused> = {
  'answers-of-another-day': ({ on }) => `The answers are of ${formatLocalDate(on)}. Answer on the day they are for.`,
  'case-not-open': () => 'The case is not open. Nothing was changed.',
  'earlier-than-last-review': ({ on }) => `The screening was looked at on ${formatLocalDate(on)}, which is later.`,
  'finding-not-present': () => 'The screening does not find this now. Look at it again.',
  'finding-not-overridable': () => 'This finding cannot be set aside. It ends when what it is about has ended.',
  'finding-overridden-already': () => 'This finding has been set aside already.',
  'override-not-allowed': () => 'Only a prescriber of the case sets a finding aside, and never about themselves.',
  'ingredient-not-on-list': ({ ingredient }) => `"${ingredient}" is not on the list of medicines. Choose one that is.`,
  'last-taken-in-future': ({ lastTaken }) =>
    `The last day of use, ${formatLocalDate(lastTaken)}, lies ahead. A medicine still taken is current.`,
  'medicine-empty': () => 'Neither a name nor a code came. Write the medicine as it stands on its box.',
  'medicine-recognised': () => 'The list knows this medicine, so it cannot be resolved otherwise.',
  'medicine-unknown': () => 'There is no such medicine in the case.',
  'reason-too-short': ({ needed }) => `A reason needs at least ${needed} characters. Nothing was changed.`,
  'too-many-medicines': ({ limit }) => `The case holds ${limit} medicines, which is the most.`,
};
