/**
 * A finding in words and pictures, for a reader that draws nothing: what the case's finding says, told in one language.
 * Who may read a finding may have it told; the reading is on record like every other (H16, H18).
 */
import type { CaseId, FindingId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { TellingWords } from '../report/telling-words.ts';
import { type ToldFindings, tellFindings } from '../report/told-finding.ts';
import type { Actor } from './authority.ts';
import { type FindingHead, type FindRefusal, readFinding } from './find.ts';
import type { Ports } from './ports.ts';

export type ToldAnswer = FindingHead & { readonly told: ToldFindings };

export async function tellFinding(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  finding: FindingId,
  how: { readonly words: TellingWords; readonly width: number },
): Promise<Result<ToldAnswer, FindRefusal>> {
  const read = await readFinding(ports, actor, id, finding);
  if (!read.ok) return read;
  const { analysis, ...head } = read.value;
  return ok({ ...head, told: tellFindings(analysis, how.words, how.width) });
}
