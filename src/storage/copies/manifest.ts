/**
 * What is in this backup? Read from `manifest.json`, in which every table stands with its columns, its count and its hash.
 * Refuses what is not a backup and what a newer program wrote.
 */
import { err, ok, type Result } from '../../base/result.ts';
import type { Table } from './catalogue.ts';
import type { Tally } from './lines.ts';

export const MANIFEST = 'manifest.json';
const FORMAT = 'titrial-backup';
const VERSION = 1;

export type Manifest = {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** When it was made, ISO 8601 in UTC; may be behind what is in it by the length of making it. */
  readonly made: string;
  /** Last migration of the tables. */
  readonly migration: string;
  /** Those others belong to first. */
  readonly tables: readonly (Table & Tally)[];
};

export type ManifestFault =
  | { readonly code: 'backup-unreadable'; readonly folder: string }
  | { readonly code: 'backup-newer'; readonly version: number };

/** JSON text of a manifest. */
export const formatManifest = (manifest: Omit<Manifest, 'format' | 'version'>): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, ...manifest }, null, 2)}\n`;

/** Reads the text of a manifest; `folder` is only said again. */
export function readManifest(text: string, folder: string): Result<Manifest, ManifestFault> {
  const unreadable = err({ code: 'backup-unreadable', folder } as const);
  const read = parsed(text);
  if (!isRecord(read) || read.format !== FORMAT || typeof read.version !== 'number') return unreadable;
  if (read.version !== VERSION) return err({ code: 'backup-newer', version: read.version });
  const { made, migration, tables } = read;
  if (typeof made !== 'string' || typeof migration !== 'string' || !Array.isArray(tables)) return unreadable;
  return tables.every(isTable) ? ok({ format: FORMAT, version: VERSION, made, migration, tables }) : unreadable;
}

function isTable(value: unknown): value is Table & Tally {
  if (!isRecord(value)) return false;
  const { name, columns, key, belongsTo, rows, sha256 } = value;
  return (
    isName(name) &&
    Array.isArray(columns) &&
    columns.every((one) => isRecord(one) && isName(one.name) && isType(one.type)) &&
    Array.isArray(key) &&
    key.every(isName) &&
    Array.isArray(belongsTo) &&
    belongsTo.every(isName) &&
    Number.isSafeInteger(rows) &&
    typeof sha256 === 'string'
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isName = (value: unknown): value is string => typeof value === 'string' && /^[a-z][a-z_]*$/.test(value);
const isType = (value: unknown): boolean => value === 'text' || value === 'integer' || value === 'bytes';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
