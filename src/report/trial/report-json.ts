/**
 * The report of a blinded trial for a machine: the same answer, the same items of CENT 2015 in the reader's language, the
 * protocol, the opened allocation with the text anybody can hash, every period and every day it rests on. Reads nothing
 * back. What each field holds: docs/formats/trial-report.md (H13, H18).
 */
import type { TrialAnswer } from '../../analysis/trial/trial-answer.ts';
import type { TrialDay } from '../../analysis/trial/trial-run.ts';
import { formatLocalDate, type LocalDate } from '../../base/calendar.ts';
import type { TrialId } from '../../base/ids.ts';
import { formatDose } from '../../medicine/dose.ts';
import { protocolToJson } from '../../trial/protocol-json.ts';
import {
  CENT_ITEMS,
  CENT_MARKS,
  type CentItem,
  type CentReason,
  type CentSection,
  type CentStatus,
  sectionOf,
} from './cent.ts';
import { saidOf } from './document.ts';
import type { Act, ReportPeriod, TrialReport } from './trial-report.ts';
import type { TrialWords } from './trial-words.ts';

export const REPORT_FORMAT = 'titrial-trial-report';

export type ItemJson = {
  readonly item: CentItem;
  readonly section: CentSection;
  readonly asks: string;
  readonly status: CentStatus;
  /** What only the clinic can add, or why it does not apply. */
  readonly why?: CentReason;
  readonly text: readonly string[];
};

type ActJson = { readonly by: string; readonly on: string };

export type TrialReportJson = {
  readonly format: typeof REPORT_FORMAT;
  readonly version: 1;
  readonly language: TrialWords['language'];
  readonly title: string;
  /** Day on the report. */
  readonly made: string;
  readonly trial: TrialId;
  readonly label: string;
  readonly clinic?: string;
  readonly synthetic: boolean;
  readonly answer: { readonly sentence: string; readonly further: readonly string[]; readonly notAdvice: string };
  readonly items: readonly ItemJson[];
  readonly protocol: object;
  readonly protocolHash: string;
  readonly allocation: {
    readonly commitment: string;
    readonly nonce: string;
    readonly sequence: readonly string[];
    readonly kits: readonly string[];
    readonly text: string;
    readonly sealedAt: number;
  };
  readonly conduct: object;
  readonly baseline: readonly object[];
  readonly periods: readonly object[];
  readonly harms: readonly object[];
  readonly days: readonly object[];
  /** As the engine gave it: doses in whole micrograms, days since 1970-01-01. */
  readonly results: Omit<TrialAnswer, 'trial' | 'protocolHash' | 'commitment' | 'sequence'>;
};

export function reportToJson(report: TrialReport, words: TrialWords): TrialReportJson {
  const { day, trial, label, clinic, synthetic, protocol, protocolHash, allocation } = report;
  return {
    ...{ format: REPORT_FORMAT, version: 1, language: words.language, title: words.title(report) },
    ...{ made: formatLocalDate(day), trial, label, ...(clinic === undefined ? {} : { clinic }), synthetic },
    answer: { sentence: words.verdict(report), further: words.shortly(report), notAdvice: words.notAdvice },
    items: CENT_ITEMS.map((item) => itemJson(item, report, words)),
    ...{ protocol: protocolToJson(protocol), protocolHash },
    allocation: { ...allocation, sequence: allocation.sequence.map(formatDose), sealedAt: report.sealedAt },
    conduct: conductJson(report),
    baseline: report.baseline.map(({ doses, ...rest }) => ({ ...rest, doses: doses.map(formatDose) })),
    periods: report.periods.map(periodJson),
    harms: report.harms.map(({ name, before, arms }) => ({
      ...{ name, before },
      arms: arms.map(({ arm, ...rest }) => ({ arm: formatDose(arm), ...rest })),
    })),
    days: report.days.map(dayJson),
    results: resultsOf(report.answer),
  };
}

function itemJson(item: CentItem, report: TrialReport, words: TrialWords): ItemJson {
  const mark = CENT_MARKS[item];
  const why = mark.status === 'filled' ? mark.lacks : mark.why;
  return {
    ...{ item, section: sectionOf(item), asks: words.item[item], status: mark.status },
    ...(why === undefined ? {} : { why }),
    text: saidOf(item, report, words),
  };
}

const date = (day: LocalDate): string => formatLocalDate(day);
const act = ({ by, on }: Act): ActJson => ({ by, on: date(on) });

function conductJson(report: TrialReport): object {
  const { consent, dispensed, stopped, codeBroken, deviations } = report;
  return {
    ...{ designedBy: report.designedBy, signed: act(report.signed), started: act(report.started) },
    consent: {
      ...{ text: consent.text, on: date(consent.on) },
      ...(consent.withdrawnOn === undefined ? {} : { withdrawnOn: date(consent.withdrawnOn) }),
    },
    dispensed: dispensed.map((each) => ({ ...each, on: date(each.on), usableUntil: date(each.usableUntil) })),
    ...{ firstDay: date(report.firstDay), lastDay: date(report.lastDay) },
    ...(stopped ? { stopped: { ...stopped, on: date(stopped.on) } } : {}),
    deviations: deviations.map((each) => ({ ...each, on: date(each.on) })),
    codeBroken: codeBroken.map((each) => ({ ...each, on: date(each.on) })),
    opened: act(report.opened),
  };
}

function periodJson({ arm, first, last, brokenOn, ...rest }: ReportPeriod): object {
  return {
    ...{ ...rest, arm: formatDose(arm), first: date(first), last: date(last) },
    ...(brokenOn === undefined ? {} : { brokenOn: date(brokenOn) }),
  };
}

function dayJson({ date: day, openDose, ...rest }: TrialDay): object {
  return { date: date(day), ...rest, ...(openDose === undefined ? {} : { openDose: formatDose(openDose) }) };
}

/** What stands elsewhere in the report is not said twice. */
function resultsOf(answer: TrialAnswer): TrialReportJson['results'] {
  const { trial, protocolHash, commitment, sequence, ...rest } = answer;
  return rest;
}
