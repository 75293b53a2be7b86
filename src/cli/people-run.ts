/**
 * What does `titrial people` do? Opens the data, acts as the admin of its clinic, and closes it: whoever holds the machine
 * could read the keys anyway. No server may be using the data's file meanwhile (H16).
 */
import * as words from '../../web/kit/words/en/operate.ts';
import { configurationSentence } from '../../web/kit/words/en/serve.ts';
import { type PersonId, parseId } from '../base/ids.ts';
import { problemOf } from '../http/problem.ts';
import type { Refused } from '../http/refused.ts';
import { ROLES, type Role } from '../records/person.ts';
import type { Actor } from '../service/authority.ts';
import { invite, type Link, newDeviceLink } from '../service/invitations.ts';
import { leaveClinic, listPeople, operatorOf, type PersonView } from '../service/people.ts';
import type { Ports } from '../service/ports.ts';
import { idleAround, openInstallation, portsOf } from './installation.ts';
import { type RawPlace, readOrigin, readPlace } from './serve-options.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** As commander hands them over. */
export type PeopleFlags = RawPlace & { readonly origin?: string; readonly json?: boolean };
export type Act = (ports: Ports, actor: Actor, flags: PeopleFlags) => Promise<Answer>;
/** What to print, or why not. */
type Answer = { readonly says: string } | { readonly refused: string };

/** Opens the data, acts as its admin, and closes it whatever happens. */
export async function onData(flags: PeopleFlags, terminal: Terminal, act: Act): Promise<void> {
  const end = (says: string, code: ExitCode): void => {
    terminal.complain(says);
    terminal.endWith(code);
  };
  const place = readPlace(flags);
  if (!place.ok) return end(configurationSentence(place.error), 2);
  const origin = readOrigin(flags.origin, 'localhost');
  if (!origin.ok) return end(configurationSentence(origin.error), 2);
  const opened = await openInstallation(place.value, 'find');
  if (!opened.ok) return end(words.installationSentence(opened.error), 3);
  try {
    const ports = portsOf(opened.value, idleAround(origin.value ?? 'http://localhost:7420'));
    const actor = await operatorFor(ports);
    if (!actor) return end(words.noClinic, 2);
    const answer = await act(ports, actor, flags);
    if ('refused' in answer) return end(answer.refused, 2);
    terminal.print(answer.says);
  } finally {
    await opened.value.storage.close();
  }
}

/** Of the first clinic that has been set up. */
async function operatorFor(ports: Ports): Promise<Actor | undefined> {
  for (const { clinic } of await ports.storage.people.clinics(1000)) {
    const actor = await operatorOf(ports, clinic);
    if (actor) return actor;
  }
  return undefined;
}

export const list: Act = async (ports, actor, { json }) => {
  const people: PersonView[] = [];
  let after: string | undefined;
  do {
    const page = await listPeople(ports, actor, { limit: 200, ...(after === undefined ? {} : { after }) });
    if (!page.ok) return refusedBy(page.error);
    people.push(...page.value.people);
    after = page.value.next;
  } while (after !== undefined);
  if (json) return { says: JSON.stringify(people) };
  return { says: people.length === 0 ? words.noPeople : words.peopleText(people) };
};

export const inviteOne =
  (name: string, texts: readonly string[]): Act =>
  async (ports, actor, flags) => {
    const unknown = texts.find((text) => !isRole(text));
    if (unknown !== undefined) return { refused: words.roleUnknown(unknown, ROLES) };
    const made = await invite(ports, actor, { name, roles: texts.filter(isRole) });
    return made.ok ? linkAnswer(ports, made.value, flags) : refusedBy(made.error);
  };

export const deviceLink =
  (text = ''): Act =>
  (ports, actor, flags) =>
    onPerson(text, async (person) => {
      const made = await newDeviceLink(ports, actor, { person });
      return made.ok ? linkAnswer(ports, made.value, flags) : refusedBy(made.error);
    });

export const leave =
  (text = ''): Act =>
  (ports, actor, { json }) =>
    onPerson(text, async (person) => {
      const left = await leaveClinic(ports, actor, person);
      if (!left.ok) return refusedBy(left.error);
      return { says: json ? JSON.stringify(left.value) : words.personLeft(left.value.name) };
    });

async function onPerson(text: string, act: (person: PersonId) => Promise<Answer>): Promise<Answer> {
  const person = parseId<'person'>(text);
  return person.ok ? act(person.value) : { refused: words.personUnreadable(text) };
}

const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

const refusedBy = (refusal: Refused): Answer => ({ refused: problemOf(refusal, '').detail });

function linkAnswer({ settings }: Ports, { person, path, expires }: Link, { json }: PeopleFlags): Answer {
  const link = `${settings.origin}${path}`;
  if (json) return { says: JSON.stringify({ person, link, expires }) };
  return { says: words.linkText(link, new Date(expires).toString().replace(/ \(.*$/, '')) };
}
