/**
 * What do a case's days say, and what did they say before? Findings are computed away from the thread that serves, kept
 * with the hash of their data and the engine's revision, and never written over: a finding that was read stays (H18,
 * H38). The same days give no second finding.
 */
import type { Analysis } from '../analysis/finding.ts';
import { canonicalJson } from '../base/canonical.ts';
import { type CaseId, type ClinicId, type FindingId, idFrom } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { diaryOf } from '../records/course.ts';
import type { StoredFinding } from '../records/ports.ts';
import { DAILY_OUTCOMES } from '../trial/outcome.ts';
import { type DiaryRequest, markOf } from './analyse-diary.ts';
import type { Actor, Denial } from './authority.ts';
import { type LoadedCase, loadCase, readCase } from './case-record.ts';
import type { Ports } from './ports.ts';

/** A finding as it is listed: what it was computed from and by, without the answer. */
export type FindingHead = Pick<StoredFinding, 'finding' | 'diarySeq' | 'dataHash' | 'revision' | 'at'>;
export type ReadFinding = FindingHead & { readonly analysis: Analysis };

export type FindRefusal = Denial | { readonly code: 'finding-unknown' } | { readonly code: 'diary-empty' };

/** 'computed': a new finding stands. 'known': the days say what they said. 'nothing': no day is kept, or no such case. */
export type Computed =
  | { readonly outcome: 'computed' | 'known'; readonly finding: FindingHead }
  | { readonly outcome: 'nothing' };

/** Computes the finding of a case as the system, unasked; nobody reads the case, so no access is recorded. */
export async function computeFinding(ports: Ports, clinic: ClinicId, id: CaseId): Promise<Computed> {
  const loaded = await loadCase(ports, clinic, id);
  if (!loaded) return { outcome: 'nothing' };
  const request = requestOf(loaded);
  if (request.diary.days.length === 0) return { outcome: 'nothing' };
  const mark = markOf(request);
  const known = await newest(ports, clinic, id);
  if (known?.dataHash === mark.dataHash && known.revision === mark.revision)
    return { outcome: 'known', finding: headOf(known) };
  const analysis = await ports.analysts.analyse(request);
  const at = ports.clock.now();
  const finding: FindingId = idFrom(at, ports.entropy.bytes(10));
  const payload = ports.vault.seal(loaded.key, canonicalJson(analysis), findingPlace(clinic, id, finding));
  const stored = { clinic, case: id, finding, diarySeq: loaded.row.diarySeq, ...mark, at, payload };
  // The case may have been erased meanwhile: nothing of it may be written any more.
  if (!(await loadCase(ports, clinic, id))) return { outcome: 'nothing' };
  if ((await ports.storage.findings.add(stored)) === 'added') return { outcome: 'computed', finding: headOf(stored) };
  const same = await newest(ports, clinic, id);
  return { outcome: 'known', finding: headOf(same ?? stored) };
}

/** Computes it now because somebody asks. */
export async function computeNow(
  ports: Ports,
  actor: Actor,
  id: CaseId,
): Promise<Result<{ readonly outcome: 'computed' | 'known'; readonly finding: FindingHead }, FindRefusal>> {
  const opened = await readCase(ports, actor, id, 'finding.compute');
  if (!opened.ok) return opened;
  const computed = await computeFinding(ports, actor.clinic, id);
  return computed.outcome === 'nothing' ? err({ code: 'diary-empty' }) : ok(computed);
}

/** Newest first. */
export async function listFindings(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  query: { readonly after?: string; readonly limit: number },
): Promise<Result<{ readonly findings: readonly FindingHead[]; readonly next?: string }, Denial>> {
  const opened = await readCase(ports, actor, id, 'finding.read');
  if (!opened.ok) return opened;
  const { findings, next } = await ports.storage.findings.list(actor.clinic, id, query);
  return ok({ findings: findings.map(headOf), ...(next === undefined ? {} : { next }) });
}

/** One finding with its answer, as it was when it was made. */
export async function readFinding(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  finding: FindingId,
): Promise<Result<ReadFinding, FindRefusal>> {
  const opened = await readCase(ports, actor, id, 'finding.read');
  if (!opened.ok) return opened;
  const stored = await ports.storage.findings.get(actor.clinic, id, finding);
  const loaded = stored && (await loadCase(ports, actor.clinic, id));
  if (!stored || !loaded) return err({ code: 'finding-unknown' });
  return ok(openFinding(ports, loaded.key, stored));
}

/** The finding with its answer. @throws VaultError when its bytes were altered or moved */
export function openFinding({ vault }: Pick<Ports, 'vault'>, key: Uint8Array, stored: StoredFinding): ReadFinding {
  const { clinic, case: id, finding } = stored;
  const text = vault.open(key, stored.payload, findingPlace(clinic, id, finding));
  return { ...headOf(stored), analysis: JSON.parse(text) as Analysis };
}

/** Asks for every finding that is due, oldest first; how many. Done at start: a queue in memory forgets. */
export async function askForDueFindings(ports: Ports, quiet: number): Promise<number> {
  let asked = 0;
  for (const { clinic } of await ports.storage.people.clinics(MOST_CLINICS)) {
    const due = await ports.storage.findings.due(clinic, ports.clock.now() - quiet, MOST_DUE);
    for (const id of due) await ports.jobs.computeFinding(clinic, id);
    asked += due.length;
  }
  return asked;
}
const MOST_CLINICS = 1000;
const MOST_DUE = 20_000;

/** Open-label: chance decided nothing, and the patient knows the dose. Blinded trials bring the other grades. */
function requestOf({ state }: LoadedCase): DiaryRequest {
  return { diary: diaryOf(state, DAILY_OUTCOMES), blinded: false, randomised: false };
}

async function newest(ports: Ports, clinic: ClinicId, id: CaseId): Promise<StoredFinding | undefined> {
  return (await ports.storage.findings.list(clinic, id, { limit: 1 })).findings[0];
}

const headOf = ({ finding, diarySeq, dataHash, revision, at }: StoredFinding): FindingHead => ({
  finding,
  diarySeq,
  dataHash,
  revision,
  at,
});

const findingPlace = (clinic: ClinicId, id: CaseId, finding: FindingId): string => `${clinic}/${id}/finding/${finding}`;
