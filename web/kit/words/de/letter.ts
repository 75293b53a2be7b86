/**
 * The letter to a doctor in plain German. States what is signed, taken, found and published, and asks; it advises no
 * dose, promises no effect and never calls the drug a replacement for opioids (H18, H24, H25, H35). Doses keep their
 * point, statistics have a comma (H34).
 */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { MedicineUse } from '../../../../src/medicine/screening/screening.ts';
import type { LetterWords } from '../../../../src/report/letter/letter-words.ts';
import { chartWords } from './chart.ts';
import { evidenceWords } from './evidence.ts';
import { findingWords, sentence } from './finding.ts';
import { capital, dayCount, dayCountDative, longDate, outcomeName, shortDate, signed, withComma } from './number.ts';
import { STOP_RULE } from './plan.ts';
import { findingSentence } from './screening.ts';
import { sideEffectInWords } from './side-effect.ts';

const one = (value: number): string => signed(value, 1);
const span = (from: LocalDate, to: LocalDate): string =>
  from === to ? longDate(from) : `${shortDate(from)} bis ${longDate(to)}`;

/** ICD-10-CM codes a case is opened with most; others are shown as they are. */
const INDICATION: Readonly<Record<string, string>> = {
  'M79.7': 'Fibromyalgie',
  'G93.32': 'Myalgische Enzephalomyelitis / Chronisches Fatigue-Syndrom (ME/CFS)',
  R52: 'Schmerz',
  'G89.4': 'chronisches Schmerzsyndrom',
  'G89.29': 'sonstiger chronischer Schmerz',
  'G90.50': 'komplexes regionales Schmerzsyndrom',
  'G93.31': 'postvirales Fatigue-Syndrom',
  'M54.50': 'Schmerz im unteren Rücken',
  'U09.9': 'Post-COVID-19-Zustand',
};
/** A code with its name, or as it is. */
export const indication = (code: string): string =>
  Object.hasOwn(INDICATION, code) ? `${INDICATION[code]} (${code})` : code;

const since = (on: LocalDate | undefined): string => (on === undefined ? '' : ` am ${longDate(on)}`);
const WISH = {
  hold: 'um Halten der Dosis',
  'step-down': 'um eine Stufe zurück',
  'step-up': 'um die nächste Stufe',
  resume: 'um Wiederaufnahme',
  other: 'um etwas anderes',
} as const;
const GRADE = { 1: 'leicht', 2: 'mittel', 3: 'schwer' } as const;

function useText(use: MedicineUse): string {
  if (use.kind === 'stopped') return `abgesetzt, zuletzt genommen am ${longDate(use.lastTaken)}`;
  return use.kind === 'current' ? 'wird genommen' : 'nicht bekannt, ob noch genommen';
}

const picture: LetterWords['picture'] = {
  symptom: ({ label }) => outcomeName(label),
  dose: formatDose,
  doseLabel: 'Geplante Dosis',
  day: shortDate,
  alt: (summary, findings) =>
    [
      `Das Tagebuch vom ${span(summary.from, summary.to)} als Punkte, ein Streifen je Beschwerde von 0 bis 10, wobei 10 am schlimmsten ist; darunter die geplante Dosis als Stufen.`,
      ...summary.symptoms.map(
        (s) => `${outcomeName(s.outcome.label)}: Mittel ${one(s.mean)}, von ${s.lowest} bis ${s.highest}.`,
      ),
      ...findings.map(sentence),
    ].join(' '),
};

const safety: LetterWords['safety'] = {
  'no-opioids': [
    'Kein Opioid dazu, bei keiner Dosis.',
    'Auch Tramadol, Tilidin, Codein und Mittel gegen Husten oder Durchfall mit einem Opioid zählen. Wer Opioide nimmt, kann in einen schweren Entzug geraten; bei anderen wirkt das Opioid womöglich nicht. Auch eine niedrige Dosis besetzt viele Rezeptoren.',
  ],
  emergency: [
    'Notfall: behandeln wie eine Person unter Naltrexon.',
    'Zuerst regionale Verfahren oder Schmerzmittel ohne Opioid. Wenn ein Opioid nötig ist: nur durch geschultes Personal, mit Überwachung und Beatmungsbereitschaft. Es kann mehr nötig sein, die Atmung kann tiefer und länger gedämpft sein, Histaminwirkungen sind möglich. Die nächste Dosis Naltrexon nicht geben.',
  ],
  operation: [
    'Geplante Operation:',
    'Die verordnende Person legt den Tag der letzten Dosis fest; üblich sind 72 Stunden vorher, Zusammenfassungen des Konsenses nennen 2 bis 4 Tage. Nach einem Opioid werden die opioidfreien Tage neu gezählt, bevor es wieder begonnen wird.',
  ],
  'before-starting': [
    'Vor dem Beginn und jedem Neubeginn:',
    '7 bis 10 ganze Tage ohne kurz wirkendes Opioid; 14 Tage nach Methadon, Buprenorphin, Pflastern oder Retardformen; nach einem Depot länger, nach ärztlicher Entscheidung.',
  ],
  after: [
    'Nach dem Absetzen lässt die Blockade nach.',
    'Wer früher Opioide nahm, reagiert dann vielleicht auf weniger als gewohnt: Eine früher übliche Menge kann töten. Bitte darauf hinweisen und an griffbereites Naloxon denken, wo Opioide genommen wurden.',
  ],
  stopping: [
    'Es kann an jedem Tag abgesetzt werden.',
    'Es macht nicht abhängig, und die Dosis muss nicht schrittweise gesenkt werden.',
  ],
};

export const letterWords: LetterWords = {
  language: 'de',
  finding: findingWords,
  chart: chartWords,
  evidence: evidenceWords,
  screening: {
    finding: findingSentence,
    severity: { hard: 'Spricht dagegen', soft: 'Abzuwägen', info: 'Zu beachten' },
  },
  picture,
  title: {
    course: 'Niedrig dosiertes Naltrexon: der Verlauf bei einer Person',
    request: 'Niedrig dosiertes Naltrexon: eine Anfrage',
  },
  section: {
    asked: 'Worum Sie gebeten werden',
    why: 'Wer und warum',
    plan: 'Der Plan, und was genommen wurde',
    picture:
      'Punkte: Tage mit Eintrag. Kreuze: zu krank für einen Eintrag. Lücken: kein Eintrag. Blaue Linie und Band: wahrscheinlicher Verlauf (90 %); gestrichelt: dieselben Tage ohne das Medikament.',
    'picture-plain': 'Punkte: Tage mit Eintrag. Kreuze: zu krank für einen Eintrag. Lücken: kein Eintrag.',
    finding: 'Was das Tagebuch sagt',
    'side-effects': 'Nebenwirkungen und offene Punkte',
    screening: 'Sicherheitsfragen',
    diary: 'Das Tagebuch bisher, ohne das Medikament',
    what: 'Was es ist, und was nicht',
    safety: 'Sicherheitskarte',
    evidence: 'Was Studien fanden',
    references: 'Quellen',
  },
  date: longDate,
  head: ({ day, label, patientName, addressee, clinic }) => [
    ['An', addressee ?? 'alle Ärztinnen und Ärzte, die diese Person behandeln'],
    [
      'Über',
      patientName === undefined
        ? `die Patientin oder den Patienten des Falls ${label}`
        : `${patientName} (Fall ${label})`,
    ],
    ['Von', clinic ?? 'der betroffenen Person, die diese Akte allein führt'],
    ['Datum', day],
  ],
  synthetic: 'VORFÜHRUNG: eine erfundene Person. Betrifft niemanden.',
  foot: (label, day) =>
    `Fall ${label}, erstellt am ${day} aus der Akte. Die Auswertung eines Tagebuchs; sie gibt keinen Rat und ändert keine Dosis.`,
  page: (page) => `Seite ${page} von 2`,
  leftOut: (count) =>
    `${count} weitere ${count === 1 ? 'fehlt' : 'fehlen'} hier aus Platzmangel; die Akte enthält alles.`,

  asked: {
    course: [
      'Bitte geben Sie kein Opioid, solange dies genommen wird (Seite 2). Im Notfall behandeln wie eine Person unter Naltrexon.',
      'Bitte sagen Sie der verordnenden Person, wenn es neue Medikamente, eine geplante Operation, eine Schwangerschaft oder Zeichen einer Leberstörung gibt.',
      'Falls Sie gebeten werden, die Verordnung zu übernehmen: Was unterschrieben, genommen und gefunden wurde, steht unten. Ob, entscheiden Sie und die betroffene Person.',
    ],
    request: [
      'Spricht etwas in der Vorgeschichte oder bei den Medikamenten dagegen?',
      'Könnten Sie einen Verlauf mit Ende erwägen: vorher Tests, vorher und währenddessen das Tagebuch, und ein Tag, an dem beurteilt wird?',
      'Wenn nicht: Was müssten Sie sehen, oder wen würden Sie fragen?',
      'Würden Sie Leber- und Nierenwerte prüfen, falls sie nicht bekannt sind?',
    ],
  },
  inShort: 'Kurz:',
  verdicts: (findings) =>
    `${findings.map(({ outcome, verdict }) => `${outcomeName(outcome.label)}: ${findingWords.verdictName[verdict]}`).join('; ')} (${[...new Set(findings.map(({ grade }) => findingWords.gradeName[grade]))].join(', ')}).`,
  why: (indications, kind, taking) => {
    const reasons = indications.length === 0 ? 'keine Diagnose eingetragen' : indications.map(indication).join('; ');
    return kind === 'course'
      ? `Diese Person ${taking ? 'nimmt' : 'nahm'} niedrig dosiertes Naltrexon außerhalb der Zulassung, nach einem Plan mit Stufen, mit Regeln zum Halten und Absetzen und mit einem täglichen Tagebuch. Eingetragener Grund: ${reasons}.`
      : `Diese Person fragt, ob niedrig dosiertes Naltrexon in Frage kommt. Nach einem Plan nimmt sie hier keines. Eingetragener Grund: ${reasons}.`;
  },
  stands: (dose, since) => {
    const from = since === undefined ? '' : ` seit ${longDate(since)}`;
    return dose === undefined
      ? `Jetzt: nur Tagebuch, noch kein Medikament${from}.`
      : `Jetzt: ${formatDose(dose)} einmal täglich${from}.`;
  },
  noPlan: {
    'no-plan-signed': () => 'Es ist kein Plan unterschrieben. Es ist nichts zu nehmen.',
    'plan-waits-for-second-signature': () => 'Der Plan wartet auf eine zweite Unterschrift. Noch ist nichts zu nehmen.',
    'plan-not-yet-valid': () => 'Der Plan beginnt erst an seinem ersten Tag.',
    'plan-past-its-last-day': () =>
      'Jetzt: Der letzte Tag des Plans ist vorbei. Bis ein neuer unterschrieben ist, ist keine Dosis zu nehmen.',
    'plan-was-ended': (on) => `Jetzt: Der Plan wurde${since(on)} beendet. Es ist keine Dosis zu nehmen.`,
    'therapy-stopped': (on) => `Jetzt: abgesetzt${since(on)}. Es ist keine Dosis zu nehmen.`,
    'in-blinded-trial': () => 'Jetzt: in einer verblindeten Studie. Im Notfall behandeln wie unter Naltrexon.',
    'trial-over': () =>
      'Jetzt: Eine verblindete Studie ist vorbei. Bis ein neuer Plan unterschrieben ist, ist keine Dosis zu nehmen.',
    'case-not-open': () => 'Jetzt: Der Fall ist geschlossen.',
  },
  plan: ({ steps, timeOfDay, ceiling }, validFrom, validTo) =>
    `Stufen ${steps.map(({ dose }) => formatDose(dose)).join(', ')}, einmal täglich ${timeOfDay === 'evening' ? 'abends' : 'morgens'}; nie über ${formatDose(ceiling)}; gültig ${longDate(validFrom)} bis ${longDate(validTo)}.`,
  rules: ({ rules: { hold, stepDown, evaluation } }) =>
    `Gehalten bei einer Nebenwirkung ab Grad ${hold.sideEffectGrade} oder wenn der Schlaf in ${hold.sleepWorseNights} von ${hold.sleepWindowNights} Nächten um ${hold.sleepWorsePoints} Punkte schlechter ist; eine Stufe zurück, wenn sie ${dayCount(stepDown.afterDays)} anhält; sofort abgesetzt bei einem Opioid, Zeichen von Entzug, Gelbsucht, Atemnot oder Ausschlag, Gedanken an Selbsttötung oder Schwangerschaft. Nicht beurteilt vor ${dayCountDative(evaluation.minimumDays)} mit einer Dosis. Jede Stufe geht ein Mensch; nichts ändert sich von selbst.`,
  signed: (names, on) => `Unterschrieben von ${names.join(' und ')}, ${longDate(on)}.`,
  notSignedHere: (prescribedBy) =>
    prescribedBy === undefined
      ? 'NICHT HIER UNTERSCHRIEBEN.'
      : `NICHT HIER UNTERSCHRIEBEN: von der betroffenen Person abgeschrieben, verordnet anderswo von ${prescribedBy}.`,
  stretchHead: ['Tage', 'Geplant', 'Wirklich genommen'],
  stretch: ({ from, to, planned, days, taken, other, notTaken, unknown }) => {
    const dose = planned === undefined ? 'kein gültiger Plan' : planned === 0 ? 'nur Tagebuch' : formatDose(planned);
    const parts =
      planned === 0 || planned === undefined
        ? [taken + other > 0 ? `eine Dosis an ${dayCountDative(taken + other)}` : 'keine Dosis eingetragen']
        : [
            `wie geplant an ${taken} von ${dayCountDative(days)}`,
            ...(other > 0 ? [`andere Dosis an ${other}`] : []),
            ...(notTaken > 0 ? [`nicht genommen an ${notTaken}`] : []),
            ...(unknown > 0 ? [`nicht bekannt für ${unknown}`] : []),
          ];
    return [span(from, to), dose, capital(parts.join('; '))];
  },
  noDiary: 'Noch kein Tag im Tagebuch.',
  noFinding: 'Noch kein Ergebnis: Es sind nicht genug Tage.',
  summary: ({ from, to, days, kept }) => `${span(from, to)}: Eintrag an ${kept} von ${dayCountDative(days)}.`,
  symptom: ({ outcome, logged, tooIll, mean, lowest, highest }) => {
    const ill = tooIll > 0 ? `, an ${tooIll} zu krank für eine Angabe` : '';
    return `${outcomeName(outcome.label)} (0 bis 10, 10 ist am schlimmsten): Mittel ${one(mean)}, von ${lowest} bis ${highest}, ${dayCount(logged)}${ill}.`;
  },
  complaint: ({ name, times, grade, first, last }) => {
    const often = times === 1 ? '' : `, ${times}-mal`;
    const when = last === undefined ? `seit ${longDate(first)}, nicht vorbei` : span(first, last);
    return `${capital(sideEffectInWords(name))}, ${times === 1 ? '' : 'höchstens '}${GRADE[grade]}${often}, ${when}.`;
  },
  noSideEffects: 'Keine eingetragen. Nichts ist offen.',
  redFlag: (rule, on, clearedOn) =>
    `Warnzeichen am ${longDate(on)}: ${STOP_RULE[rule]}${clearedOn === undefined ? '; noch nicht geklärt' : `; geklärt am ${longDate(clearedOn)}`}.`,
  against: (sentence) => `Spricht dagegen: ${sentence}`,
  reported: (what, text, on) =>
    `${what === 'new-medicine' ? 'Neues Medikament, noch nicht angesehen' : 'Geplante Operation'}, gemeldet am ${longDate(on)}${text === '' ? '' : `: ${text}`}.`,
  wished: (wish, on) => `Bitte vom ${longDate(on)} ${WISH[wish]}; noch nicht beantwortet.`,
  waiting: (test, on) => `Test angefordert am ${longDate(on)}, noch kein Ergebnis: ${test}.`,
  medicines: (medicines, more) => {
    if (medicines.length === 0) return 'Medikamente: keine eingetragen.';
    const listed = medicines.map(({ text, use }) => `${text} (${useText(use)})`).join('; ');
    return `Medikamente: ${listed}${more > 0 ? `; ${more} weitere fehlen hier` : ''}.`;
  },
  answered: (on, count) => `${count} Fragen beantwortet am ${longDate(on)}.`,
  neverAnswered: 'Die Sicherheitsfragen sind noch nicht beantwortet.',
  screeningClear:
    'Nach diesen Regeln wurde nichts gefunden, das dagegen spricht. Sie ersetzen nicht Ihr eigenes Urteil.',
  laboratory: (liver, egfr) =>
    `Leberwert: ${liver === undefined ? 'nicht bekannt' : `das ${withComma(liver)}-Fache der oberen Grenze`}. eGFR: ${egfr === undefined ? 'nicht bekannt' : `${withComma(egfr)} mL/min/1,73 m²`}.`,

  what: [
    'Naltrexon ist mit 50 mg bei Abhängigkeit von Alkohol oder Opioiden zugelassen. Mit etwa einem Zehntel davon wird es außerhalb der Zulassung bei Schmerz und Fatigue genommen, hergestellt von einer Apotheke.',
    'Für die durchschnittliche Person ist ein Nutzen gegen Schmerz nicht gezeigt: Die zwei größten verblindeten Studien fanden keinen gegenüber Placebo. Dass es einzelnen hilft, ist nicht ausgeschlossen und nicht belegt.',
    'Es ist kein Schmerzmittel für den Bedarf und ersetzt keines. Wirkungen kommen, wenn überhaupt, über Wochen.',
    'Das Tagebuch trennt den natürlichen Verlauf nur zum Teil vom Medikament; „nicht eindeutig“ ist eine übliche Antwort.',
  ],
  safety,
  operationOn: (on, holdFrom) =>
    `Geplant für ${longDate(on)}${holdFrom === undefined ? '' : `: keine Dosis ab ${longDate(holdFrom)}, außer die verordnende Person legt einen anderen Tag fest`}.`,
  evidenceLead:
    'Im Durchschnitt ist kein Nutzen gegen Schmerz gezeigt: Die zwei größten verblindeten Studien fanden keinen gegenüber Placebo.',
  evidenceHead: ['Studie, Personen, Dosis', 'Gefunden', 'Wie verglichen wurde'],
  evidenceNote: (iso) =>
    `Gelesen in Kurzfassungen, Tabellen und Registern. ${evidenceWords.looked(iso)} Änderungen des Schmerzes in Punkten einer Skala von 0 bis 10, wenn nichts anderes dasteht.`,
};
