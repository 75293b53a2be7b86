/**
 * The labels of what was handed out, as a file: one pack, or every one that may still be used. Made anew each time and kept
 * nowhere; that they were made is a reading, on record like every other. No name of a person stands on one (H16, H31).
 */
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import type { CaseId, EventId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type Dose, NO_DOSE } from '../medicine/dose.ts';
import type { CaseState } from '../records/case-state.ts';
import { dosesAhead } from '../records/supply-days.ts';
import { type Label, labelSheet, pagesOf } from '../report/labels/label.ts';
import { labelsTypst } from '../report/labels/label-typst.ts';
import type { LabelWords } from '../report/labels/label-words.ts';
import type { Actor, Denial } from './authority.ts';
import { readCase } from './case-record.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import type { LetterFile } from './letter.ts';
import type { Ports } from './ports.ts';

export type LabelsRefusal = Denial | DayImplausible | { readonly code: 'supply-unknown' | 'nothing-handed-out' };

/** More labels are no sheet for one case any more; the newest are set. */
const MOST_LABELS = 24;

export async function makeLabels(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { supply, day, words }: { readonly supply?: EventId; readonly day: LocalDate; readonly words: LabelWords },
): Promise<Result<LetterFile, LabelsRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  const opened = await readCase(ports, actor, id, 'supply.dispense');
  if (!opened.ok) return opened;
  const labels = labelsOf(opened.value.state, day, supply);
  if (labels.length === 0) return err({ code: supply === undefined ? 'nothing-handed-out' : 'supply-unknown' });
  const sheet = labelSheet(labels, words, { day, synthetic: ports.settings.synthetic ?? false });
  const bytes = await ports.typesetter.typeset([labelsTypst(sheet)], pagesOf(sheet));
  return ok({ name: `labels-${formatLocalDate(day)}.pdf`, bytes });
}

function labelsOf(state: CaseState, day: LocalDate, only: EventId | undefined): readonly Label[] {
  const doses = planDoses(state, day);
  return state.supply
    .filter(({ supply, withdrawn, beyondUse }) => !withdrawn && beyondUse >= day && (only ?? supply) === supply)
    .slice(-MOST_LABELS)
    .map(({ content, lot, filler, storage, beyondUse }) => ({
      ...{ kind: 'pack', patient: state.label, content, lot, filler, storage, beyondUse, doses },
    }));
}

function planDoses(state: CaseState, day: LocalDate): readonly Dose[] {
  const doses = new Set(dosesAhead(state, day).map(({ dose }) => dose));
  return [...doses].filter((dose) => dose !== NO_DOSE).sort((a, b) => a - b);
}
