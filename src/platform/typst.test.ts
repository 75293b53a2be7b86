/** Letters as the reader's software will see them: tagged, described, and refused when a picture says nothing. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { typstTypesetter } from './typst.ts';

const typesetter = typstTypesetter();
after(() => typesetter.close());

const SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' width='9' height='9'><circle r='4'/></svg>";
const page = (body: string): string =>
  `#set document(title: "A letter")\n#set text(font: "Atkinson Hyperlegible", lang: "en")\n#title()\n${body}`;
const figure = (alt: string): string => `#image(bytes("${SVG}"), format: "svg"${alt})`;

test('a letter is a tagged PDF that says it keeps to PDF/UA-1', async () => {
  const pdf = await typesetter.typeset([page(`${figure(', alt: "a dot"')}\n#pagebreak()\nmore`)], 2);
  const text = Buffer.from(pdf).toString('latin1');
  assert.match(text, /^%PDF-1\.7/);
  assert.match(text, /\/MarkInfo\s*<<\s*\/Marked true/);
  assert.match(text, /pdfuaid:part>1</);
});

test('a figure without a description is refused', async () => {
  await assert.rejects(typesetter.typeset([page(figure(''))], 1), /RangeError.*missing alt text|missing alt text/s);
});

test('no text reaches a file', async () => {
  await assert.rejects(typesetter.typeset([page('#read("/etc/passwd")')], 1), RangeError);
  await assert.rejects(typesetter.typeset([page('#read("../package.json")')], 1), RangeError);
});

test('the same text gives the same bytes', async () => {
  const text = page(figure(', alt: "a dot"')).replace('(title', '(date: datetime(year: 2026, month: 3, day: 1), title');
  const [one, two] = await Promise.all([typesetter.typeset([text], 1), typesetter.typeset([text], 1)]);
  assert.deepEqual(one, two);
});

test('the first text that fills the pages is set; where none does, it is a bug', async () => {
  const texts = [page('a#pagebreak()b#pagebreak()c'), page('a#pagebreak()b'), page('a')];
  const pdf = await typesetter.typeset(texts, 2);
  assert.deepEqual(pdf, await typesetter.typeset(texts.slice(1), 2));
  await assert.rejects(typesetter.typeset(texts, 4), RangeError);
});

test('a report takes as many pages as it needs', async () => {
  const texts = [page('a#pagebreak()b#pagebreak()c'), page('a')];
  assert.deepEqual(await typesetter.typeset(texts, 'any'), await typesetter.typeset(texts, 3));
});

test('once closed it sets nothing more', async () => {
  const other = typstTypesetter();
  await other.close();
  await assert.rejects(other.typeset([page('x')], 1), { name: 'StorageError', trouble: 'busy' });
});
