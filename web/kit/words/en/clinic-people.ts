/** English of the people of a clinic: finding, inviting, roles, leaving and handing over, the clinic's own settings (H16). */
import type { PersonState, Relation, Role } from '../../../../src/records/person.ts';

const STATES: Readonly<Record<PersonState, string>> = {
  invited: 'invited, has not come in yet',
  active: 'active',
  left: 'has left',
  erased: 'erased',
};

const RELATIONS: Readonly<Record<Relation, string>> = {
  patient: 'Patient',
  carer: 'Carer',
  prescriber: 'Prescriber',
  pharmacist: 'Pharmacist',
  coordinator: 'Coordinator',
};

const DOES: Readonly<Record<Role, string>> = {
  patient: 'Keeps a diary and takes what the plan says.',
  prescriber: 'Opens cases, screens, signs plans, answers requests.',
  pharmacist: 'Sees what to make, and nothing of the diary.',
  coordinator: 'Sees that diaries are kept; decides nothing about a dose.',
  admin: 'Keeps people and the clinic’s settings; sees nothing of what a case holds.',
};

export const peopleWords = {
  heading: 'People',
  search: 'Search by the start of the name',
  count: (n: number, whole: boolean) =>
    whole ? (n === 1 ? '1 person' : `${n} people`) : `The first ${n} people; more follow below`,
  none: 'Nobody’s name begins so.',
  erasedName: 'Erased person',
  carerOnly: 'Carer',
  states: STATES,
  relations: RELATIONS,
  columns: { name: 'Name', roles: 'Roles', state: 'State' },

  invite: {
    heading: 'Invite a person',
    name: 'Name',
    legend: 'What they are here',
    does: DOES,
    carer: 'With nothing chosen they come in as a carer: somebody who keeps the diary for a patient.',
    button: 'Make a link',
    made: (name: string) => `A link for ${name}.`,
    print: 'Print the link',
  },

  person: {
    state: (state: string, since: string) => `${state}, known here since ${since}`,
    login: 'Signs in with a password, or may.',
    gone: 'Whoever has left comes back by a new link.',
    name: 'Name',
    rename: 'Change the name',
    renamed: 'The name was changed.',
    rolesHeading: 'Roles',
    rolesHelp: 'Whoever gets other roles signs in again.',
    rolesButton: 'Change the roles',
    rolesChanged: 'The roles were changed.',
    linkHeading: 'A new link',
    linkHelp: 'For a lost phone, or an invitation that has run out. It ends their sessions and older links.',
    removeWays: 'Take their passkeys and password away too',
    removeWaysHelp: 'When the device is in strange hands.',
    linkButton: 'Make a link',
    linkMade: (name: string) => `A link for ${name}.`,
    leaveHeading: 'Leaving the clinic',
    leaveHelp: 'No sign-in, no session, no open link. What they did stays theirs in every record.',
    leaveSure: (name: string) => `${name} has left the clinic`,
    leaveButton: 'Record that they have left',
    leaveMissing: 'Tick the box to confirm it.',
    left: 'Recorded: has left the clinic.',
    casesHeading: 'Cases to hand over',
    casesHelp: 'The cases this person is tied to. Nothing of what they hold is shown.',
    casesNone: 'Tied to no case.',
    handOver: 'Hand over to',
    handOverAs: 'As',
    handOverButton: (label: string) => `Tie to ${label}`,
    handedOver: (name: string, label: string) => `${name} is tied to ${label} now.`,
  },

  ties: {
    heading: 'Who has to do with this case',
    help: 'A tie opens the case to somebody. Who has no tie is told that there is no such case.',
    none: 'Nobody.',
    add: 'Tie somebody to the case',
    as: 'As',
    find: 'Find by the start of the name',
    found: 'People found',
    noneFound: 'Nobody’s name begins so.',
    choose: 'Choose somebody from the list.',
    button: 'Tie to the case',
    added: (name: string) => `${name} is tied to the case now.`,
    end: 'End the tie',
    endOf: (name: string, relation: string) => `End the tie of ${name} (${relation})`,
    ended: (name: string) => `${name} sees nothing of the case any more.`,
    forEver: 'for ever: it is their case',
    listing: 'People tied to this case',
  },

  clinic: {
    heading: 'The clinic',
    name: 'Name of the clinic',
    nameHelp: 'Patients see it on their invitation, and readers on a letter.',
    ceiling: 'Highest ceiling of any plan here',
    ceilingHelp: 'With its unit, such as 4.5 mg. Plans signed already stay as they are.',
    button: 'Save',
    saved: 'Saved.',
    solo: 'This installation is of one patient alone.',
  },

  me: {
    heading: 'My sign-in',
    who: (name: string, roles: string) => `${name}, ${roles}`,
    demonstration: 'In the demonstration nobody signs in: you look as one person or another.',
  },
};
