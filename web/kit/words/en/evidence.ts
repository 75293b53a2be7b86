/**
 * The evidence in plain English: each claim as it is often heard, and what its sources leave of it. Figures come from
 * the data, never from here. Says nothing works or does not work beyond what was measured, and names the null trials
 * wherever pain is spoken of (H18).
 */
import { parseLocalDate } from '../../../../src/base/calendar.ts';
import { formatDose, micrograms } from '../../../../src/medicine/dose.ts';
import { figureOf, type Source } from '../../../../src/report/evidence.ts';
import type { EvidenceWords } from '../../../../src/report/evidence-words.ts';
import { longDate, signed } from './number.ts';

const n = (source: Source, name: string, places = 1): string => signed(figureOf(source, name), places);
const plain = (source: Source, name: string): string => String(figureOf(source, name));
const amount = (source: Source, name: string): string => String(Math.abs(figureOf(source, name)));
/** "95 % interval −0.95 to 0.27". */
const interval = (source: Source, places = 2): string =>
  `95 % interval ${n(source, 'low', places)} to ${n(source, 'high', places)}`;

const day = (iso: string): string => {
  const date = parseLocalDate(iso);
  return date.ok ? longDate(date.value) : iso;
};

function doses({ dose }: Source): string | undefined {
  if (!dose) return undefined;
  const [low, high] = dose.map((ug) => formatDose(micrograms(ug)));
  return low === high ? `${low}` : `${low} to ${high}`;
}

const name: EvidenceWords['name'] = {
  'final-2024': 'FINAL 2024',
  innova: 'INNOVA',
  'younger-2013': 'Younger 2013',
  'younger-2009': 'Younger 2009',
  'bruun-plesner-2020': 'Bruun-Plesner 2020',
  'final-mechanisms': 'FINAL, pain mechanisms',
  'vatvani-2024': 'Review: Vatvani 2024',
  'ann-med-surg-2025': 'Review: Ann Med Surg 2025',
  'ologunowa-2025': 'Review: Ologunowa 2025',
  'saif-2026': 'Review: Saif 2026',
  'bolton-2019': 'Safety review: Bolton 2019',
  'polo-2019': 'Polo 2019',
  'okelly-2022': "O'Kelly 2022",
  'bonilla-2023': 'Bonilla 2023',
  'isman-2024': 'Isman 2024',
  'bolton-2020': 'Bolton 2020',
  'raknes-2017': 'Norway, register 2017',
  'younger-50mg-2009': 'Pain test with 50 mg, 2009',
  'receptor-primer-2022': 'Receptor scans, 2022 overview',
  lift: 'LIFT (running)',
  'dose-finding-uab': 'Dose finding, Alabama (running)',
  'british-columbia': 'British Columbia (running)',
  'faubel-2013': 'A doctor’s web page, 2013',
  'label-tablets': 'US label, naltrexone tablets',
  'label-injection': 'US label, naltrexone injection',
  'spaqi-2021': 'SPAQI consensus 2021',
};

const found: EvidenceWords['found'] = {
  'final-2024': (s) =>
    `Pain ${n(s, 'active')} on the drug, ${n(s, 'placebo')} on placebo; difference ${n(s, 'difference', 2)} points of 10 (${interval(s)}). Not shown to be better.`,
  innova: (s) =>
    `Pain at 3 months ${n(s, 'active', 2)} on the drug, ${n(s, 'placebo', 2)} on placebo; difference +${n(s, 'difference', 2)} points of 10 in favour of placebo (p = ${plain(s, 'p')}; no interval given). No benefit.`,
  'younger-2013': (s) =>
    `Pain down ${amount(s, 'active')} % on the drug, ${amount(s, 'placebo')} % on placebo (p = ${plain(s, 'p')}). Sleep and fatigue not better.`,
  'younger-2009': (s) =>
    `Symptoms down by over ${plain(s, 'moreThanPlacebo')} % more than on placebo; always placebo first.`,
  'bruun-plesner-2020': (s) =>
    `${plain(s, 'responders')} of ${s.people} responded within two weeks; half would at ${plain(s, 'ed50')} mg, 95 in 100 at ${plain(s, 'ed95')} mg. No placebo group.`,
  'final-mechanisms': (s) =>
    `One of ${plain(s, 'outcomes')} pain tests differed (${plain(s, 'difference')} kPa, ${interval(s, 1)}); the authors call it a chance finding.`,
  'vatvani-2024': (s) =>
    `${plain(s, 'trials')} trials: pain ${n(s, 'difference', 2)} points against placebo (${interval(s)}).`,
  'ann-med-surg-2025': (s) =>
    `${plain(s, 'trials')} trials: pain ${n(s, 'standardised', 2)} standard deviations (${interval(s)}); vivid dreams ${plain(s, 'dreams')} times as often (${plain(s, 'dreamsLow')} to ${plain(s, 'dreamsHigh')}).`,
  'ologunowa-2025': (s) =>
    `${plain(s, 'studies')} studies: no clear difference from placebo, ${n(s, 'standardised', 2)} standard deviations (${interval(s)}).`,
  'saif-2026': (s) =>
    `${plain(s, 'trials')} trials: pain ${n(s, 'difference', 2)} points (${interval(s)}); dizziness ${plain(s, 'dizziness')} times as often (${plain(s, 'dizzinessLow')} to ${plain(s, 'dizzinessHigh')}).`,
  'bolton-2019': (s) =>
    `${plain(s, 'trials')} trials of any dose: serious events ${plain(s, 'serious')} times as often as on placebo (${interval(s)}); dizziness ${plain(s, 'dizziness')} times (${plain(s, 'dizzinessLow')} to ${plain(s, 'dizzinessHigh')}).`,
  'polo-2019': (s) =>
    `${plain(s, 'positive')} % called it helpful, ${plain(s, 'none')} % saw no effect; looked back, no comparison group.`,
  'okelly-2022': (s) =>
    `${plain(s, 'better')} of ${plain(s, 'asked')} areas better after two months in the ${plain(s, 'finished')} who finished; no comparison group.`,
  'bonilla-2023': () => 'Fewer symptoms, less fatigue; looked back, no comparison group.',
  'isman-2024': (s) =>
    `Fatigue score ${plain(s, 'fatigueBefore')} before, ${plain(s, 'fatigueAfter')} after; with a second product, no comparison group.`,
  'bolton-2020': () => 'Three people, from partial help to a great change.',
  'raknes-2017': (s) =>
    `Middle daily dose ${plain(s, 'median')} mg; ${plain(s, 'practitioners')} % of general practitioners prescribed it at least once.`,
  'younger-50mg-2009': (s) =>
    `One dose of 50 mg did not change pain sensitivity in ${plain(s, 'patients')} people with fibromyalgia, nor in as many healthy ones.`,
  'receptor-primer-2022': (s) =>
    `Opioid receptors blocked: ${plain(s, 'at2')} % at 2 mg, ${plain(s, 'at5Low')} to ${plain(s, 'at5High')} % at 5 mg, ${plain(s, 'at50Low')} to ${plain(s, 'at50High')} % at 50 mg.`,
  lift: () => 'Drug, pyridostigmine, both or neither, at random. No results found.',
  'dose-finding-uab': () => 'Four doses, blinded. No results found.',
  'british-columbia': () => 'Drug or placebo, at random. No results found.',
  'faubel-2013': (s) => `Capsules from a pharmacy cost about ${plain(s, 'dollarsMonth')} US dollars a month.`,
  'label-tablets': (s) =>
    `Not with opioids; ${plain(s, 'leastDays')} to ${plain(s, 'mostDays')} days without them first, tramadol included.`,
  'label-injection': (s) =>
    `After buprenorphine or methadone withdrawal can be brought on for as long as ${plain(s, 'weeks')} weeks.`,
  'spaqi-2021': (s) =>
    `Before an operation: summaries give ${plain(s, 'leastDays')} to ${plain(s, 'mostDays')} days without it.`,
};

const claim: EvidenceWords['claim'] = {
  'pain-on-average': {
    heard: 'It lowers pain in fibromyalgia.',
    known: () =>
      'On average this was not shown. Two larger blinded trials found no benefit over placebo; a small earlier one did.',
  },
  'pain-reviews': {
    heard: 'Reviews of the trials show that it works.',
    known: () =>
      'It depends on the trials they took in: three found less pain than on placebo, one found no clear difference. None of them names INNOVA.',
  },
  'pain-for-some': {
    heard: 'Some people do very well on it.',
    known: ({ 'final-2024': final }) =>
      `Possible and not proven. In FINAL ${plain(final, 'respondersActive')} in 100 had 30 % less pain on the drug, and ${plain(final, 'respondersPlacebo')} in 100 on placebo; this may be chance.`,
  },
  'pain-in-me-cfs': {
    heard: 'It lowers pain in ME/CFS.',
    known: () => 'No blinded trial has reported. What there is looked back at people who knew what they took.',
  },
  belief: {
    heard: 'Those who feel better are those it helps.',
    known: () =>
      'Not certain. In INNOVA some improvement was seen in people who believed they had the drug, whatever they had.',
  },
  'placebo-improves': {
    heard: 'I got better, so it works.',
    known: ({ 'final-2024': final }) =>
      `In FINAL pain on placebo fell by ${amount(final, 'placebo')} points of 10 in ${final.weeks} weeks. A gain of that size can come without the drug.`,
  },
  'instead-of-opioids': {
    heard: 'It can take the place of opioids.',
    known: () =>
      'No trial that compares the two was found. It must never be taken together with an opioid: it can bring on withdrawal.',
  },
  'hardly-blocks-receptors': {
    heard: 'At so low a dose it hardly blocks opioid receptors.',
    known: ({ 'receptor-primer-2022': scans }) =>
      `Scans say otherwise: ${plain(scans, 'at5Low')} to ${plain(scans, 'at5High')} % of the receptors are blocked at 5 mg, and ${plain(scans, 'at2')} % at 2 mg. The rules about opioids hold at every dose.`,
  },
  'usual-dose': {
    heard: 'The right dose is 4.5 mg; some need more.',
    known: ({ 'bruun-plesner-2020': steps, 'raknes-2017': norway }) =>
      `One small study without placebo found ${plain(steps, 'ed50')} mg to be enough for half of people. The middle dose in Norway was ${plain(norway, 'median')} mg. In FINAL 6 mg was not shown to be better than placebo.`,
  },
  'above-six': {
    heard: 'Some need more than 6 mg.',
    known: () => 'This rests on reports of single people.',
  },
  sleep: {
    heard: 'It helps sleep.',
    known: () =>
      'The blinded trial that asked found no better sleep, and vivid dreams are its most certain side effect. Studies without comparison report better sleep.',
  },
  fatigue: {
    heard: 'It helps fatigue.',
    known: () =>
      'Open. Studies without comparison say yes; the one blinded trial that asked, in fibromyalgia, says no. Blinded trials in ME/CFS and after COVID are running.',
  },
  inflammation: {
    heard: 'It calms inflammation in the nervous system.',
    known: () => 'A hypothesis. In people it has not been shown that this is how, or that, it lowers pain.',
  },
  'serious-harm': {
    heard: 'It is safe.',
    known: () =>
      'In trials serious events were no more common than on placebo. The trials left out people on opioids, for whom it is dangerous.',
  },
  'vivid-dreams': {
    heard: 'It gives vivid dreams.',
    known: ({ 'ann-med-surg-2025': review }) => `Yes: ${plain(review, 'dreams')} times as often as placebo.`,
  },
  inexpensive: {
    heard: 'It costs little.',
    known: () => 'Often, but prices differ by country and pharmacy, and no survey of them was found.',
  },
  'hard-to-find': {
    heard: 'It is hard to find a doctor who prescribes it.',
    known: ({ 'raknes-2017': norway }) =>
      `Many patients say so. In Norway ${plain(norway, 'practitioners')} in 100 general practitioners had prescribed it at least once.`,
  },
  'no-approved-drug': {
    heard: 'No drug is approved for ME/CFS.',
    known: () => 'So says the protocol of a trial registered in 2024, for the United States.',
  },
};

const grade: EvidenceWords['grade'] = {
  'blinded-parallel': 'blinded trial, two groups',
  'blinded-crossover': 'blinded trial, everybody both',
  review: 'review of trials',
  'single-blind': 'only the patient blinded',
  open: 'open, no comparison',
  case: 'single people',
  laboratory: 'laboratory',
  register: 'register',
  label: 'official label',
  guidance: 'guidance',
  opinion: 'opinion',
  registered: 'running, no results',
};

const gradeMeaning: EvidenceWords['gradeMeaning'] = {
  'blinded-parallel': 'Chance decided who got the drug and nobody knew. The strongest single study.',
  'blinded-crossover':
    'Everybody took drug and placebo in an order chance decided, and nobody knew. Strong, if one does not carry over into the other.',
  review: 'Sums up several trials. As good as the trials in it, and as the choice of them.',
  'single-blind': 'The patient did not know what they took, but those who asked them did, or there was no placebo.',
  open: 'Everybody knew, and there was no one to compare with. Cannot tell the drug from time and hope.',
  case: 'Shows that something can happen, not how often or why.',
  laboratory: 'Cells, scans or tests. Says how something might work, not whether people feel better.',
  register: 'Counts what was prescribed. Says nothing about effect.',
  label: 'What the maker must tell, checked by an authority. Written for 50 mg, not for low doses.',
  guidance: 'What a group of experts agreed on.',
  opinion: 'What one person thinks.',
  registered: 'Announced and under way. Nothing to read yet.',
};

const condition: EvidenceWords['condition'] = {
  fibromyalgia: 'fibromyalgia',
  'me-cfs': 'ME/CFS',
  'long-covid': 'after COVID',
  healthy: 'healthy people',
  any: 'any condition',
};

function size(source: Source): string {
  const { people, weeks } = source;
  const parts = [
    condition[source.condition],
    people === undefined ? undefined : `${people} people`,
    doses(source),
    weeks === undefined ? undefined : `${weeks} weeks`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function reference({ id, authors, where, doi, pmid, registry }: Source): string {
  const pointer = doi ? `doi:${doi}` : pmid ? `PMID ${pmid}` : registry;
  return [authors ?? (doi ? undefined : name[id]), where, pointer]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => String(part).replace(/\.$/, ''))
    .join('. ');
}

export const evidenceWords: EvidenceWords = {
  title: 'What is known about low-dose naltrexone',
  about:
    'Each line is something often heard, and what its sources leave of it. Figures were read in abstracts, tables and registers on the day named, not in whole papers.',
  name,
  found,
  claim,
  status: {
    supported: 'supported',
    partly: 'partly supported',
    weakened: 'weakened',
    unsupported: 'not supported',
    open: 'open',
  },
  grade,
  gradeMeaning,
  condition,
  size,
  reference,
  read: {
    abstract: 'read as an abstract',
    table: 'read in a table',
    registry: 'read in a register',
    label: 'read in the label',
    summary: 'read in a summary by others',
  },
  looked: (iso) => `Looked at on ${day(iso)}.`,
  label: {
    claim: 'Often heard',
    known: 'What is known',
    status: 'Status',
    grade: 'Best evidence',
    date: 'Newest source',
    sources: 'Sources',
  },
};
