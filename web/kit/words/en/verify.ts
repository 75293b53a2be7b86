/** What `titrial verify` says: what was read, what holds, and what does not. */
import type { VerifyCode, VerifyFault, VerifyReport } from '../../../../src/service/verify.ts';

const FAULT: Readonly<Record<VerifyCode, string>> = {
  'entry-altered': 'this entry was altered',
  'entry-missing': 'this entry is missing',
  'entry-out-of-order': 'this entry does not follow the one before it: one of the two is not the one that was written',
  'entry-foreign': 'this entry belongs to another case',
  'head-differs': 'the chain ends in another entry than the server signed',
  'head-missing': 'the signed head is missing',
  'entries-after-head': 'from this entry on there is more than the server signed',
  'head-signature-wrong': "the server's signature over the newest entry does not fit",
  'anchor-altered': 'this anchor was altered',
  'anchor-out-of-order': 'this anchor does not follow the one before it',
  'anchor-missing': 'the copy outside the database has this anchor, the database has not: it was set back in time',
  'anchor-copy-altered': 'this line of the copy outside the database cannot be read or was altered',
  'case-missing': 'an anchor names this case, and it is gone',
  'case-set-back': 'the case ends before the entry that was anchored: from this entry on it was cut off',
  'case-differs-from-anchor': 'this entry is another one than was anchored',
  'key-missing': 'the key of the case is missing, and the case was not erased',
  'erased-case-has-key': 'the case was erased, and its key is still there',
  'erased-case-is-back': 'the case stands on the list of erased ones, and is back',
  'erasure-not-on-the-list': 'the case was erased, and does not stand on the list of erased ones',
  'entry-unreadable': 'this entry does not open, or is no event',
  'plan-signature-wrong': "the prescriber's signature does not fit what was signed",
  'row-missing': 'the row for the list of cases is missing',
  'row-differs': 'the row for the list of cases says something else than the ledger',
  'snapshot-differs': 'the stored state says something else than the ledger',
  'finding-unreadable': 'a stored finding does not open',
};

/** "clinic 01…, case 01…, entry 7: this entry was altered". */
export function verifyFaultLine({ code, clinic, case: id, seq }: VerifyFault): string {
  const what = code === 'anchor-copy-altered' ? 'line' : code.startsWith('anchor') ? 'anchor' : 'entry';
  const place = [
    ...(clinic === undefined ? [] : [`clinic ${clinic}`]),
    ...(id === undefined ? [] : [`case ${id}`]),
    ...(seq === undefined ? [] : [`${what} ${seq}`]),
  ];
  return `${place.join(', ')}: ${FAULT[code]}`;
}

/** "1 entry", "37,200 entries". */
export const count = (n: number, one: string, many: string): string => `${grouped(n)} ${n === 1 ? one : many}`;

const grouped = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** What was read; the first line says whether everything holds. `outside`: a copy of the anchors was there to compare. */
export function verifyText({ counts, faults, faultCount }: VerifyReport, outside: boolean): string {
  const first = faultCount === 0 ? 'Everything holds.' : `${count(faultCount, 'thing does', 'things do')} not hold:`;
  const more = faultCount - faults.length;
  return [
    first,
    ...faults.map((fault) => `  ${verifyFaultLine(fault)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    '',
    `Read: ${count(counts.entries, 'entry', 'entries')} of ${count(counts.cases, 'case', 'cases')} in ${count(counts.clinics, 'clinic', 'clinics')}, ${count(counts.snapshots, 'stored state', 'stored states')}, ${count(counts.findings, 'finding', 'findings')}.`,
    `Plans: ${count(counts.passkeySignatures, 'signature', 'signatures')} by passkey checked, ${counts.passwordSignatures} by password (the server's word stands for those), ${counts.transcribed} transcribed.`,
    `Erased: ${count(counts.erased, 'case', 'cases')}; their chain was checked, their content is gone.`,
    `Anchors: ${counts.anchors} in the database${outside ? `, ${counts.outside} in the copy outside it` : '; no copy outside it was given'}.`,
  ].join('\n');
}
