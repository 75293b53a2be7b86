/**
 * The first page of a letter about a course: what is asked, why this person, what was signed and really taken, the days,
 * the finding with its grade and the placebo figure, and side effects. "Inconclusive" is said when it is so (H18, H19);
 * a plan that was copied says that it was not signed here (H17).
 */
import type { Finding } from '../../analysis/finding.ts';
import type { LocalDate } from '../../base/calendar.ts';
import type { CaseState, NoPlan, PlanRecord } from '../../records/case-state.ts';
import { followedOn, whyNoPlan } from '../../records/course-plans.ts';
import type { LetterFacts, Room } from './letter.ts';
import type { Complaint, LetterWords } from './letter-words.ts';
import { openPoints } from './open-points.ts';
import { brief, type Citations, heading, type Line, type Part, paragraph, quiet } from './part.ts';
import { pictureOf } from './picture.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

const DAY_MILLISECONDS = 86_400_000;

export function coursePage(facts: LetterFacts, words: LetterWords, room: Room, cite: Citations): readonly Part[] {
  const { state } = facts;
  return [
    {
      kind: 'box',
      parts: [
        heading(words.section.asked),
        { kind: 'list', numbered: true, items: words.asked.course.map((line) => [line]) },
        paragraph({ strong: words.inShort }, ` ${inShort(facts, words)}`),
      ],
    },
    heading(words.section.why),
    paragraph(words.why(briefIndications(state), 'course', followedOn(state, facts.day) !== undefined)),
    heading(words.section.plan),
    ...planParts(facts, words),
    ...takenParts(facts, words, room),
    ...pictureParts(facts, words, room),
    heading(words.section.finding),
    ...findingParts(facts, words, room, cite),
    heading(words.section['side-effects']),
    ...effectParts(facts, words, room),
    quiet(words.finding.notAdvice),
  ];
}

/** Codes of a case, which are short; more than four are not why it was opened. */
export const briefIndications = ({ indications }: CaseState): readonly string[] =>
  indications.slice(0, 4).map((code) => brief(code, 20));

function inShort({ state, day, analysis }: LetterFacts, words: LetterWords): string {
  const findings = analysis?.findings ?? [];
  return [standing(state, day, words), ...(findings.length > 0 ? [words.verdicts(findings)] : [])].join(' ');
}

/** The plan that counts: the one in force, else the last that was. */
export function planOfLetter(state: CaseState, day: LocalDate): PlanRecord | undefined {
  return followedOn(state, day)?.followed ?? state.plans.findLast(({ forceFrom }) => forceFrom !== undefined);
}

function planParts({ state, day, names }: LetterFacts, words: LetterWords): Part[] {
  const plan = planOfLetter(state, day);
  if (!plan?.validFrom || !plan.validTo) return [paragraph(words.noPlan['no-plan-signed'](undefined))];
  const lines: Line[] = [
    [{ strong: words.plan(plan.content, plan.validFrom, plan.validTo) }, ` ${signature(plan, words, names)}`],
    [words.rules(plan.content)],
  ];
  return lines.map((line) => paragraph(...line));
}

function signature(plan: PlanRecord, words: LetterWords, names: LetterFacts['names']): string {
  if (plan.transcribed)
    return words.notSignedHere(plan.prescribedBy === undefined ? undefined : brief(plan.prescribedBy));
  const last = plan.signatures.at(-1);
  if (!last) return words.notSignedHere(undefined);
  const signers = plan.signatures.map(({ by }) => brief(names[by] || '–'));
  return words.signed(signers, Math.floor(last.at / DAY_MILLISECONDS) as LocalDate);
}

function standing(state: CaseState, day: LocalDate, words: LetterWords): string {
  const followed = followedOn(state, day);
  if (!followed) return notFollowed(whyNoPlan(state, day), words);
  const { place, since, followed: plan } = followed;
  return words.stands(place === 'baseline' ? undefined : plan.content.steps[place]?.dose, since);
}

function notFollowed(why: NoPlan, words: LetterWords): string {
  const on = 'on' in why ? why.on : 'validTo' in why ? why.validTo : 'validFrom' in why ? why.validFrom : undefined;
  return words.noPlan[why.code](on);
}

function takenParts({ state, day }: LetterFacts, words: LetterWords, { stretches: most }: Room): Part[] {
  const all = stretchesOf(state, day);
  if (all.length === 0) return [];
  const { shown, left } = ends(all, most);
  const rows = shown.map((stretch) => words.stretch(stretch).map((cell): Line => [cell]));
  return [
    { kind: 'table', head: words.stretchHead, widths: [30, 22, 48], rows },
    ...(left > 0 ? [quiet(words.leftOut(left))] : []),
  ];
}

/** The first, because it is what everything is compared with, and the latest ones. */
function ends(all: readonly Stretch[], most: number): { readonly shown: readonly Stretch[]; readonly left: number } {
  if (all.length <= most) return { shown: all, left: 0 };
  return { shown: [...all.slice(0, 1), ...all.slice(all.length - most + 1)], left: all.length - most };
}

export function pictureParts({ state, day, analysis }: LetterFacts, words: LetterWords, { strip }: Room): Part[] {
  const findings = analysis?.findings ?? [];
  const picture = pictureOf({ state, day, findings, strip }, words.picture);
  if (!picture) return [paragraph(words.noDiary)];
  const [first] = findings;
  const caption = first ? `${words.finding.data(first)}. ${words.section.picture}` : words.section['picture-plain'];
  return [{ kind: 'figure', ...picture }, quiet(caption)];
}

function findingParts({ analysis }: LetterFacts, words: LetterWords, room: Room, cite: Citations): Part[] {
  const say = words.finding;
  const findings = analysis?.findings ?? [];
  const refusals = analysis?.refusals ?? [];
  if (findings.length + refusals.length === 0) return [paragraph(words.noFinding)];
  const items = [
    ...findings.map((finding) => told(finding, words)),
    ...refusals.map((refusal): Line => [say.refusal(refusal)]),
  ];
  const first = findings[0];
  if (!first) return [{ kind: 'list', items }];
  const grades = [...new Set(findings.map((finding) => say.grade(finding)))];
  const placebo = say.placebo(first);
  return [
    { kind: 'list', items },
    paragraph(...grades.flatMap((grade) => [`${grade} `]), ...(placebo ? [placebo, cite.of('final-2024')] : [])),
    ...(room.settle ? [paragraph(say.settle(first))] : []),
  ];
}

function told(finding: Finding, { finding: say, picture }: LetterWords): Line {
  const more = [say.sentence(finding), say.worthwhile(finding), say.doubt(finding), say.harm(finding)].filter(
    (line) => line !== undefined,
  );
  return [{ strong: `${picture.symptom(finding.outcome)}.` }, ` ${more.join(' ')}`];
}

function effectParts(facts: LetterFacts, words: LetterWords, { effects: most }: Room): Part[] {
  const { state, day } = facts;
  const complaints = complaintsOf(state, day);
  const flags = state.redFlags.filter(({ date }) => date <= day);
  const open = openPoints(facts, words);
  const lines: Line[] = [
    ...flags.slice(-2).map(({ rule, date, clearedOn }): Line => [{ strong: words.redFlag(rule, date, clearedOn) }]),
    ...open.slice(0, most),
    ...complaints.slice(0, most).map((each): Line => [words.complaint({ ...each, name: brief(each.name) })]),
  ];
  const left = [complaints.length - most, flags.length - 2, open.length - most].reduce(
    (n, each) => n + Math.max(0, each),
    0,
  );
  if (lines.length === 0) return [paragraph(words.noSideEffects)];
  return [{ kind: 'list', items: lines }, ...(left > 0 ? [quiet(words.leftOut(left))] : [])];
}

/** One line a side effect, the worst first. */
function complaintsOf({ sideEffects }: CaseState, day: LocalDate): readonly Complaint[] {
  const all = new Map<string, Complaint>();
  for (const { name, grade, since, ended } of sideEffects) {
    if (since > day) continue;
    const known = all.get(name) ?? { name, times: 0, grade, first: since, last: ended };
    const open = known.times > 0 && known.last === undefined;
    all.set(name, {
      name,
      times: known.times + 1,
      grade: Math.max(known.grade, grade) as Complaint['grade'],
      first: Math.min(known.first, since) as LocalDate,
      last: open || ended === undefined ? undefined : (Math.max(known.last ?? ended, ended) as LocalDate),
    });
  }
  return [...all.values()].sort((a, b) => b.grade - a.grade || b.first - a.first);
}
