/** A blinded trial in the clinic's page, in German: design, signature, sealing, conduct and opening (H13, H14, H19). */
import { formatDose } from '../../../../src/medicine/dose.ts';
import { DEVIATIONS, STOP_WHYS } from '../../../../src/records/event-trial.ts';
import type { TrialPhase } from '../../../../src/records/trial-state.ts';
import type { DesignKind } from '../../../../src/trial/design.ts';
import type { clinicTrialWords as english } from '../en/clinic-trial.ts';
import { say } from '../say.ts';
import { dateInWords } from './clinic-case.ts';
import { trialPharmacyWords } from './clinic-trial-pharmacy.ts';
import { dayCount, longDate, lowerOrHigher, outOf100, points, rangeInWords } from './number.ts';
import { signatureWords } from './signature.ts';
import { DEVIATION, TRIAL_STOP } from './trial-events.ts';
import { PROTOCOL_FAULT } from './trial-fault.ts';
import { armInWords, DESIGN_KIND, escapeInWords, inHundred, OUTCOME, protocolInWords } from './trial-sentences.ts';

const KIND_HELP: Readonly<Record<DesignKind, string>> = {
  'paired-blocks': 'Placebo und eine Dosis, immer wieder. Sagt für seine Länge am meisten.',
  'dose-finding':
    'Placebo und mehrere Dosen in jedem Block. Lang; für alle, die wissen, dass es hilft, und nicht, bei welcher Dosis.',
  'randomised-start': 'Zuerst Placebo, die Dosis ab einem verborgenen Tag. Für alle, die noch nicht begonnen haben.',
  'randomised-withdrawal':
    'Zuerst die Dosis, Placebo ab einem verborgenen Tag. Für alle, denen es damit gut zu gehen scheint.',
};

const PHASE: Readonly<Record<TrialPhase, string>> = {
  designed: 'Entwurf: Er bindet niemanden.',
  signed: 'Unterschrieben. Die Patientin oder der Patient hat noch nicht zugestimmt.',
  consented: 'Die Zustimmung liegt vor. Die Reihenfolge ist noch nicht ausgelost.',
  sealed: 'Die Reihenfolge ist ausgelost und versiegelt. Er hat noch nicht begonnen.',
  ready: 'Der erste Tag steht fest.',
  running: 'Läuft.',
  over: 'Zu Ende, und noch versiegelt.',
  opened: 'Geöffnet.',
  dropped: 'Vor dem Beginn aufgegeben.',
};

const NEXT: Readonly<Record<TrialPhase, string>> = {
  designed: 'Als Nächstes: Eine verordnende Person liest ihn gegen und unterschreibt.',
  signed: 'Als Nächstes: Die Patientin oder der Patient liest ihn auf der eigenen Seite und stimmt zu oder nicht.',
  consented: 'Als Nächstes: Die Reihenfolge wird ausgelost und versiegelt.',
  sealed:
    'Als Nächstes: Die Apotheke gibt die Packungen des ersten Blocks ab; dann setzt eine verordnende Person Tag 1.',
  ready: 'Bis dahin gilt der Plan.',
  running: 'Eine Kapsel am Tag aus der Packung des Abschnitts. Der Plan ruht.',
  over: 'Aus dem Versuch wird nichts mehr genommen. Bis ein Plan unterschrieben ist, wird keine Dosis gezeigt.',
  opened: 'Was folgt, ist ein Plan: Die Antwort ändert keine Dosis.',
  dropped: '',
};

const pointCount = (value: number): string => `${String(value).replace('.', ',')} ${value === 1 ? 'Punkt' : 'Punkte'}`;
const numbered = (periods: readonly number[]): string => periods.map((period) => period + 1).join(', ');

export const clinicTrialWords: typeof english = {
  ...signatureWords,
  heading: 'Verblindeter Versuch',
  none: 'Ein versiegelter Vergleich mit Placebo innerhalb der Therapie. Nur so lässt sich hier das Medikament von Hoffnung und Zeit trennen. Es ist noch keiner entworfen.',
  needsPlan: 'Ein Versuch vergleicht Dosen des unterschriebenen Plans. Es gilt kein Plan.',
  design: 'Einen Versuch entwerfen',
  redesign: 'Am Entwurf weiterarbeiten',
  toSign: 'Gegenlesen und unterschreiben',
  earlier: (count) => `Frühere Versuche (${count})`,
  phase: PHASE,
  next: NEXT,
  back: 'Zurück zum Versuch',
  lost: 'Diese Seite des Versuchs gibt es nicht oder nicht mehr.',
  protocol: 'Das Protokoll',
  protocolInWords,
  purposeIs: (text) => `Warum gefragt wird: ${text}`,
  outcome: OUTCOME,
  faultSentence: (fault) => say(PROTOCOL_FAULT, fault),

  editor: 'Entwurf',
  kind: 'Art des Versuchs',
  kinds: DESIGN_KIND,
  kindHelp: KIND_HELP,
  dose: 'Dosis, die mit Placebo verglichen wird',
  doses: 'Dosen, die mit Placebo verglichen werden',
  dosesHelp: 'Die des unterschriebenen Plans, bis zu seiner Obergrenze.',
  rise: 'Größter Anstieg von einem Abschnitt zum nächsten',
  riseHelp: 'Abwärts geht es immer.',
  weeks: 'Länge eines Abschnitts',
  weeksHelp: 'Mindestens vier Wochen: Ein Medikament, das Wochen braucht, zeigt in weniger kaum etwas.',
  weekCount: (weeks) => `${weeks} Wochen`,
  blocks: 'Wie oft Placebo und jede Dosis aufeinander folgen',
  blocksHelp: 'Mehr sagt mehr und dauert länger.',
  periods: 'Zahl der Abschnitte',
  periodsHelp: 'Der Wechsel kommt an der Grenze von zweien.',
  leftOut: 'Erste Tage jedes Abschnitts, die wegbleiben',
  leftOutHelp: 'Solange das Medikament kommt oder geht, sagen die Tage wenig.',
  leftOutCount: (days) => (days === 0 ? 'keine: dem Modell überlassen' : dayCount(days)),
  spare: 'Ersatzkapseln in jeder Packung',
  spareHelp: 'Falls eine Packung früher geöffnet wird oder eine Kapsel verloren geht.',
  question: 'Die Frage',
  primary: 'Die eine Beschwerde, die entscheidet',
  primaryHelp: 'Die anderen werden berichtet und sind nie das Urteil.',
  primaryDose: 'Die eine Dosis, die entscheidet',
  worthwhile: 'Änderung, die sich lohnen würde',
  worthwhileHelp: 'In Punkten von 0 bis 10, wie die Patientin oder der Patient es sieht.',
  pointCount,
  settledAt: 'Entschieden, wenn so viel auf einer Seite liegt',
  settledAtHelp: 'Mehr verlangt mehr Tage und irrt seltener.',
  inHundred,
  escape: 'Früher beenden',
  escapeHelp: 'Beenden geht immer. Eine Regel bietet es zusätzlich an.',
  escapeIs: 'Wer bietet es an',
  escapes: { rule: 'eine Regel bietet es an', wish: 'nur der eigene Wunsch' },
  escapeOutcome: 'Beschwerde',
  escapeScore: 'Wert',
  orMore: (score) => (score === 10 ? '10' : `${score} oder mehr`),
  escapeDays: 'Tage in Folge',
  dayCount,
  purpose: 'Warum das gefragt wird',
  purposeHelp: 'Ein oder zwei Sätze, auch für die Patientin oder den Patienten und den Bericht. Nennen Sie niemanden.',
  faults: (count) => (count === 1 ? 'Eines steht im Weg.' : `${count} Dinge stehen im Weg.`),
  save: 'Entwurf speichern, dann gegenlesen',
  keptHere: 'Ihre Auswahl bleibt in diesem Browserfenster, bis sie gespeichert ist.',
  forget: 'Meine Auswahl vergessen',

  power: 'Was er sagen könnte',
  powerWaits: 'Wird berechnet …',
  powerTable: 'Was er sagen könnte: Tabelle',
  powerNone: 'Für einen Entwurf, den es so nicht geben kann, lässt sich nichts berechnen.',
  powerFrame: (days, sequences) =>
    `Zusammen ${dayCount(days)}. ${sequences} Reihenfolgen sind möglich, jede gleich wahrscheinlich.`,
  powerLead: (dose, settledAt) =>
    `Wäre die wahre Änderung bei ${formatDose(dose)} wie in der ersten Spalte, dann wären von 100 solchen Versuchen so viele entschieden, bei mehr als ${inHundred(settledAt)}.`,
  powerHead: ['Wahre Änderung', 'Als besser entschieden', 'Offen geblieben', 'Als schlechter entschieden'],
  effect: (effect) => `${pointCount(Math.abs(effect))} besser`,
  onsetLead: 'Wie viel von einem wahren Unterschied die Abschnitte behalten, wenn das Medikament kommt und geht in',
  onset: (days, share) => `${dayCount(days)}: ${Math.round(100 * share)}\u00a0%`,
  powerLimits: (kept, leftOut) =>
    `Grob. Angenommen ist, dass ${inHundred(kept)} Tagen eingetragen werden${leftOut > 0 ? ` und die ersten ${leftOut} jedes Abschnitts wegbleiben` : ''}; wie Werte schwanken, gilt als bekannt. Wie schnell niedrig dosiertes Naltrexon wirkt, ist nicht bekannt.`,

  readBack: 'Gegenlesen',
  youSign: 'Das unterschreiben Sie',
  forWhom: 'Patientin oder Patient',
  caseLabel: 'Fall',
  cannot: 'Noch kann nicht unterschrieben werden. Im Weg steht:',
  settledOnce: 'Nach der Unterschrift ändert sich daran nichts mehr, auch nicht, was als Antwort gilt.',
  sign: 'Dieses Protokoll unterschreiben',
  analysisIs: (revision) =>
    `Beantwortet wird mit Modell ${revision} und den Vorannahmen, deren Prüfsumme im Protokoll steht.`,

  stages: 'Wie weit er ist',
  designedBy: (who) => `Entworfen von ${who}`,
  signedBy: (who, moment, method) =>
    `Unterschrieben von ${who}, ${moment}, mit ${method === 'passkey' ? 'Passkey' : 'Passwort'}`,
  agreed: (on) => `Zustimmung am ${dateInWords(on)}`,
  withdrawn: (on) => `Zustimmung zurückgenommen am ${dateInWords(on)}`,
  sealedAt: (moment) => `Reihenfolge ausgelost und versiegelt, ${moment}`,
  kitsOut: (out, all) => `${out} von ${all} Packungen abgegeben`,
  begins: (on, last) => `Tag 1: ${dateInWords(on)}. Letzter Tag: ${dateInWords(last)}`,
  stoppedOn: (on, why, who) => `Früher beendet am ${dateInWords(on)} durch ${who}: ${why}`,
  openedOn: (on, who) => `Geöffnet am ${dateInWords(on)} durch ${who}`,
  droppedOn: (on, who) => `Aufgegeben am ${dateInWords(on)} durch ${who}`,
  commitment: 'Festlegung',
  commitmentHelp:
    'Eine Prüfsumme über Reihenfolge, Packungen, Protokoll und eine Zufallszahl. Jetzt verrät sie nichts. Bei der Öffnung beweist sie, dass nichts geändert wurde.',

  drop: 'Diesen Versuch aufgeben',
  dropHelp: 'Er hat nicht begonnen. Der Plan gilt weiter, wie er ist.',
  dropButton: 'Aufgeben',

  sealing: 'Reihenfolge auslosen und versiegeln',
  sealingHelp:
    'Der Server lost die Reihenfolge aus und verschlüsselt sie nur für die Apotheke. Sonst kann sie niemand lesen, auch Sie nicht. Ihre Prüfsumme steht von da an in der Akte.',

  start: 'Tag 1 setzen',
  startHelp:
    'Von da an tritt der Versuch an die Stelle des Plans. Sicherheitsprüfung und Packungen werden noch einmal geprüft.',
  firstDay: 'Tag 1',
  startButton: (day) => `Beginnen am ${day}`,

  periodsKept: 'Wie er geführt wird',
  periodsLead: 'Was ein Abschnitt enthält, weiß niemand, der diese Seite lesen kann.',
  periodHead: ['Abschnitt', 'Packung', 'Tage', 'Kapsel genommen', 'Nicht genommen', 'Ohne Angabe', 'Mit Wert'],
  periodDays: (from, to) => `${dateInWords(from)} bis ${dateInWords(to)}`,
  ofDays: (some, all) => `${some} von ${all}`,
  underHalf: 'Ein Abschnitt mit Werten an weniger als der Hälfte seiner Tage gibt kein Urteil.',
  notBegun: 'Noch kein Tag davon ist gewesen.',
  guessesDue: (periods) =>
    `Die Patientin oder der Patient wird gefragt, was in Abschnitt ${numbered(periods)} genommen wurde. Die Antwort steht hier nicht.`,
  escapeMet: (rule) =>
    `Die Regel zum früheren Ende trifft zu: ${escapeInWords(rule)}. Sie bietet es an; ein Mensch entscheidet.`,
  kitsMissing: (block) => `Die Packungen des nächsten Blocks sind noch nicht abgegeben: ${block}.`,

  deviations: 'Nicht nach Protokoll',
  noDeviations: 'Nichts vermerkt.',
  deviation: DEVIATION,
  deviationKinds: DEVIATIONS,
  deviationWhat: 'Was geschah',
  deviationOn: 'Am',
  deviate: 'Vermerken',
  deviationLine: (on, what, who) => `${dateInWords(on)}: ${what}, vermerkt von ${who}`,

  stop: 'Den Versuch beenden',
  stopHelp:
    'Von heute an wird keine Kapsel mehr genommen, und bis ein Plan unterschrieben ist, wird keine Dosis gezeigt.',
  stopWhy: 'Warum',
  stopWhys: STOP_WHYS,
  stopWord: TRIAL_STOP,
  stopButton: 'Versuch beenden',

  code: 'Notfall: Was enthält eine Packung?',
  codeHelp:
    'In jedem Fall wie unter Naltrexon behandeln: Das ist sicher, was auch immer die Packung enthält. Den Code nur brechen, wenn das Wissen etwas ändert.',
  codePeriod: 'Abschnitt',
  codePeriodOf: (period, kit) => `Abschnitt ${period + 1}, Packung ${kit}`,
  codeReason: 'Warum es bekannt sein muss',
  codeButton: 'Code dieses Abschnitts brechen',
  codeTold: 'Was die Packung enthält',
  codeHolds: (period, kit, dose) =>
    dose === 0
      ? `Abschnitt ${period + 1}, Packung ${kit}: Placebo, kein Wirkstoff.`
      : `Abschnitt ${period + 1}, Packung ${kit}: ${formatDose(dose)} Naltrexon in jeder Kapsel.`,
  codeStands:
    'Das wird einmal gezeigt. Dass der Code gebrochen wurde, steht mit Ihrem Namen in der Akte; was er enthält, nicht. In jedem Fall wie unter Naltrexon behandeln.',
  codeBroken: (period, on, who) =>
    `Der Code von Abschnitt ${period + 1} wurde am ${dateInWords(on)} gebrochen, durch ${who}.`,
  closeIt: 'Ich habe es gelesen',

  opening: 'Den Versuch öffnen',
  openingHelp:
    'Was jede Packung enthielt, erfahren alle, die den Fall lesen dürfen. Es lässt sich nicht wieder schließen.',
  openingButton: 'Jetzt öffnen',
  notYet: 'Er kann noch nicht geöffnet werden:',
  stillRuns: (last) => `Sein letzter Tag ist der ${dateInWords(last)}.`,
  guessesWaited: (periods) =>
    `Die Patientin oder der Patient darf noch sagen, was vermutlich genommen wurde: Abschnitt ${numbered(periods)}.`,
  held: 'Was die Packungen enthielten',
  heldHead: ['Abschnitt', 'Packung', 'Tage', 'Enthielt'],
  arm: armInWords,
  fits: 'Es passt zur Festlegung, die vor Tag 1 in der Akte stand: Seitdem wurde nichts geändert.',
  proof: 'Zum Nachrechnen von Hand',
  proofHelp: 'Der Bericht sagt, wie. Die Festlegung, dann die Zufallszahl:',

  answer: 'Die Antwort',
  answerWaits: 'Die Antwort wird berechnet …',
  contrasts: {
    caption: (contrasts) => ({
      title: 'Verblindete Vergleiche mit Placebo, je eine Zeile',
      description: `${contrasts
        .map(
          ({ name, outcome: { scale }, change: { mean, quantiles: q } }) =>
            `${name}: ${lowerOrHigher(mean, scale)}, 90-%-Bereich ${rangeInWords(q['0.05'], q['0.95'], scale)}`,
        )
        .join('; ')}. Besser liegt links.`,
    }),
    points,
    chance: outOf100,
    noChange: 'keine Änderung',
    worthwhile: 'lohnend',
    better: 'besser',
    worse: 'schlechter',
    head: [
      'Vergleich',
      'Änderung',
      '90\u2011%\u2011Bereich',
      'Chancen, dass es besser ist',
      'Chancen, dass es sich lohnt',
    ],
  },
  report: 'Der ganze Bericht',
  reportHelp: 'Nach der Liste CENT 2015: jeder Punkt ausgefüllt oder vermerkt.',
  reportPdf: 'Als PDF speichern',
  reportJson: 'Als Daten speichern (JSON)',
  reportMaking: 'Bericht wird erstellt …',
  reportFile: 'titrial-versuchsbericht',
  toPlan: 'Den Plan schreiben, der folgt',

  day: longDate,
  pharmacist: trialPharmacyWords,
};
