/**
 * The labels of the kits that were handed out, as a file: all alike but for the code, and nothing of what a kit holds goes
 * into them; nothing that was sealed is opened for them. No name of a person stands on one (H13, H31).
 */
import { formatLocalDate, type LocalDate } from '../../base/calendar.ts';
import type { CaseId, TrialId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { CaseState } from '../../records/case-state.ts';
import type { TrialRecord } from '../../records/trial-state.ts';
import { type KitLabel, labelSheet, pagesOf } from '../../report/labels/label.ts';
import { labelsTypst } from '../../report/labels/label-typst.ts';
import type { LabelWords } from '../../report/labels/label-words.ts';
import type { Actor, Denial } from '../authority.ts';
import { readCase } from '../case-record.ts';
import { checkDay, type DayImplausible } from '../civil-day.ts';
import type { LetterFile } from '../letter.ts';
import type { Ports } from '../ports.ts';
import { knownTrial, type TrialUnknown } from './gates.ts';

export type KitLabelsRefusal = TrialUnknown | Denial | DayImplausible | { readonly code: 'nothing-handed-out' };

/** Every kit that was handed out, in the order of the periods, as it was handed out last. */
export async function makeKitLabels(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { trial, day, words }: { readonly trial: TrialId; readonly day: LocalDate; readonly words: LabelWords },
): Promise<Result<LetterFile, KitLabelsRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  const opened = await readCase(ports, actor, id, 'trial.dispense');
  if (!opened.ok) return opened;
  const known = knownTrial(opened.value.state, trial);
  if (!known.ok) return known;
  const labels = labelsOf(opened.value.state, known.value);
  if (labels.length === 0) return err({ code: 'nothing-handed-out' });
  const sheet = labelSheet(labels, words, { day, synthetic: ports.settings.synthetic ?? false });
  const bytes = await ports.typesetter.typeset([labelsTypst(sheet)], pagesOf(sheet));
  return ok({ name: `kits-${formatLocalDate(day)}.pdf`, bytes });
}

function labelsOf({ label }: CaseState, { kits, dispensed }: TrialRecord): readonly KitLabel[] {
  return kits.flatMap((kit): KitLabel[] => {
    const last = dispensed.findLast((each) => each.kits.includes(kit));
    if (!last) return [];
    const { filler, usableUntil: beyondUse, capsulesEach: capsules } = last;
    return [{ kind: 'kit', patient: label, kit, capsules, filler, storage: 'room', beyondUse }];
  });
}
