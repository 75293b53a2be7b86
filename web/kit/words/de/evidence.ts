/**
 * The evidence in plain German: each claim as it is often heard, and what its sources leave of it. Figures come from the
 * data, never from here. Says nothing works or does not work beyond what was measured, and names the null trials
 * wherever pain is spoken of (H18). Doses keep their point, statistics have a comma (H34).
 */
import { parseLocalDate } from '../../../../src/base/calendar.ts';
import { formatDose, micrograms } from '../../../../src/medicine/dose.ts';
import { figureOf, type Source } from '../../../../src/report/evidence.ts';
import type { EvidenceWords } from '../../../../src/report/evidence-words.ts';
import { longDate, signed, withComma } from './number.ts';

const n = (source: Source, name: string, places = 1): string => signed(figureOf(source, name), places);
const plain = (source: Source, name: string): string => withComma(figureOf(source, name));
const amount = (source: Source, name: string): string => withComma(Math.abs(figureOf(source, name)));
/** A dose among the figures keeps the spelling doses have everywhere. */
const mg = (source: Source, name: string): string => `${figureOf(source, name)} mg`;
/** "95-%-Intervall −0,95 bis 0,27". */
const interval = (source: Source, places = 2): string =>
  `95-%-Intervall ${n(source, 'low', places)} bis ${n(source, 'high', places)}`;

const day = (iso: string): string => {
  const date = parseLocalDate(iso);
  return date.ok ? longDate(date.value) : iso;
};

function doses({ dose }: Source): string | undefined {
  if (!dose) return undefined;
  const [low, high] = dose.map((ug) => formatDose(micrograms(ug)));
  return low === high ? `${low}` : `${low} bis ${high}`;
}

const name: EvidenceWords['name'] = {
  'final-2024': 'FINAL 2024',
  innova: 'INNOVA',
  'younger-2013': 'Younger 2013',
  'younger-2009': 'Younger 2009',
  'bruun-plesner-2020': 'Bruun-Plesner 2020',
  'final-mechanisms': 'FINAL, Schmerztests',
  'vatvani-2024': 'Übersicht: Vatvani 2024',
  'ann-med-surg-2025': 'Übersicht: Ann Med Surg 2025',
  'ologunowa-2025': 'Übersicht: Ologunowa 2025',
  'saif-2026': 'Übersicht: Saif 2026',
  'bolton-2019': 'Übersicht Sicherheit: Bolton 2019',
  'polo-2019': 'Polo 2019',
  'okelly-2022': "O'Kelly 2022",
  'bonilla-2023': 'Bonilla 2023',
  'isman-2024': 'Isman 2024',
  'bolton-2020': 'Bolton 2020',
  'raknes-2017': 'Norwegen, Register 2017',
  'younger-50mg-2009': 'Schmerztest mit 50 mg, 2009',
  'receptor-primer-2022': 'Rezeptor-Messungen, Übersicht 2022',
  lift: 'LIFT (läuft)',
  'dose-finding-uab': 'Dosisfindung, Alabama (läuft)',
  'british-columbia': 'British Columbia (läuft)',
  'faubel-2013': 'Internetseite eines Arztes, 2013',
  'label-tablets': 'US-Fachinformation, Naltrexon-Tabletten',
  'label-injection': 'US-Fachinformation, Naltrexon-Depotspritze',
  'spaqi-2021': 'SPAQI-Konsens 2021',
};

const found: EvidenceWords['found'] = {
  'final-2024': (s) =>
    `Schmerz ${n(s, 'active')} mit dem Mittel, ${n(s, 'placebo')} mit Placebo; Unterschied ${n(s, 'difference', 2)} Punkte von 10 (${interval(s)}). Ein Vorteil ist nicht gezeigt.`,
  innova: (s) =>
    `Schmerz nach 3 Monaten ${n(s, 'active', 2)} mit dem Mittel, ${n(s, 'placebo', 2)} mit Placebo; Unterschied +${n(s, 'difference', 2)} Punkte von 10 zugunsten von Placebo (p = ${plain(s, 'p')}; kein Intervall genannt). Kein Nutzen.`,
  'younger-2013': (s) =>
    `Schmerz um ${amount(s, 'active')} % geringer mit dem Mittel, um ${amount(s, 'placebo')} % mit Placebo (p = ${plain(s, 'p')}). Schlaf und Fatigue nicht besser.`,
  'younger-2009': (s) =>
    `Beschwerden um mehr als ${plain(s, 'moreThanPlacebo')} % stärker gesunken als mit Placebo; Placebo kam immer zuerst.`,
  'bruun-plesner-2020': (s) =>
    `${plain(s, 'responders')} von ${s.people} sprachen in zwei Wochen an; die Hälfte täte es bei ${mg(s, 'ed50')}, 95 von 100 bei ${mg(s, 'ed95')}. Keine Placebogruppe.`,
  'final-mechanisms': (s) =>
    `Einer von ${plain(s, 'outcomes')} Schmerztests unterschied sich (${plain(s, 'difference')} kPa, ${interval(s, 1)}); die Autorinnen und Autoren halten es für Zufall.`,
  'vatvani-2024': (s) =>
    `${plain(s, 'trials')} Studien: Schmerz ${n(s, 'difference', 2)} Punkte gegen Placebo (${interval(s)}).`,
  'ann-med-surg-2025': (s) =>
    `${plain(s, 'trials')} Studien: Schmerz ${n(s, 'standardised', 2)} Standardabweichungen (${interval(s)}); lebhafte Träume ${plain(s, 'dreams')}-mal so häufig (${plain(s, 'dreamsLow')} bis ${plain(s, 'dreamsHigh')}).`,
  'ologunowa-2025': (s) =>
    `${plain(s, 'studies')} Studien: kein klarer Unterschied zu Placebo, ${n(s, 'standardised', 2)} Standardabweichungen (${interval(s)}).`,
  'saif-2026': (s) =>
    `${plain(s, 'trials')} Studien: Schmerz ${n(s, 'difference', 2)} Punkte (${interval(s)}); Schwindel ${plain(s, 'dizziness')}-mal so häufig (${plain(s, 'dizzinessLow')} bis ${plain(s, 'dizzinessHigh')}).`,
  'bolton-2019': (s) =>
    `${plain(s, 'trials')} Studien mit beliebiger Dosis: schwere Ereignisse ${plain(s, 'serious')}-mal so häufig wie mit Placebo (${interval(s)}); Schwindel ${plain(s, 'dizziness')}-mal (${plain(s, 'dizzinessLow')} bis ${plain(s, 'dizzinessHigh')}).`,
  'polo-2019': (s) =>
    `${plain(s, 'positive')} % nannten es hilfreich, ${plain(s, 'none')} % sahen keine Wirkung; Rückschau ohne Vergleichsgruppe.`,
  'okelly-2022': (s) =>
    `${plain(s, 'better')} von ${plain(s, 'asked')} Bereichen nach zwei Monaten besser bei den ${plain(s, 'finished')}, die bis zum Ende dabei waren; keine Vergleichsgruppe.`,
  'bonilla-2023': () => 'Weniger Beschwerden, weniger Fatigue; Rückschau ohne Vergleichsgruppe.',
  'isman-2024': (s) =>
    `Fatigue-Wert vorher ${plain(s, 'fatigueBefore')}, nachher ${plain(s, 'fatigueAfter')}; mit einem zweiten Mittel, keine Vergleichsgruppe.`,
  'bolton-2020': () => 'Drei Personen, von teilweiser Hilfe bis zu großer Veränderung.',
  'raknes-2017': (s) =>
    `Mittlere Tagesdosis ${mg(s, 'median')}; ${plain(s, 'practitioners')} % der Hausärztinnen und Hausärzte verordneten es mindestens einmal.`,
  'younger-50mg-2009': (s) =>
    `Eine Dosis von 50 mg änderte die Schmerzempfindlichkeit bei ${plain(s, 'patients')} Personen mit Fibromyalgie nicht, bei ebenso vielen gesunden auch nicht.`,
  'receptor-primer-2022': (s) =>
    `Besetzte Opioid-Rezeptoren: ${plain(s, 'at2')} % bei 2 mg, ${plain(s, 'at5Low')} bis ${plain(s, 'at5High')} % bei 5 mg, ${plain(s, 'at50Low')} bis ${plain(s, 'at50High')} % bei 50 mg.`,
  lift: () => 'Das Mittel, Pyridostigmin, beides oder keines, nach Zufall. Keine Ergebnisse gefunden.',
  'dose-finding-uab': () => 'Vier Dosen, verblindet. Keine Ergebnisse gefunden.',
  'british-columbia': () => 'Das Mittel oder Placebo, nach Zufall. Keine Ergebnisse gefunden.',
  'faubel-2013': (s) => `Kapseln aus einer Apotheke kosten etwa ${plain(s, 'dollarsMonth')} US-Dollar im Monat.`,
  'label-tablets': (s) =>
    `Nicht zusammen mit Opioiden; vorher ${plain(s, 'leastDays')} bis ${plain(s, 'mostDays')} Tage ohne sie, auch ohne Tramadol.`,
  'label-injection': (s) =>
    `Nach Buprenorphin oder Methadon kann noch ${plain(s, 'weeks')} Wochen lang ein Entzug ausgelöst werden.`,
  'spaqi-2021': (s) =>
    `Vor einer Operation: Zusammenfassungen nennen ${plain(s, 'leastDays')} bis ${plain(s, 'mostDays')} Tage ohne das Mittel.`,
};

const claim: EvidenceWords['claim'] = {
  'pain-on-average': {
    heard: 'Es lindert Schmerz bei Fibromyalgie.',
    known: () =>
      'Im Durchschnitt ist das nicht gezeigt. Zwei größere verblindete Studien fanden keinen Nutzen gegenüber Placebo; eine kleine frühere fand einen.',
  },
  'pain-reviews': {
    heard: 'Übersichten der Studien zeigen, dass es wirkt.',
    known: () =>
      'Das hängt davon ab, welche Studien sie einbeziehen: Drei fanden weniger Schmerz als mit Placebo, eine fand keinen klaren Unterschied. Keine nennt INNOVA.',
  },
  'pain-for-some': {
    heard: 'Manchen geht es damit sehr gut.',
    known: ({ 'final-2024': final }) =>
      `Möglich, aber nicht belegt. In FINAL hatten ${plain(final, 'respondersActive')} von 100 mit dem Mittel 30 % weniger Schmerz, mit Placebo ${plain(final, 'respondersPlacebo')} von 100; das kann Zufall sein.`,
  },
  'pain-in-me-cfs': {
    heard: 'Es lindert Schmerz bei ME/CFS.',
    known: () =>
      'Keine verblindete Studie hat berichtet. Was es gibt, blickt auf Personen zurück, die wussten, was sie nahmen.',
  },
  belief: {
    heard: 'Wem es besser geht, dem hilft es.',
    known: () =>
      'Nicht sicher. In INNOVA zeigte sich eine gewisse Besserung bei Personen, die glaubten, das Mittel zu bekommen, gleich was sie bekamen.',
  },
  'placebo-improves': {
    heard: 'Mir ging es besser, also wirkt es.',
    known: ({ 'final-2024': final }) =>
      `In FINAL sank der Schmerz mit Placebo um ${amount(final, 'placebo')} Punkte von 10 in ${final.weeks} Wochen. So viel Besserung kann ohne das Mittel kommen.`,
  },
  'instead-of-opioids': {
    heard: 'Es kann Opioide ersetzen.',
    known: () =>
      'Eine Studie, die beides vergleicht, wurde nicht gefunden. Es darf nie zusammen mit einem Opioid genommen werden: Es kann einen Entzug auslösen.',
  },
  'hardly-blocks-receptors': {
    heard: 'In so niedriger Dosis besetzt es die Opioid-Rezeptoren kaum.',
    known: ({ 'receptor-primer-2022': scans }) =>
      `Messungen zeigen anderes: ${plain(scans, 'at5Low')} bis ${plain(scans, 'at5High')} % der Rezeptoren sind bei 5 mg besetzt, ${plain(scans, 'at2')} % bei 2 mg. Die Regeln zu Opioiden gelten bei jeder Dosis.`,
  },
  'usual-dose': {
    heard: 'Die richtige Dosis ist 4.5 mg; manche brauchen mehr.',
    known: ({ 'bruun-plesner-2020': steps, 'raknes-2017': norway }) =>
      `Eine kleine Studie ohne Placebo fand, dass ${mg(steps, 'ed50')} der Hälfte genügen. Die mittlere Dosis in Norwegen war ${mg(norway, 'median')}. In FINAL war für 6 mg kein Vorteil gegenüber Placebo gezeigt.`,
  },
  'above-six': {
    heard: 'Manche brauchen mehr als 6 mg.',
    known: () => 'Das beruht auf Berichten über einzelne Personen.',
  },
  sleep: {
    heard: 'Es hilft beim Schlafen.',
    known: () =>
      'Die verblindete Studie, die danach fragte, fand keinen besseren Schlaf. Lebhafte Träume sind die sicherste Nebenwirkung. Studien ohne Vergleich berichten besseren Schlaf.',
  },
  fatigue: {
    heard: 'Es hilft gegen Fatigue.',
    known: () =>
      'Offen. Studien ohne Vergleich sagen ja; die eine verblindete Studie, die danach fragte, bei Fibromyalgie, sagt nein. Verblindete Studien bei ME/CFS und nach COVID laufen.',
  },
  inflammation: {
    heard: 'Es dämpft Entzündung im Nervensystem.',
    known: () =>
      'Eine Vermutung. Bei Menschen ist nicht gezeigt, dass es auf diese Weise, oder dass es überhaupt Schmerz lindert.',
  },
  'serious-harm': {
    heard: 'Es ist sicher.',
    known: () =>
      'In Studien waren schwere Ereignisse nicht häufiger als mit Placebo. Personen mit Opioiden, für die es gefährlich ist, waren ausgeschlossen.',
  },
  'vivid-dreams': {
    heard: 'Man träumt davon lebhaft.',
    known: ({ 'ann-med-surg-2025': review }) => `Ja: ${plain(review, 'dreams')}-mal so häufig wie mit Placebo.`,
  },
  inexpensive: {
    heard: 'Es kostet wenig.',
    known: () =>
      'Oft, aber die Preise unterscheiden sich nach Land und Apotheke, und eine Erhebung wurde nicht gefunden.',
  },
  'hard-to-find': {
    heard: 'Es ist schwer, eine Praxis zu finden, die es verordnet.',
    known: ({ 'raknes-2017': norway }) =>
      `Das sagen viele Betroffene. In Norwegen hatten ${plain(norway, 'practitioners')} von 100 Hausärztinnen und Hausärzten es mindestens einmal verordnet.`,
  },
  'no-approved-drug': {
    heard: 'Für ME/CFS ist kein Medikament zugelassen.',
    known: () => 'So steht es im Protokoll einer 2024 registrierten Studie, für die USA.',
  },
};

const grade: EvidenceWords['grade'] = {
  'blinded-parallel': 'verblindet, zwei Gruppen',
  'blinded-crossover': 'verblindet, jede Person beides',
  review: 'Übersicht von Studien',
  'single-blind': 'nur die Betroffenen verblindet',
  open: 'offen, ohne Vergleich',
  case: 'einzelne Personen',
  laboratory: 'Labor',
  register: 'Register',
  label: 'Fachinformation',
  guidance: 'Empfehlung',
  opinion: 'Meinung',
  registered: 'läuft, keine Ergebnisse',
};

const gradeMeaning: EvidenceWords['gradeMeaning'] = {
  'blinded-parallel':
    'Der Zufall entschied, wer das Mittel bekam, und niemand wusste es. Die stärkste einzelne Studie.',
  'blinded-crossover':
    'Jede Person nahm Mittel und Placebo in zufälliger Reihenfolge, und niemand wusste es. Stark, wenn das eine nicht in das andere nachwirkt.',
  review: 'Fasst mehrere Studien zusammen. So gut wie diese Studien und ihre Auswahl.',
  'single-blind':
    'Die Betroffenen wussten nicht, was sie nahmen, aber die Fragenden wussten es, oder es gab kein Placebo.',
  open: 'Alle wussten es, und es gab niemanden zum Vergleichen. Kann das Mittel nicht von Zeit und Hoffnung trennen.',
  case: 'Zeigt, dass etwas vorkommen kann, nicht wie oft oder warum.',
  laboratory: 'Zellen, Messungen oder Tests. Sagt, wie etwas wirken könnte, nicht ob es Menschen besser geht.',
  register: 'Zählt, was verordnet wurde. Sagt nichts über die Wirkung.',
  label: 'Was der Hersteller sagen muss, von einer Behörde geprüft. Geschrieben für 50 mg, nicht für niedrige Dosen.',
  guidance: 'Worauf sich Fachleute geeinigt haben.',
  opinion: 'Was eine Person denkt.',
  registered: 'Angekündigt und im Gang. Noch nichts zu lesen.',
};

const condition: EvidenceWords['condition'] = {
  fibromyalgia: 'Fibromyalgie',
  'me-cfs': 'ME/CFS',
  'long-covid': 'nach COVID',
  healthy: 'Gesunde',
  any: 'verschiedene Krankheiten',
};

function size(source: Source): string {
  const { people, weeks } = source;
  const parts = [
    condition[source.condition],
    people === undefined ? undefined : `${people} Personen`,
    doses(source),
    weeks === undefined ? undefined : `${weeks} Wochen`,
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
  title: 'Was über niedrig dosiertes Naltrexon bekannt ist',
  about:
    'Jede Zeile ist etwas, das man oft hört, und was die Quellen davon übrig lassen. Die Zahlen wurden am genannten Tag in Kurzfassungen, Tabellen und Registern gelesen, nicht in ganzen Arbeiten.',
  name,
  found,
  claim,
  status: {
    supported: 'belegt',
    partly: 'teilweise belegt',
    weakened: 'geschwächt',
    unsupported: 'nicht belegt',
    open: 'offen',
  },
  grade,
  gradeMeaning,
  condition,
  size,
  reference,
  read: {
    abstract: 'als Kurzfassung gelesen',
    table: 'in einer Tabelle gelesen',
    registry: 'in einem Register gelesen',
    label: 'in der Fachinformation gelesen',
    summary: 'in einer fremden Zusammenfassung gelesen',
  },
  looked: (iso) => `Angesehen am ${day(iso)}.`,
  label: {
    claim: 'Oft gehört',
    known: 'Was bekannt ist',
    status: 'Stand',
    grade: 'Stärkster Beleg',
    date: 'Neueste Quelle',
    sources: 'Quellen',
  },
};
