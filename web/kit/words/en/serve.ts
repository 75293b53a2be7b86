/** What `titrial serve` says: where the page is, and why it could not be opened. */
import { unreachable } from '../../../../src/base/exhaustive.ts';

/** Faults of the page's folder, the port and the options; the shapes are those of src/http. */
export type ServeFault =
  | { readonly code: 'page-not-built'; readonly folder: string }
  | { readonly code: 'page-file-of-unknown-type'; readonly path: string }
  | { readonly code: 'port-busy'; readonly port: number }
  | { readonly code: 'port-not-permitted'; readonly port: number }
  | { readonly code: 'host-unknown'; readonly host: string }
  | { readonly code: 'port-unreadable'; readonly text: string };

export const notFound = 'There is no page here. The analysis desk is at the root of this address.';

export const stopped = 'Stopped.';

/** The line a person reads first. */
export function serving(url: string): string {
  return `The analysis desk is open at ${url}\nDiaries are read in the page and stay on this machine. Ctrl+C stops it.`;
}

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
      return `A port is a whole number from 0 to 65535 (0 takes any free one), not "${fault.text}".`;
    default:
      return unreachable(fault);
  }
}
