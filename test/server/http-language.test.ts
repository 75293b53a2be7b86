/** Does the server speak the language of whoever asks: in problems, in the reasons of its answers, and nowhere else? */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { localDate } from '../../src/base/calendar.ts';
import { err, ok } from '../../src/base/result.ts';
import type { Refused } from '../../src/http/refused.ts';
import { openRoute } from '../../src/http/route.ts';
import { list } from '../../src/http/schema/field.ts';
import { inLanguages } from '../../src/http/schema/reason.ts';
import type { Reason } from '../../src/medicine/moves.ts';
import { appWith, problemIn } from './http-frame.ts';

const day = localDate(2026, 3, 29);
const REASONS: readonly Reason[] = [
  { code: 'days-not-served', stands: 'against', days: 4, minimumDays: 7 },
  { code: 'side-effect-open', stands: 'against', name: 'vivid-dreams', grade: 2, days: 3, limit: 2 },
] as unknown as readonly Reason[];

const refuseWith = (refusal: Refused) =>
  openRoute({
    ...{ method: 'get', path: '/refused', tag: 'Me', name: 'refused', summary: 'Refuses.' },
    call: async () => err(refusal),
  });
const reasons = openRoute({
  ...{ method: 'get', path: '/reasons', tag: 'Me', name: 'reasons', summary: 'Gives reasons.' },
  answer: inLanguages(({ moveReason }) => z.strictObject({ reasons: list(moveReason) })),
  call: async () => ok({ reasons: REASONS }),
});

const { app } = appWith([refuseWith({ code: 'day-implausible', day, here: day }), reasons]);
const get = (path: string, language?: string) =>
  app.request(path, { headers: language === undefined ? {} : { 'accept-language': language } });

test('a problem is told in German to a German browser, with the same code, status and data', async () => {
  const german = await get('/api/v1/refused', 'de-DE,de;q=0.9,en;q=0.5');
  const english = await get('/api/v1/refused');
  assert.equal(german.headers.get('content-language'), 'de');
  assert.equal(english.headers.get('content-language'), 'en');
  assert.equal(german.headers.get('vary'), 'Accept-Language, Accept-Encoding');
  const [de, en] = [await problemIn(german), await problemIn(english)];
  assert.equal(de.title, 'Abgelehnt');
  assert.match(String(de.detail), /^Die Seite zeigt den 29\. März 2026, der Server den 29\. März 2026\./);
  assert.match(String(en.detail), /^The page shows 2026-03-29/);
  const data = ({ title, detail, instance, ...rest }: Record<string, unknown>) => rest;
  assert.deepEqual(data(de), data(en));
});

test('an address that leads nowhere is refused in German too', async () => {
  const problem = await problemIn(await get('/api/v1/nothing', 'de'));
  assert.equal(problem.title, 'Nicht gefunden');
});

test('the reasons of an answer carry the sentence of the language, one request beside another', async () => {
  const [de, en] = await Promise.all([get('/api/v1/reasons', 'de'), get('/api/v1/reasons', 'fr')]);
  const told = async (answer: Response) =>
    ((await answer.json()) as { reasons: { code: string; detail: string }[] }).reasons.map(({ detail }) => detail);
  assert.equal(de.headers.get('content-language'), 'de');
  assert.deepEqual(await told(de), [
    '4 Tage auf dieser Stufe; der Plan verlangt 7. Warten Sie noch 3 Tage.',
    'Nebenwirkung „lebhafte Träume“, Grad 2, seit 3 Tagen. Ab Grad 2 bleibt die Dosis nach dem Plan gleich.',
  ]);
  assert.deepEqual(await told(en), [
    '4 days at this step; the plan asks for 7. Wait 3 days more.',
    'Side effect "vivid dreams", grade 2, open for 3 days. From grade 2 on the plan says hold.',
  ]);
});

test('the document of the interface is the same for everybody', async () => {
  const [de, en] = [await get('/openapi.json', 'de'), await get('/openapi.json', 'en')];
  assert.equal(de.headers.get('content-language'), null);
  assert.equal(await de.text(), await en.text());
});
