/** What somebody is in the clinic, in words; who has no role is a carer. */
import type { Role } from '../../../src/records/person.ts';
import { say } from '../frame/words.ts';

export function rolesText(roles: readonly Role[]): string {
  const { frame, people } = say();
  return roles.length === 0 ? people.carerOnly : roles.map((role) => frame.roles[role]).join(', ');
}
