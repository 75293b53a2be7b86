/** The report as a file: tagged, set in both languages for every verdict, and its text says what it must. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { trialFacts } from '../../../test/report/trial-case.ts';
import { trialReportWords as german } from '../../../web/kit/words/de/trial-report.ts';
import { trialReportWords as english } from '../../../web/kit/words/en/trial-report.ts';
import { typstTypesetter } from '../../platform/typst.ts';
import { CENT_ITEMS } from './cent.ts';
import { documentOf } from './document.ts';
import { type TrialReport, trialReport } from './trial-report.ts';
import type { TrialWords } from './trial-words.ts';
import { typstOfReport } from './typst.ts';

const typesetter = typstTypesetter();
after(() => typesetter.close());

const noReader = spawnSync('pdftotext', ['-v']).error ? 'no pdftotext on this machine' : false;
const set = (report: TrialReport, words: TrialWords): Promise<Uint8Array> =>
  typesetter.typeset([typstOfReport(documentOf(report, words))], 'any');
const textOf = (pdf: Uint8Array): string => execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString();
const flat = (text: string): string => text.replace(/\s+/g, ' ');

const REPORT = trialReport(trialFacts({ verdict: { word: 'better' } }));

test('it is a tagged PDF that says it keeps to PDF/UA-1, and the same report gives the same bytes', async () => {
  const [one, two] = await Promise.all([set(REPORT, english), set(REPORT, english)]);
  assert.deepEqual(one, two);
  const text = Buffer.from(one).toString('latin1');
  assert.match(text, /\/MarkInfo\s*<<\s*\/Marked true/);
  assert.match(text, /pdfuaid:part>1</);
});

const SAID = {
  en: [
    ...['Settled: pain was better on 4.5 mg than on placebo', 'about 99 in 100', 'about 1 in 100'],
    ...['signed by Dr Amina Yusuf', 'by Lee Okafor', 'microcrystalline cellulose', 'Opened by Noor Haddad'],
    ...['placebo, 4.5 mg, 4.5 mg, placebo', 'BMJ 2015;350:h1738', 'For the clinic to add', 'sha256sum'],
    ...[
      'Without periods guessed right',
      'As a sceptic would see it',
      'Vivid dreams',
      '10 / 56',
      'not medical advice',
      'INNOVA',
    ],
  ],
  de: [
    ...['Entschieden: Schmerz war unter 4.5 mg besser als unter Placebo', 'etwa 99 von 100', 'etwa 1 von 100'],
    ...['unterschrieben von Dr Amina Yusuf', 'durch Lee Okafor', 'Geöffnet von Noor Haddad'],
    ...['Placebo, 4.5 mg, 4.5 mg, Placebo', 'BMJ 2015;350:h1738', 'Von der Praxis zu ergänzen', 'sha256sum'],
    ...['Mit skeptischem Blick', 'Lebhafte Träume', '10 / 56', 'kein ärztlicher Rat', 'INNOVA'],
  ],
} as const;

for (const words of [english, german])
  describe(`the text of the file: ${words.language}`, { skip: noReader }, () => {
    test('names every item, and says what it must', async () => {
      const text = textOf(await set(REPORT, words));
      for (const item of CENT_ITEMS) assert.match(text, new RegExp(`^ *${item.replace('.', '\\.')} `, 'm'), item);
      for (const said of SAID[words.language as 'en' | 'de']) assert.ok(flat(text).includes(said), said);
      assert.doesNotMatch(text, /\d,\d+ mg/);
    });

    test('its frame can be checked by hand: without spaces the text hashes to the fingerprint', async () => {
      const bare = textOf(await set(REPORT, words)).replace(/\s+/g, '');
      const text = /\{"format":"titrial-allocation".*?"version":1\}/.exec(bare)?.[0] ?? '';
      const hash = createHash('sha256').update(text).digest('hex');
      assert.equal(hash, REPORT.allocation.commitment);
      assert.ok(bare.includes(hash));
    });
  });

test('an open, a stopped and an unanswered trial are set too', async () => {
  const reports = [
    trialReport(trialFacts({ verdict: { word: 'open', reason: { code: 'not-clear' } } })),
    trialReport(trialFacts({ stoppedAfter: 12, guesses: [] })),
  ];
  const [open] = reports as [TrialReport];
  const nothing = { ...open, answer: { ...open.answer, outcomes: [], refusals: [] }, harms: [], baseline: [] };
  for (const report of [...reports, nothing])
    for (const words of [english, german]) assert.ok((await set(report, words)).length > 10_000);
});

test('a report about an invented person says so at its head', { skip: noReader }, async () => {
  const report = trialReport(trialFacts({}, { synthetic: true }));
  assert.match(textOf(await set(report, english)), /DEMONSTRATION: an invented person/);
});
