/** German of the plan. */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { TitrationRules } from '../../../../src/medicine/titration.ts';
import type { PatientWords } from '../words.ts';
import { whenWords } from './patient-when.ts';

const { days, fullDay } = whenWords;
/** "2 Tagen", after a preposition. */
const ofDays = (n: number): string => (n === 1 ? '1 Tag' : `${n} Tagen`);

export const planWords: PatientWords['plan'] = {
  heading: 'Mein Plan',
  none: 'Heute gibt es keinen Plan, dem Sie folgen.',
  here: 'Hier sind Sie',
  place: {
    baseline: (day: number, of: number): string =>
      day <= of ? `Tag ${day} von ${of} ohne das Mittel.` : `Tag ${day} ohne das Mittel. Geplant waren ${of}.`,
    step: (day: number, least: number): string =>
      day <= least
        ? `Tag ${day} von mindestens ${least} mit dieser Dosis.`
        : `Tag ${day} mit dieser Dosis. Geplant waren mindestens ${least}.`,
  },
  steps: 'Stufen',
  step: {
    baseline: (n: number): string => `${days(n)} ohne das Mittel`,
    dose: (dose: string, least: number): string => `${dose}, mindestens ${days(least)}`,
    endline: (n: number): string => `am Ende ${days(n)} ohne das Mittel`,
  },
  ceiling: (dose: string): string => `Nie mehr als ${dose} am Tag.`,
  until: (date: LocalDate): string => `Gültig bis ${fullDay(date)}.`,
  signed: (name: string, on: string): string => `Unterschrieben von ${name}, ${on}`,
  waits: 'Wartet auf eine zweite Unterschrift',
  transcribed: (by: string): string => `Von Ihnen abgeschrieben, verordnet von ${by}. Hier hat niemand unterschrieben.`,
  someone: 'Ihrer Praxis',
  signedName: 'Wer unterschrieben hat',
  copyIn: 'Einen Plan abschreiben',

  today: 'Was die Regeln heute erlauben',
  todayOld: (when: string): string => `So sagte es die Praxis zuletzt, ${when}. Es kann sich geändert haben.`,
  todayUnknown: 'Dafür braucht es eine Verbindung. Stoppen können Sie jederzeit, auch jetzt.',
  move: {
    hold: (dose: string): string => `Bei ${dose} bleiben`,
    'step-up': (dose: string): string => `Auf ${dose} erhöhen`,
    'step-down': (dose: string): string => `Auf ${dose} senken`,
    stop: (): string => 'Stoppen',
  },
  start: (dose: string): string => `Mit ${dose} beginnen`,
  asks: {
    hold: 'Ihr Plan sagt: vorerst bei dieser Dosis bleiben.',
    'step-down': 'Ihr Plan sagt: eine Stufe senken.',
    stop: 'Ihr Plan sagt: stoppen.',
  },
  why: 'Warum',
  speaksFor: 'spricht fürs Weitergehen',
  speaksAgainst: 'spricht gegen eine Erhöhung',
  confirmMove: (what: string): string => `${what}, ab heute?`,
  confirmTake: (dose: string, what: string): string => `${dose} = ${what}.`,
  confirmYes: (what: string): string => `Ja: ${what.slice(0, 1).toLowerCase()}${what.slice(1)}`,
  moved: (what: string): string => `Erledigt: ${what.slice(0, 1).toLowerCase()}${what.slice(1)}.`,

  ask: {
    heading: 'Die Praxis fragen',
    help: 'Fragen ändert keine Dosis. Die Praxis antwortet; niemand liest Tag und Nacht mit.',
    wish: {
      hold: 'Vorerst bei dieser Dosis bleiben',
      'step-up': 'Erhöhen',
      'step-down': 'Eine Stufe senken',
      resume: 'Wieder beginnen',
      other: 'Etwas anderes',
    },
    note: 'Ein paar Worte, wenn Sie mögen',
    send: 'Senden',
    sent: 'Gespeichert. Es geht an die Praxis.',
    own: 'Was Sie gefragt haben',
    said: (wish: string, on: string): string => `${wish}, gefragt ${on}`,
    open: 'Noch keine Antwort',
    agreed: 'Einverstanden',
    declined: 'Abgelehnt',
    by: (name: string): string => `von ${name}`,
  },

  stop: {
    button: 'Nicht mehr nehmen',
    ask: 'Jetzt stoppen?',
    help: 'Sie können jederzeit stoppen; niemand muss zustimmen. Ab jetzt wird keine Dosis mehr gezeigt. Für einen neuen Anfang braucht es einen neu unterschriebenen Plan.',
    yes: 'Ja, jetzt stoppen',
    done: 'Gestoppt. Nehmen Sie nichts mehr.',
    doneHelp: 'Die Praxis erfährt es, sobald es eine Verbindung gibt. Ihr Tagebuch können Sie weiterführen.',
  },

  rules: {
    heading: 'Die Regeln dieses Plans',
    hold: ({ hold }: TitrationRules): string =>
      `Bei der Dosis bleiben, wenn eine Nebenwirkung ${hold.sideEffectGrade === 1 ? 'leicht' : 'mittel'} oder schlimmer ist, oder wenn der Schlaf in ${hold.sleepWorseNights} von ${hold.sleepWindowNights} Nächten um ${hold.sleepWorsePoints} Punkte schlechter ist.`,
    stepDown: ({ stepDown }: TitrationRules): string =>
      `Eine Stufe senken, wenn eine solche Nebenwirkung ${days(stepDown.afterDays)} anhält.`,
    stepUp: ({ stepUp }: TitrationRules): string =>
      `Erhöhen nur, wenn ${stepUp.dosesTakenPercent} von 100 Dosen genommen sind und die Sicherheitsprüfung nicht älter ist als ${days(stepUp.screeningWithinDays)}.`,
    late: ({ lateDose }: TitrationRules): string =>
      `Eine Dosis, die mehr als ${lateDose.withinHours} Stunden zu spät ist, fällt aus. Nie zwei an einem Tag. Nach ${ofDays(lateDose.rescreenAfterMissedDays)} ohne Dosis erst fragen, dann weitermachen.`,
    judge: ({ evaluation }: TitrationRules): string =>
      `Niemand sagt „es wirkt nicht“, bevor eine Dosis ${days(evaluation.minimumDays)} genommen wurde.`,
    stop: 'Bei jedem ernsten Zeichen sofort stoppen.',
  },
};
