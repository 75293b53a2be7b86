/** What `titrial backup` and `titrial restore` say. */
import type { RestoreRefusal } from '../../../../src/storage/restore.ts';
import { type InstallationFault, installationSentence } from './operate.ts';
import { count } from './verify.ts';

/** Why a backup could not come back. */
export type RestoreFault =
  | RestoreRefusal
  | InstallationFault
  | { readonly code: 'list-missing'; readonly file: string };

const counted = (rows: number): string => count(rows, 'row', 'rows');

export const backupMade = (folder: string, rows: number): string =>
  `The backup is whole: ${counted(rows)} in\n  ${folder}`;

export const keysInside =
  'The key file is in it: whoever has this backup can read everything. Keep it as you would keep the record itself.';

export const keysOutside = (file: string): string =>
  `The keys are not in it. Without them nobody can read it: keep a copy of\n  ${file}\nin another place than the backup.`;

/** `made` as the backup says it, ISO 8601. */
export const restored = (made: string, rows: number, leftErased: number): string =>
  `The backup of ${made} is back: ${counted(rows)}.${
    leftErased === 0 ? '' : ` ${leftErased} of its cases were erased since, and stay erased.`
  }`;

/** What went wrong, what was kept, and what to do. */
export function restoreSentence(fault: RestoreFault): string {
  switch (fault.code) {
    case 'backup-unreadable':
      return `${fault.folder} is not a backup of Titrial. Name a folder titrial-backup-… that has a manifest.json. Nothing was changed.`;
    case 'backup-newer':
      return `This backup was made by a newer Titrial (form ${fault.version}). Update this one first. Nothing was changed.`;
    case 'backup-damaged':
      return `The backup is damaged: ${fault.file} is not what its manifest says. Take another copy. Nothing was restored.`;
    case 'target-holds-data':
      return `The target holds data already (table ${fault.table}). A backup comes back into an empty place only: name a new folder with --data. Nothing was changed.`;
    case 'list-missing':
      return `There is no list of erased cases at ${fault.file}. Nothing was changed.`;
    default:
      return installationSentence(fault);
  }
}
