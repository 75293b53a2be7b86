/** The report of a blinded trial after its allocation was opened: as JSON, and as a file. */
import { z } from 'zod';
import { trialReportWords as german } from '../../../web/kit/words/de/trial-report.ts';
import { trialReportWords as english } from '../../../web/kit/words/en/trial-report.ts';
import { LANGUAGES } from '../../../web/kit/words/language.ts';
import { CENT_ITEMS, CENT_REASONS, CENT_SECTIONS, CENT_STATUSES } from '../../report/trial/cent.ts';
import { REPORT_FORMAT, type TrialReportJson } from '../../report/trial/report-json.ts';
import { printTrialReport, readTrialReport } from '../../service/trial-report.ts';
import { FILE, type Route, signedRoute } from '../route.ts';
import { DATE, HASH, id, list } from '../schema/field.ts';

const WORDS = { en: english, de: german } as const;

/** `language`: where it is not given, that of `Accept-Language`. */
const QUERY = z.strictObject({ day: DATE, language: z.enum(LANGUAGES).exactOptional() });

/** Plain data of the report's own format. */
function told<T>(description: string) {
  return z
    .custom<T>((value) => typeof value === 'object' && value !== null)
    .meta({ type: 'object', description: `${description} docs/formats/trial-report.md` });
}

const ITEM = z.strictObject({
  item: z.enum(CENT_ITEMS),
  section: z.enum(CENT_SECTIONS),
  asks: z.string(),
  status: z.enum(CENT_STATUSES),
  why: z.enum(CENT_REASONS).exactOptional(),
  text: list(z.string()),
});

const REPORT = z.strictObject({
  ...{ format: z.literal(REPORT_FORMAT), version: z.literal(1), language: z.enum(LANGUAGES), title: z.string() },
  ...{ made: z.string(), trial: id<'trial'>(), label: z.string(), clinic: z.string().exactOptional() },
  synthetic: z.boolean(),
  answer: z.strictObject({ sentence: z.string(), further: list(z.string()), notAdvice: z.string() }),
  items: list(ITEM),
  protocol: told<TrialReportJson['protocol']>('As it was signed.'),
  protocolHash: HASH,
  allocation: z.strictObject({
    ...{ commitment: HASH, nonce: HASH, text: z.string(), sealedAt: z.int() },
    ...{ sequence: list(z.string()), kits: list(z.string()) },
  }),
  conduct: told<TrialReportJson['conduct']>('Who did what, and when.'),
  baseline: list(told<object>('A symptom before day 1.')),
  periods: list(told<object>('A period as it was kept.')),
  harms: list(told<object>('A side effect by arm.')),
  days: list(told<object>('A day.'), 1_000),
  results: told<TrialReportJson['results']>('As the engine gave them.'),
});

export const TRIAL_REPORT_ROUTES: readonly Route[] = [
  signedRoute({
    method: 'get',
    path: '/cases/{case}/trials/{trial}/report',
    tag: 'Trials',
    name: 'readTrialReport',
    summary: 'The report of an opened trial by the items of CENT 2015, computed from the record as it is.',
    description: 'That it was read is put on record. Refused with "trial-not-opened" while the allocation is sealed.',
    query: QUERY,
    answer: REPORT,
    call: (ports, { actor, params, query: { day, language: wanted }, language }) =>
      readTrialReport(ports, actor, params.case, { trial: params.trial, day, words: WORDS[wanted ?? language] }),
  }),
  signedRoute({
    method: 'get',
    path: '/cases/{case}/trials/{trial}/report.pdf',
    tag: 'Trials',
    name: 'printTrialReport',
    summary: 'The same report as a tagged PDF (PDF/UA-1), A4, as many pages as it takes.',
    query: QUERY,
    file: 'application/pdf',
    answer: FILE,
    call: (ports, { actor, params, query: { day, language: wanted }, language }) =>
      printTrialReport(ports, actor, params.case, { trial: params.trial, day, words: WORDS[wanted ?? language] }),
  }),
];
