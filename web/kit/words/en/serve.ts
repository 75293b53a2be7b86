/** What `titrial serve` says: where the page is, how a first person comes in, and why it could not be opened. */
import { unreachable } from '../../../../src/base/exhaustive.ts';
import { type InstallationFault, installationSentence } from './operate.ts';

/** An option or a setting of the environment that cannot work. */
export type ConfigurationFault =
  | { readonly code: 'port-unreadable'; readonly text: string }
  | { readonly code: 'option-unreadable' | 'switch-unreadable'; readonly option: string; readonly text: string }
  | { readonly code: 'database-unreadable' }
  | { readonly code: 'origin-missing'; readonly host: string }
  | { readonly code: 'origin-unreadable'; readonly text: string }
  | { readonly code: 'origin-not-https'; readonly text: string };

/** Faults of the page's folder, the port, the options and the data; the shapes are those of src/http and src/cli. */
export type ServeFault =
  | ConfigurationFault
  | InstallationFault
  | { readonly code: 'page-not-built'; readonly folder: string }
  | { readonly code: 'page-file-of-unknown-type'; readonly path: string }
  | { readonly code: 'port-busy'; readonly port: number }
  | { readonly code: 'port-not-permitted'; readonly port: number }
  | { readonly code: 'host-unknown'; readonly host: string };

export const notFound = 'There is no page here. The analysis desk is at the root of this address.';

/** While the data is being opened. */
export const starting = 'Titrial is starting. Try again in a moment.';

export const stopping = 'Stopping: open requests are being finished. Ctrl+C again ends at once.';

export const stopped = 'Stopped.';

/** The lines a person reads first. `data` is the folder, or the database's name. */
export function serving(url: string, data: string): string {
  return [
    `Titrial is open at ${url}`,
    `The analysis desk is at ${url}/desk/: diaries dropped there are read in the page and stay on this machine.`,
    `The clinic's record is served at ${url}/api/v1, kept in ${data}. Ctrl+C stops it.`,
  ].join('\n');
}

/** Printed on the first start, and again until it has been used. */
export function setUpInvitation(link: string): string {
  return `\nNobody has set up this clinic yet. Open this link once to do it; it is for you alone:\n  ${link}`;
}

/** A part of the running server failed and goes on. */
export const anchorFailed = 'The anchor could not be written. It is tried again at the next turn.';
export const sweepFailed = 'Old sign-in data could not be cleared. It is tried again in an hour.';
export const findingFailed = 'A finding could not be computed. It is tried again later.';

/** What went wrong and what to do next. */
export function serveFaultSentence(fault: ServeFault): string {
  switch (fault.code) {
    case 'page-not-built':
      return `The page has not been built (nothing in ${fault.folder}). Run "npm start", which builds it first.`;
    case 'page-file-of-unknown-type':
      return `The built page holds a file of an unknown type (${fault.path}). Run "npm run build" again.`;
    case 'port-busy':
      return `Port ${fault.port} is taken, perhaps by a Titrial that is already open: look at http://localhost:${fault.port}, or choose another with --port ${fault.port === 65535 ? 7420 : fault.port + 1}.`;
    case 'port-not-permitted':
      return `This account may not open port ${fault.port}. Choose one above 1023, such as --port 7420.`;
    case 'host-unknown':
      return `${fault.host} is not an address of this machine. Leave out --host to serve this machine only.`;
    case 'port-unreadable':
    case 'option-unreadable':
    case 'switch-unreadable':
    case 'database-unreadable':
    case 'origin-missing':
    case 'origin-unreadable':
    case 'origin-not-https':
      return configurationSentence(fault);
    default:
      return installationSentence(fault);
  }
}

/** Also said by the commands that only look for the data. */
export function configurationSentence(fault: ConfigurationFault): string {
  switch (fault.code) {
    case 'port-unreadable':
      return `A port is a whole number from 0 to 65535 (0 takes any free one), not "${fault.text}".`;
    case 'option-unreadable':
      return `${fault.option} is a number above 0, such as 10, not "${fault.text}".`;
    case 'switch-unreadable':
      return `${fault.option} is on or off, not "${fault.text}".`;
    case 'database-unreadable':
      return 'A database is named as postgres://user@host/name. Leave out --database to keep the data in a file.';
    case 'origin-missing':
      return `${fault.host} can be reached from other machines, where passkeys and signing in need https. Put a proxy with https in front and say its address: --origin https://clinic.example. Leave out --host to serve this machine only.`;
    case 'origin-unreadable':
      return `An origin is an address without a path, such as https://clinic.example, not "${fault.text}".`;
    case 'origin-not-https':
      return `Passkeys and signing in need https. Say --origin https://…, not "${fault.text}".`;
    default:
      return unreachable(fault);
  }
}
