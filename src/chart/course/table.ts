/** A course as rows: one for each stretch on one planned dose, with what was taken, scored and told of in it. */
import type { LocalDate } from '../../base/calendar.ts';
import type { TherapyCourse } from '../../trial/therapy-course.ts';
import type { Rows } from '../rows.ts';
import { isTooIll, type Stretch, scoreOf, stretchesOf, takenOn } from './stretch.ts';
import type { CourseWords, DrawnOutcome } from './words.ts';

export function courseTable(course: TherapyCourse, outcome: DrawnOutcome, words: CourseWords): Rows {
  const { label } = words;
  const head = [
    ...[label.from, label.to, label.planned, label.taken],
    ...[label['days-scored'], label['days-too-ill'], label['mean-score'], label.happened],
  ];
  return { head, rows: stretchesOf(course).map((stretch) => rowOf(course, outcome, words, stretch)) };
}

function rowOf(course: TherapyCourse, outcome: DrawnOutcome, words: CourseWords, stretch: Stretch): string[] {
  const days = course.days.slice(stretch.first, stretch.last + 1);
  const scores = days.flatMap((day) => scoreOf(day, outcome) ?? []);
  const taken = days.filter((day) => (takenOn(day) ?? 0) > 0).length;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return [
    words.longDay(stretch.from),
    words.longDay(stretch.to),
    plannedName(stretch, words),
    stretch.blinded ? words.label['dose-blinded'] : words.ofDays(taken, days.length),
    words.ofDays(scores.length, days.length),
    String(days.filter((day) => isTooIll(day, outcome)).length),
    scores.length > 0 ? words.points(mean, outcome.scale) : '–',
    happened(course, words, stretch) || words.label.none,
  ];
}

function plannedName({ dose, blinded }: Stretch, { dose: named, label }: CourseWords): string {
  if (blinded) return label.blinded;
  return dose === undefined ? label['no-plan'] : named(dose);
}

/** "12 Mar vivid dreams, moderate; 15 Mar asked to hold": everything that began or was told of in the stretch. */
function happened({ complaints, marks, from }: TherapyCourse, words: CourseWords, { first, last }: Stretch): string {
  const within = (day: LocalDate): boolean => day >= from + first && day <= from + last;
  const told = [
    ...complaints.map((complaint) => ({ on: complaint.since, name: words.complaint(complaint) })),
    ...marks.map((mark) => ({ on: mark.on, name: words.mark(mark) })),
  ];
  return told
    .filter(({ on }) => within(on))
    .sort((a, b) => a.on - b.on)
    .map(({ on, name }) => `${words.day(on)} ${name}`)
    .join('; ');
}
