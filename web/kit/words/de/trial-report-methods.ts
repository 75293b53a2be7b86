/**
 * Der Bericht einer verblindeten Studie auf Deutsch, Punkte 1 bis 12 und 23 bis 25 von CENT 2015: was gefragt, geplant,
 * versiegelt und vor Tag 1 festgelegt wurde. Sagt, was die Akte enthält; was sie nicht wissen kann, ergänzt die Praxis.
 */
import { inGroups, type TrialReport } from '../../../../src/report/trial/trial-report.ts';
import type { TrialWords } from '../../../../src/report/trial/trial-words.ts';
import type { DesignKind } from '../../../../src/trial/design.ts';
import { indication, letterWords } from './letter.ts';
import { dayCount, dayCountDative, longDate, outcomeName, pointsInWords } from './number.ts';
import { QUESTION_WORDS } from './screening.ts';
import { arm, shortly, verdict } from './trial-report-answer.ts';

type Say = TrialWords['say'];

const KIND: Readonly<Record<DesignKind, string>> = {
  'paired-blocks':
    'Gepaarte Blöcke: Jeder Block enthält Placebo und das Medikament, je eine Periode, in ausgeloster Reihenfolge.',
  'dose-finding':
    'Dosisfindung: Jeder Block enthält Placebo und jede Dosis, je eine Periode, in ausgeloster Reihenfolge.',
  'randomised-start': 'Ausgeloster Beginn: Placebo bis zu einer ausgelosten Periode, von da an das Medikament.',
  'randomised-withdrawal': 'Ausgelostes Absetzen: das Medikament bis zu einer ausgelosten Periode, von da an Placebo.',
};

const RESTRICTION: Readonly<Record<DesignKind, string>> = {
  'paired-blocks': 'Nach Blöcken von zwei Perioden: jeder Arm einmal in jedem Block.',
  'dose-finding': 'Nach Blöcken: jeder Arm einmal in jedem Block, und kein Schritt nach oben größer als im Protokoll.',
  'randomised-start': 'Nach dem Wechsel: Ausgelost wird nur, mit welcher Periode das Medikament beginnt.',
  'randomised-withdrawal': 'Nach dem Wechsel: Ausgelost wird nur, mit welcher Periode Placebo beginnt.',
};

/** "Placebo und 4.5 mg". */
export function arms({ protocol }: TrialReport): string {
  return ['Placebo', ...protocol.design.doses.map(arm)].join(', ').replace(/, ([^,]*)$/, ' und $1');
}

/** "6 Perioden von 28 Tagen, zusammen 168 Tage". */
export function lengths({ protocol, periods }: TrialReport): string {
  const { periodDays } = protocol.design;
  return `${periods.length} Perioden von ${dayCountDative(periodDays)}, zusammen ${dayCount(periods.length * periodDays)}`;
}

function runIn({ protocol }: TrialReport): string {
  const { how, days } = protocol.design.runIn;
  if (days === 0) return 'Keine ersten Tage sind ausgenommen.';
  return how === 'discarded'
    ? `Die ersten ${dayCount(days)} jeder Periode bleiben aus dem Vergleich.`
    : `Die ersten ${dayCount(days)} jeder Periode zählen; das Modell rechnet mit Wirkungseintritt und Nachwirkung.`;
}

const question = ({ answer }: TrialReport): string => outcomeName(answer.primary.outcome);

function designed(report: TrialReport): readonly string[] {
  const { design } = report.protocol;
  return [
    `${KIND[design.kind]} ${lengths(report)}; Arme: ${arms(report)}.`,
    `${runIn(report)} Zwischen den Perioden gibt es keine Auswaschzeit. Von einer Periode zur nächsten steigt die Dosis um höchstens ${arm(design.maximumRise)}.`,
  ];
}

function escapeRuleOf({ protocol: { escapeRule } }: TrialReport): string {
  if (!escapeRule) return 'Eine Ausstiegsregel gab es nicht; die Person konnte an jedem Tag aufhören.';
  const { outcome, atLeast, days } = escapeRule;
  return `Ausstiegsregel: Nach ${dayCountDative(days)} hintereinander mit ${outcomeName(outcome)} von ${atLeast} oder mehr wird der Person das Ende angeboten. Ein Mensch entscheidet; nichts endet von selbst. Aufhören konnte sie auch an jedem anderen Tag.`;
}

function interventions(report: TrialReport): readonly string[] {
  const { dispensed, periods, answer } = report;
  const { taken, days, assumed, fromOtherKit } = answer.taking;
  const made = dispensed.map(
    ({ kits, capsulesEach, filler, usableUntil, by, on }) =>
      `${longDate(on)}, durch ${by}: ${kits.length} Packungen mit je ${capsulesEach} Kapseln, Füllstoff ${filler}, verwendbar bis ${longDate(usableUntil)}.`,
  );
  return [
    `Eine Kapsel am Tag zum Schlucken aus der Packung der Periode, mit ${arms(report)}. Die Packungen tragen einen Code, der nichts über den Inhalt sagt: ${periods.map(({ kit }) => kit).join(', ')}.`,
    ...(made.length > 0 ? [`Abgegeben: ${made.join(' ')}`] : ['Eine Abgabe von Packungen steht nicht in der Akte.']),
    `Genommen an ${taken} von ${dayCountDative(days)}${assumed > 0 ? `; ${dayCount(assumed)} ohne Eintrag gelten wie der Tag davor` : ''}${fromOtherKit > 0 ? `; ${dayCount(fromOtherKit)} aus der Packung einer anderen Periode` : ''}.`,
  ];
}

function participant({ indications, conditions, medicines }: TrialReport): readonly string[] {
  return [
    `Eingetragene Diagnose: ${indications.length === 0 ? 'keine' : indications.map(indication).join('; ')}.`,
    conditions.length === 0
      ? 'Andere Krankheiten, nach denen gefragt wird: keine mit Ja beantwortet.'
      : `Bei den Sicherheitsfragen mit Ja beantwortet: ${conditions.map((each) => QUESTION_WORDS[each]).join(' ')}`,
    letterWords.medicines(medicines.slice(0, 12), Math.max(0, medicines.length - 12)),
  ];
}

/** Items of title, introduction, methods and the rest. */
export const METHODS = {
  '1a': () => ['Der Titel nennt sie eine N-of-1-Studie.'],
  '1b': (r) => [
    `Aufbau: eine Person im Vergleich mit sich selbst, in ausgeloster Reihenfolge und verblindet; ${lengths(r)}; ${arms(r)}.`,
    `Ergebnis: ${verdict(r)}`,
    `Bedeutung: ${shortly(r).join(' ')} Es gilt nur für diese Person.`,
  ],
  '2a.1': () => [letterWords.what[0] ?? '', letterWords.what[1] ?? ''],
  '2a.2': () => [
    'Ein Mittel über viele Menschen kann verdecken, dass es einigen hilft. Ein offenes Tagebuch trennt das Medikament nicht von Hoffnung und Zeit. Dieselbe Person, in ausgeloster Reihenfolge und verblindet, kann es.',
  ],
  '2b': (r) => [
    `Vor Tag 1 stand eine Frage fest: Ist ${question(r)} bei dieser Person unter ${arm(r.answer.primary.dose)} anders als unter Placebo? Zum Besseren entschieden ist sie, wenn die Chance einer Änderung zum Besseren über ${Math.round(r.answer.rule.settledAt * 100)} von 100 liegt, zum Schlechteren, wenn sie unter ${Math.round((1 - r.answer.rule.settledAt) * 100)} von 100 liegt. Das muss auch ohne Perioden gelten, in denen die Verblindung nicht hielt, und mit skeptischem Blick (12a).`,
    `Warum gefragt wurde: ${r.protocol.purpose}`,
  ],
  '3a': designed,
  '3b': (r) => [
    'Keine. Nach der Unterschrift ließ sich das Protokoll nicht ändern; was anders lief, ist eine Abweichung.',
    r.deviations.length === 0
      ? 'Eine Abweichung ist nicht eingetragen.'
      : `Eingetragene Abweichungen: ${r.deviations.length}.`,
  ],
  '4a': participant,
  '4b': (r) => [
    `Zu Hause: Die Person führt das Tagebuch auf dem eigenen Telefon. Betreuung: ${r.clinic ?? 'keine Praxis ist genannt'}.`,
  ],
  '4c': () => [],
  '5': interventions,
  '6a.1': (r) => [
    `Die eine Frage: ${question(r)}, einmal am Tag von 0 bis 10, 10 ist am schlimmsten. Eine lohnende Änderung: ${pointsInWords(r.protocol.rule.worthwhile, { minimum: 0, maximum: 10 })}.`,
    `Daneben, nie das Urteil: ${r.protocol.others.length === 0 ? 'nichts' : r.protocol.others.map(outcomeName).join(', ')}. Nebenwirkungen mit Namen und Schwere, wann immer es welche gab. Am Ende jeder Periode eine Vermutung, was sie enthielt.`,
  ],
  '6a.2': () => [
    'Tägliche Einschätzungen von 0 bis 10 in eigenen Worten. Solche Skalen sind bei Schmerz weit verbreitet; diese Worte sind nicht geprüft, und für tägliche Fatigue und Schlaf steht nicht fest, was eine lohnende Änderung ist. Bei Schmerz ist 1 Punkt „etwas besser“ (Salaffi 2004).',
  ],
  '6b': () => ['Keine: Die Beschwerden stehen im Protokoll, das vor Tag 1 festgeschrieben wurde.'],
  '7a': (r) => [`Die Länge stand im unterschriebenen Protokoll: ${lengths(r)}.`],
  '7b': (r) => ['Keine Zwischenauswertung: Vor dem Ende wurde nichts geöffnet.', escapeRuleOf(r)],
  '8a': (r) => [
    `Ja, damit Zeit und Hoffnung auf alle Arme gleich fallen. Gezogen hat der Server aus dem Zufall seines Betriebssystems, jede der ${r.sequences} zulässigen Reihenfolgen mit derselben Chance.`,
  ],
  '8b': (r) => [RESTRICTION[r.protocol.design.kind]],
  '8c': (r) => [`Wie gezogen: ${r.allocation.sequence.map(arm).join(', ')}.`],
  '9': (r) => [
    `Im Augenblick der Ziehung für den Schlüssel der Apotheke versiegelt. Der Fingerabdruck (SHA-256 über Reihenfolge, Packungen, Protokoll und eine Zufallszahl) steht seitdem in der Akte; Tag 1 war der ${longDate(r.firstDay)}. Wie man eines gegen das andere hält, steht unter „So lässt sich prüfen“.`,
  ],
  '10': (r) => [
    `Entworfen von ${r.designedBy}; unterschrieben von ${r.signed.by}, ${longDate(r.signed.on)}; gezogen vom Server in einem Schritt. Einwilligung der Person, ${longDate(r.consent.on)}. Begonnen von ${r.started.by}. Geöffnet von ${r.opened.by}, ${longDate(r.opened.on)}.`,
  ],
  '11a': (r) => [
    'Verblindet: die Person, die verordnende Person, die Koordination und die Verwaltung. Nicht verblindet: die Apotheke, durch ihre Packliste. Wem der Server mit seiner Schlüsseldatei gehört, hätte die Zuteilung öffnen können.',
    r.codeBroken.length === 0
      ? 'Kein Code wurde gebrochen.'
      : `Gebrochene Codes: ${r.codeBroken.map(({ period: place, by, on, reason }) => `Periode ${place + 1} durch ${by}, ${longDate(on)} (${reason})`).join('; ')}.`,
  ],
  '11b': (r) => [
    `Placebo und Medikament sollten gleich aussehen: gleiche Hülle, gleicher Füllstoff${r.dispensed[0] ? ` (${r.dispensed[0].filler})` : ''}, gleiche Anzahl. Wie gleich sie waren, hat niemand geprüft.`,
  ],
  '12a': (r) => [
    `Ein Modell aller täglichen Werte einer Beschwerde: Niveau, Drift, Wochenende und je Dosis eine stetige Änderung mit allmählichem Eintritt. Alle Aussagen gelten nach den Daten (a posteriori); Intervalle enthalten 90 %. Stand ${r.answer.engine.revision}; die Vorannahmen waren mit dem Protokoll festgeschrieben. Der skeptische Blick ist dasselbe Modell mit kleinen Wirkungen, doppelter Drift und ohne die ersten zwei Wochen.`,
  ],
  '12b': () => [],
  '12c': () => [
    'Eintritt und Nachwirkung haben eine Zeitkonstante, die mit der Wirkung geschätzt wird und in deren Intervall eingeht. Drift ist eine Gerade in der Zeit, das Wochenende ein Versatz, und Tage hängen zusammen (ein autoregressiver Teil neben dem Rauschen der Tage).',
  ],
  '23': () => [],
  '24': (r) => [
    `Das ganze Protokoll steht in der Akte und im JSON dieses Berichts. Sein SHA-256, ohne die Leerzeichen: ${inGroups(r.protocolHash, 16)}`,
  ],
  '25': () => [],
} as const satisfies Partial<Say>;
