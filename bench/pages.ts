/**
 * Are the pages light and quick enough for whom they are made? Scripts beside those of the last kept build; time until a
 * slow phone can be used; lists of 10,000 cases.
 *   npm run bench:pages                  a minute or two; builds the pages first
 *   npm run bench:pages -- --cases 500   a smaller clinic
 *   npm run bench:pages -- --weights     only the sizes
 *   npm run bench:pages -- --keep        keeps the sizes of this build, to be compared with
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openSession } from '../src/service/sessions.ts';
import { openChromium } from '../test/pages/door-house.ts';
import { live, NOON, openWard, screenAndSign, type Ward } from '../test/pages/patient-ward.ts';
import { coldVisit, listVisit, warmVisit } from './page-speed.ts';
import { type Weight, weightOf } from './page-weight.ts';
import { countFlag, hasFlag, median, printTable, verdict } from './report.ts';
import { fillClinic } from './server-data.ts';

const KEPT = fileURLToPath(new URL('page-sizes.json', import.meta.url));
const PAGES = ['patient', 'clinic', 'door', 'desk'] as const;
/** Gzipped bytes of script; the others have no bar. */
const BARS: Readonly<Partial<Record<string, number>>> = { patient: 60_000, clinic: 150_000 };
const USABLE_BAR = 1200;
const LIST_BAR = 200;
const ROUNDS = 5;
const DAY = 86_400_000;

type Sizes = Readonly<Record<string, Readonly<Record<string, number>>>>;

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

/** Pieces may share a name; their bytes are added. */
function byName({ pieces }: Weight): Record<string, number> {
  const sizes: Record<string, number> = {};
  for (const { name, bytes } of pieces) sizes[name] = (sizes[name] ?? 0) + bytes;
  return sizes;
}

async function weigh(): Promise<void> {
  const kept: Sizes = JSON.parse(readFileSync(KEPT, 'utf8'));
  const now: Record<string, Record<string, number>> = {};
  for (const page of PAGES) {
    const weight = await weightOf(page);
    const sizes = byName(weight);
    now[page] = sizes;
    const before = kept[page] ?? {};
    const names = [...new Set([...Object.keys(sizes), ...Object.keys(before)])].sort();
    const rows = names.map((name) => [name, kilobytes(sizes[name] ?? 0), kilobytes(before[name] ?? 0)]);
    printTable([`${page}, kB gzipped`, 'now', 'kept'], rows);
    const bar = BARS[page];
    const judged = bar === undefined ? ['', ''] : [`<= ${kilobytes(bar)}`, verdict(weight.reader <= bar)];
    printTable(
      [page, 'kB', 'bar', ''],
      [
        ['all a reader may be sent', kilobytes(weight.reader), ...judged],
        ['what begins the page', kilobytes(weight.first), '', ''],
      ],
    );
    console.log('');
  }
  if (hasFlag('keep')) writeFileSync(KEPT, `${JSON.stringify(now, undefined, 2)}\n`);
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;

async function rounds(visit: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) times.push(await visit());
  return median(times);
}

/** A course of three weeks under a plan, its patient at the phone and its prescriber at the inbox. */
async function course(): Promise<Ward> {
  const now = Date.now();
  const ward = await openWard(Math.ceil((NOON - now) / DAY) + 22);
  ward.now = now - 21 * DAY;
  await screenAndSign(ward, 0);
  await live(ward, 21, 1_500);
  return ward;
}

const visitOf = { device: 'bench', from: '' };

async function speed(): Promise<void> {
  const ward = await course();
  const browser = await openChromium();
  const tokenOf = async (actor: Ward['patient']): Promise<string> => {
    const person = await ward.ports.storage.people.person(actor.clinic, actor.person);
    if (!person) throw new RangeError('the ward has no such person');
    return (await openSession(ward.ports, person, visitOf)).token;
  };
  const patient = { url: `${ward.url}/app/`, token: await tokenOf(ward.patient), usable: '.dose-act button' };
  const clinic = { url: `${ward.url}/clinic/#/cases`, token: await tokenOf(ward.prescriber), usable: 'li.case-row a' };
  const found: readonly (readonly [string, number])[] = [
    ['patient, from the worker', await rounds(() => warmVisit(browser, patient))],
    ['patient, first visit', await rounds(() => coldVisit(browser, patient))],
    ['clinic, first visit', await rounds(() => coldVisit(browser, clinic))],
  ];
  printTable(
    ['usable at 6x CPU, 1.6 Mbit/s, 150 ms', 'ms', 'bar', ''],
    found.map(([name, ms], i) => {
      const judged = i === 0 ? [`<= ${USABLE_BAR}`, verdict(ms <= USABLE_BAR)] : ['', ''];
      return [name, ms.toFixed(0), ...judged];
    }),
  );
  await lists(ward, browser);
  await browser.close();
  await ward.close();
}

async function lists(ward: Ward, browser: Awaited<ReturnType<typeof openChromium>>): Promise<void> {
  const cases = countFlag('cases', 10_000);
  let token = '';
  await fillClinic(
    ward.ports,
    { cases, days: 1 },
    (made) => process.stderr.isTTY && process.stderr.write(`\r  made ${made} of ${cases} cases `),
    (prescriber) => {
      token = prescriber;
    },
  );
  const visit = { url: `${ward.url}/clinic/#/cases`, token, usable: 'li.case-row a' };
  const searches = Array.from({ length: 100 }, (_, i) => `B-${String((i * 7919) % cases).padStart(5, '0')}`);
  const { rows, pages, searches: found } = await listVisit(browser, visit, searches);
  printTable(
    [`lists of ${cases} cases, in the page`, 'found', 'bar', ''],
    [
      ['rows reached', rows, cases, verdict(rows === cases)],
      ['next page, p50 ms', quantile(pages, 0.5).toFixed(0), '', ''],
      [
        'next page, p95 ms',
        quantile(pages, 0.95).toFixed(0),
        `<= ${LIST_BAR}`,
        verdict(quantile(pages, 0.95) <= LIST_BAR),
      ],
      ['search, p50 ms', quantile(found, 0.5).toFixed(0), '', ''],
      [
        'search, p95 ms',
        quantile(found, 0.95).toFixed(0),
        `<= ${LIST_BAR}`,
        verdict(quantile(found, 0.95) <= LIST_BAR),
      ],
    ],
  );
}

await weigh();
if (!hasFlag('weights')) await speed();
