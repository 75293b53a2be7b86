/**
 * What has been tapped and is not on the disk yet: each tap is kept at once, and shown as tapped meanwhile. Nothing is
 * called kept before it is (H15).
 */
import { useState } from 'preact/hooks';
import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { Score } from '../../../../src/trial/diary.ts';
import { keepDay } from '../../phone/phone.ts';
import { sentenceOf } from '../acting.tsx';

export type Scores = Readonly<Record<string, Score>>;

export type DayDraft = {
  /** Tapped, and not kept yet. */
  readonly open: Scores;
  readonly trouble: string;
  readonly keep: (scores: Scores, sameAsYesterday?: boolean) => void;
};

export function useDayDraft(date: LocalDate): DayDraft {
  const [open, setOpen] = useState<Scores>({});
  const [trouble, setTrouble] = useState('');
  const settle = async (scores: Scores, sameAsYesterday: boolean): Promise<void> => {
    const done = await keepDay(date, scores, { sameAsYesterday });
    setTrouble(done.ok ? '' : sentenceOf(done.error));
    // What was tapped again meanwhile waits for its own turn; what was refused shows as unanswered again.
    setOpen((now) => Object.fromEntries(Object.entries(now).filter(([item, score]) => scores[item] !== score)));
  };
  const keep = (scores: Scores, sameAsYesterday = false): void => {
    setOpen((now) => ({ ...now, ...scores }));
    void settle(scores, sameAsYesterday);
  };
  return { open, trouble, keep };
}
