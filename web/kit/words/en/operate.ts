/** What `titrial backup | restore | verify | people` say, and why the data of an installation could not be opened. */
import { unreachable } from '../../../../src/base/exhaustive.ts';

/** Why the data could not be opened; the shapes are those of src/cli, src/platform and src/storage. */
export type InstallationFault =
  | { readonly code: 'data-in-use'; readonly folder: string }
  | { readonly code: 'data-newer'; readonly migration: string }
  | { readonly code: 'data-older'; readonly migration: string }
  | { readonly code: 'data-missing'; readonly folder: string }
  | { readonly code: 'backup-folder-missing'; readonly migration: string }
  | { readonly code: 'postgres-too-old'; readonly version: number; readonly oldest: number }
  | { readonly code: 'data-out-of-reach'; readonly trouble: string }
  | { readonly code: 'keys-lost'; readonly file: string }
  | { readonly code: 'keys-missing'; readonly file: string }
  | { readonly code: 'keys-present'; readonly file: string }
  | { readonly code: 'keys-exposed'; readonly file: string; readonly mode: string }
  | { readonly code: 'keys-unreadable'; readonly file: string }
  | { readonly code: 'keys-out-of-reach'; readonly file: string; readonly trouble: string };

/** `titrial people`: what was done, and the link to hand over. */
export const noClinic =
  'No clinic has been set up in this data yet. Start "titrial serve" and open the link it prints.';
export const noPeople = 'Nobody is in this clinic.';
export const personUnreadable = (text: string): string =>
  `"${text}" is not the id of a person. "titrial people list" shows them.`;
export const roleUnknown = (text: string, roles: readonly string[]): string =>
  `"${text}" is not a role. Roles are ${roles.join(', ')}.`;
export const personLeft = (name: string): string =>
  `${name} has left: no sign-in, no session and no link of theirs works any more. What they did stays in the record.`;

/** One line a person, in columns; `state` and roles in the record's own words. */
export function peopleText(
  people: readonly {
    readonly person: string;
    readonly name: string;
    readonly state: string;
    readonly roles: readonly string[];
  }[],
): string {
  const width = Math.max(4, ...people.map(({ name }) => name.length));
  const head = `${'id'.padEnd(36)}  ${'name'.padEnd(width)}  state    roles`;
  const lines = people.map(
    ({ person, name, state, roles }) =>
      `${person}  ${(name === '' ? '-' : name).padEnd(width)}  ${state.padEnd(7)}  ${roles.join(', ') || '-'}`,
  );
  return [head, ...lines].join('\n');
}

/** `until` in the machine's own civil time. */
export const linkText = (link: string, until: string): string =>
  `Hand this link to them alone. It works once, until ${until}:\n  ${link}`;

/** What went wrong, what was kept, and what to do. */
export function installationSentence(fault: InstallationFault): string {
  switch (fault.code) {
    case 'data-in-use':
      return `Another Titrial is using the data in ${fault.folder}. Stop it first, or name another folder with --data. Nothing was changed.`;
    case 'data-newer':
      return `This data was written by a newer Titrial (${fault.migration}). Update this one first. Nothing was changed.`;
    case 'data-older':
      return `This data was written by an older Titrial and lacks ${fault.migration}. Run "titrial serve" once: it makes a backup and brings the data up to date.`;
    case 'data-missing':
      return `There is no Titrial data in ${fault.folder}. Name its folder with --data, or its database with --database.`;
    case 'backup-folder-missing':
      return `This update changes the database (${fault.migration}) and makes a backup first, but has no folder for it: name one with --data. Nothing was changed.`;
    case 'postgres-too-old':
      return `This is PostgreSQL ${fault.version}; ${fault.oldest} or newer is needed.`;
    case 'data-out-of-reach':
      return `The data could not be opened (${fault.trouble}). Look at the disk, the rights of the folder, or the database's address. Nothing was changed.`;
    case 'keys-lost':
      return `The data is there, but its key file ${fault.file} is not. Put back the copy you kept, or say where it is with --keys. Without it nothing can be read. No new keys were made.`;
    case 'keys-missing':
      return `There is no key file ${fault.file}. Say where it is with --keys.`;
    case 'keys-present':
      return `A key file ${fault.file} stands there already and was left as it is.`;
    case 'keys-exposed':
      return `Other accounts of this machine can read the key file ${fault.file} (mode ${fault.mode}). Run: chmod 600 "${fault.file}"`;
    case 'keys-unreadable':
      return `${fault.file} is not a key file of Titrial, or is damaged. Put back the copy you kept.`;
    case 'keys-out-of-reach':
      return `The key file ${fault.file} could not be read or written (${fault.trouble}).`;
    default:
      return unreachable(fault);
  }
}
