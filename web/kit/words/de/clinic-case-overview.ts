/** The overview of a case, in German. No sentence here moves a dose; a person does (H11, H16). */
import { formatConcentration } from '../../../../src/medicine/concentration.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { clinicOverviewWords as english } from '../en/clinic-case-overview.ts';
import { courseWords } from './course.ts';
import { longDate } from './number.ts';
import { say, TAKE, takeInWords } from './plan.ts';

const FORM = { capsule: 'Kapsel', tablet: 'Tablette' } as const;

export const clinicOverviewWords: typeof english = {
  look: 'Zum Ansehen',
  nothing: 'Nichts wartet darauf, angesehen zu werden.',
  rules: {
    hold: 'Die Regel des Plans sagt: diese Dosis halten.',
    'step-down': 'Die Regel des Plans sagt: zurück zur Dosis davor.',
    stop: 'Die Regel des Plans sagt: nichts mehr nehmen.',
  },
  moves: 'Heute möglich',
  noMoves: 'Heute ist keine Änderung möglich.',
  against: 'Dagegen spricht, höher zu gehen',
  inFavour: 'Dafür spricht, höher zu gehen',
  standing: 'Steht jeder Änderung im Weg',
  move: {
    hold: (dose) => `Bei ${dose} halten`,
    'hold-baseline': 'Ohne den Wirkstoff bleiben',
    start: (dose) => `Mit ${dose} beginnen`,
    'step-up': (dose) => `Auf ${dose} erhöhen`,
    'step-down': (dose) => `Auf ${dose} senken`,
    stop: 'Den Wirkstoff absetzen',
  },
  confirm: {
    heading: (label) => `Die Dosis von ${label} ändern?`,
    hold: (dose) => `Es bleibt bei: ${dose}. Dass jemand so entschieden hat, kommt in die Akte.`,
    change: (from, to) => `Von ${from} auf ${to}, ab heute.`,
    stop: (from) => `Von ${from} auf nichts, ab heute. Nur ein neu unterschriebener Plan öffnet den Wirkstoff wieder.`,
    who: (name) => `Patientin oder Patient: ${name}`,
    records: 'Ihr Name und die Gründe oben kommen in die Akte.',
    no: 'Nichts ändern',
  },
  taken: (dose) => `Eingetragen. Ab heute: ${dose}.`,
  stopped: 'Eingetragen. Der Wirkstoff ist abgesetzt.',
  products: 'Vorhanden',
  noProducts: 'Was die Patientin oder der Patient zur Hand hat, ist nicht eingetragen.',
  take: (dose, what) => `${dose} = ${what}`,
  product: ({ product, usableUntil }) =>
    `${product.form === 'liquid' ? `Lösung ${formatConcentration(product.concentration)}` : `${FORM[product.form]} zu ${formatDose(product.strength)}`}${usableUntil === undefined ? '' : `, zu verwenden bis ${longDate(usableUntil)}`}`,
  takeInWords,
  takeRefused: (fault) => say(TAKE, fault),
  chart: courseWords,
  course: 'Verlauf',
  symptom: 'Beschwerde',
  range: 'Gezeigt',
  ranges: { 28: '4 Wochen', 84: '12 Wochen', all: 'der ganze Verlauf' },
  noDays: 'Noch kein Tag wurde eingetragen. Das Bild beginnt mit dem ersten.',
  sideEffects: 'Nebenwirkungen nach Tagen seit der letzten Änderung der Dosis',
  noSideEffects: 'Keine Nebenwirkung wurde gemeldet.',
  completeness: 'Wie vollständig das Tagebuch ist',
  whole: {
    head: ['In den letzten 28 Tagen', 'Tage'],
    kept: 'Tag eingetragen',
    tooIll: 'davon zu krank für einen Eintrag',
    scored: (symptom) => `${symptom} beantwortet`,
    dose: 'Zur Dosis etwas gesagt, genommen oder nicht',
    taken: 'Dosis wie geplant genommen',
    of: (count, days) => `${count} von ${days}`,
  },
  wholeHelp: 'Ein Tag ohne Eintrag ist weder ein guter noch ein schlechter Tag. Man weiß es nicht.',
  strengths: 'Herzustellen',
  strengthsHelp: 'Dosen von Plänen, die gelten oder darauf warten. Anderes aus dem Fall wird Ihnen nicht gezeigt.',
  strengthsHead: ['Dosen', 'Von', 'Bis', 'Plan'],
  planStatus: {
    drafted: 'Entwurf',
    'half-signed': 'wartet auf die zweite Unterschrift',
    'in-force': 'gilt',
    superseded: 'durch einen neueren ersetzt',
    ended: 'beendet',
  },
  noStrengths: 'Noch kein Plan wurde unterschrieben.',
  outcome: { pain: 'Schmerz', fatigue: 'Fatigue', sleep: 'Schlaf' },
};
