/**
 * What every letter must say, in both languages, and what none may. The list is that of a clinician's needs: who, why,
 * plan, doses, finding with its grade and the placebo figure, safety, the null trials (H18, H19, H24, H25, H35).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, evening, planEnded } from '../../../test/records/case-maker.ts';
import { baselineEvents, courseEvents, factsOf } from '../../../test/report/letter-case.ts';
import { letterWords as german } from '../../../web/kit/words/de/letter.ts';
import { letterWords as english } from '../../../web/kit/words/en/letter.ts';
import type { CaseEvent } from '../../records/event.ts';
import { type Letter, letterOf } from './letter.ts';
import type { LetterWords } from './letter-words.ts';
import type { Line, Part } from './part.ts';
import { unsettable } from './typeface.ts';

const LANGUAGES: readonly LetterWords[] = [english, german];
const lineText = (line: Line): string =>
  line
    .map((run) => (typeof run === 'string' ? run : 'strong' in run ? run.strong : ` [${run.cite.join(',')}]`))
    .join('');

function partText(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return part.text;
    case 'paragraph':
      return lineText(part.line);
    case 'list':
      return part.items.map(lineText).join('\n');
    case 'table':
      return [part.head, ...part.rows.map((row) => row.map(lineText))].map((row) => row.join(' | ')).join('\n');
    case 'figure':
      return part.alt;
    case 'box':
      return part.parts.map(partText).join('\n');
    case 'references':
      return part.items.join('\n');
    default:
      return part satisfies never;
  }
}
const pageText = (letter: Letter, page: 0 | 1): string => letter.pages[page].map(partText).join('\n');
const wholeText = (letter: Letter): string =>
  [letter.title, ...letter.head.flat(), pageText(letter, 0), pageText(letter, 1)].join('\n');

const COURSE = factsOf('course', courseEvents('responder', 100));
const REQUEST = factsOf('request', baselineEvents(28));

/** What must stand in every letter about a course. */
const SAID: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /fibromyalgia \(M79\.7\)/,
    /Steps 1\.5 mg, 3 mg, 4\.5 mg, once a day in the evening; never above 4\.5 mg/,
    /Signed by Dr Amina Yusuf/,
    /As planned on \d+ of \d+ days/,
    /Grade of evidence: open-label/,
    /placebo improved by 0\.9 points of 10/,
    /Vivid dreams, moderate at worst/,
    /No opioid together with it, at any dose/,
    /7 to 10 whole days .*; 14 days after methadone/,
    /72 hours before is customary/,
    /treat as a person on naltrexone/,
    /only trained staff, with monitoring/,
    /regional or non-opioid pain relief first/,
    /an amount that was usual can kill/,
    /FINAL 2024 .*−0\.34 points of 10 \(95 % interval −0\.95 to 0\.27\)/,
    /INNOVA .*\+0\.49 points of 10 in favour of placebo/,
    /NCT04739995/,
    /10\.1016\/S2665-9913\(23\)00278-3/,
    /not medical advice/,
  ],
  de: [
    /Fibromyalgie \(M79\.7\)/,
    /Stufen 1\.5 mg, 3 mg, 4\.5 mg, einmal täglich abends; nie über 4\.5 mg/,
    /Unterschrieben von Dr Amina Yusuf/,
    /Wie geplant an \d+ von \d+ Tagen/,
    /Stärke des Belegs: offen/,
    /Placebo .*0,9 von 10 Punkten/,
    /Lebhafte Träume, höchstens mittel/,
    /Kein Opioid dazu, bei keiner Dosis/,
    /7 bis 10 ganze Tage .*; 14 Tage nach Methadon/,
    /üblich sind 72 Stunden vorher/,
    /behandeln wie eine Person unter Naltrexon/,
    /nur durch geschultes Personal, mit Überwachung/,
    /regionale Verfahren oder Schmerzmittel ohne Opioid/,
    /früher übliche Menge kann töten/,
    /FINAL 2024 .*−0,34 Punkte von 10 \(95-%-Intervall −0,95 bis 0,27\)/,
    /INNOVA .*\+0,49 Punkte von 10 zugunsten von Placebo/,
    /NCT04739995/,
    /kein ärztlicher Rat/,
  ],
};

for (const words of LANGUAGES) {
  const { language } = words;

  test(`${language}: a letter about a course says what a doctor must know`, () => {
    const text = wholeText(letterOf(COURSE, words)).replaceAll(/ \[[\d,]+\]/g, '');
    for (const said of SAID[language] ?? []) assert.match(text, said);
  });

  test(`${language}: every line of the safety card names its source, and every number stands in the references`, () => {
    for (const facts of [COURSE, REQUEST]) {
      const letter = letterOf(facts, words);
      const card = letter.pages[1][0];
      assert.equal(card?.kind, 'box');
      const list = card?.kind === 'box' ? card.parts.find(({ kind }) => kind === 'list') : undefined;
      const items = list?.kind === 'list' ? list.items : [];
      assert.equal(items.length, 6);
      for (const item of items)
        assert.ok(
          item.some((run) => typeof run === 'object' && 'cite' in run),
          lineText(item),
        );
      const numbers = [...wholeText(letter).matchAll(/ \[([\d,]+)\]/g)].flatMap(([, all = '']) =>
        all.split(',').map(Number),
      );
      const references = letter.pages[1].find((part) => part.kind === 'references');
      const count = references?.kind === 'references' ? references.items.length : 0;
      assert.deepEqual(
        [...new Set(numbers)].sort((a, b) => a - b),
        Array.from({ length: count }, (_, i) => i + 1),
      );
    }
  });

  test(`${language}: every character of our own words has a shape`, () => {
    for (const facts of [COURSE, REQUEST]) assert.deepEqual(unsettable(wholeText(letterOf(facts, words))), []);
  });

  test(`${language}: a request asks questions, and names no dose for the person`, () => {
    const first = pageText(letterOf(REQUEST, words), 0);
    const doses = [...first.matchAll(/\d+(?:[.,]\d+)? ?(?:mg|ug)\b/g)].map(([dose]) => dose);
    assert.deepEqual([...new Set(doses)], ['50 mg'], 'the strength it is licensed at, and no other');
    const asked = letterOf(REQUEST, words).pages[0][0];
    const list = asked?.kind === 'box' ? asked.parts.find(({ kind }) => kind === 'list') : undefined;
    assert.ok(list?.kind === 'list' && list.items.every((item) => lineText(item).endsWith('?')));
    assert.doesNotMatch(first, /prescribe \d|please prescribe|bitte verordnen/i);
  });

  test(`${language}: nothing promises an effect or calls it a replacement for opioids`, () => {
    for (const facts of [COURSE, REQUEST]) {
      const text = wholeText(letterOf(facts, words));
      assert.doesNotMatch(
        text,
        /alternative to opioids|instead of opioids|Alternative zu Opioiden|will help|wird helfen|it works|es wirkt/i,
      );
    }
  });

  test(`${language}: a copied plan is not signed here, and an ended one is not to be followed`, () => {
    const copied = courseEvents('responder', 30).map((event): CaseEvent => {
      if (event.kind !== 'plan-signed') return event;
      const { signature: _, kind: __, decidedBy, screening, ...terms } = event;
      return { ...terms, kind: 'plan-transcribed', prescribedBy: 'Dr Elsewhere', screening, decidedBy } as CaseEvent;
    });
    const text = wholeText(letterOf(factsOf('course', copied), words));
    assert.match(text, /NOT SIGNED HERE.*Dr Elsewhere|NICHT HIER UNTERSCHRIEBEN.*Dr Elsewhere/);
    const ended = [...courseEvents('responder', 30), planEnded('2026-01-20')];
    assert.ok(
      wholeText(letterOf(factsOf('course', ended), words)).includes(words.noPlan['plan-was-ended'](day('2026-01-20'))),
    );
    assert.match(wholeText(letterOf(factsOf('course', ended), words)), /This person took|Diese Person nahm/);
  });

  test(`${language}: the letter is about the case's label unless a name is typed for it`, () => {
    const without = wholeText(letterOf(COURSE, words));
    assert.ok(without.includes(COURSE.state.label));
    assert.ok(!without.includes('Robin Sato'));
    const typed = letterOf({ ...COURSE, patientName: 'Robin Sato', addressee: 'Dr Lund' }, words);
    assert.ok(typed.head.flat().some((line) => line.includes('Robin Sato')));
    assert.ok(typed.head.flat().includes('Dr Lund'));
    assert.ok(!pageText(typed, 0).includes('Robin Sato'), 'a name stands once, in the head');
  });

  test(`${language}: what is open is said, the gravest first, and never called clear`, () => {
    const clock = evening(day('2026-02-20'));
    const told = { version: 1, date: day('2026-02-20'), clock } as const;
    const events: CaseEvent[] = [
      ...courseEvents('responder', 50),
      { kind: 'change-reported', what: 'operation-planned', text: 'knee', ...told },
      { kind: 'change-reported', what: 'new-medicine', text: 'tramadol', ...told },
      { kind: 'request-made', version: 1, request: 'r' as never, wish: 'hold', note: '', on: day('2026-02-21') },
      { kind: 'laboratory-asked', version: 1, test: 'ALT', on: day('2026-02-21') },
    ];
    const facts = factsOf('course', events);
    const opioid = { key: 'S1', rule: 'S1', severity: 'hard', code: 'opioid-current', overridable: false } as const;
    const findings = [{ ...opioid, about: { text: 'tramadol', ingredient: 'tramadol' } }];
    const text = pageText(letterOf({ ...facts, screening: { ...facts.screening, findings } }, words), 0);
    const places = [
      words.section['side-effects'],
      /tramadol.*opioid|tramadol.*Opioid/,
      'knee',
      words.wished('hold', day('2026-02-21')),
      'ALT',
    ];
    const found = places.map((place) => (typeof place === 'string' ? text.indexOf(place) : text.search(place)));
    assert.ok(
      found.every((at) => at > 0),
      `${found}`,
    );
    assert.deepEqual(
      found,
      found.toSorted((a, b) => a - b),
    );
    assert.ok(!text.includes(words.noSideEffects));
  });

  test(`${language}: a planned operation stands in the safety card with its day`, () => {
    const findings = [
      {
        key: 'S11',
        rule: 'S11',
        severity: 'soft',
        code: 'operation-planned',
        overridable: true,
        about: { operationOn: '2026-05-04', holdFrom: '2026-05-01' },
      },
    ] as const;
    const facts = { ...COURSE, screening: { ...COURSE.screening, findings } };
    assert.match(pageText(letterOf(facts, words), 1), /4 May 2026.*1 May 2026|4\. Mai 2026.*1\. Mai 2026/);
  });
}
