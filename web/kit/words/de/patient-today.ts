/** German of the day. Doses are written as everywhere else, "1.5 mg": one spelling, whatever the language (H34). */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { formatConcentration, formatVolume } from '../../../../src/medicine/concentration.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { Take } from '../../../../src/medicine/product.ts';
import type { PatientWords } from '../words.ts';
import { whenWords } from './patient-when.ts';

const COUNTS = ['keine', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'];
const FORM = { capsule: ['Kapsel', 'Kapseln'], tablet: ['Tablette', 'Tabletten'] } as const;

function take(what: Take): string {
  if (what.kind === 'none') return 'nichts';
  if (what.kind === 'liquid')
    return `${formatVolume(what.volume)} der Lösung mit ${formatConcentration(what.concentration)}`;
  return what.units
    .map(
      ({ form, strength, count }) => `${COUNTS[count]} ${FORM[form][count === 1 ? 0 : 1]} zu ${formatDose(strength)}`,
    )
    .join(' und ');
}

export const todayWords: PatientWords['today'] = {
  heading: 'Heute',
  dayHeading: { today: 'Heute', yesterday: 'Gestern', before: 'Vorgestern' },
  date: whenWords.longDay,

  dose: {
    name: 'Dosis',
    noDose: 'Keine Dosis',
    take,
    takeFault: {
      'no-product':
        'Was diese Dosis ergibt, ist hier nicht bekannt. Sehen Sie auf das Etikett, oder fragen Sie in der Apotheke.',
      'liquids-not-mixed': 'Zwei Arten von Mitteln sind notiert. Sagen Sie, welches Sie jetzt nehmen.',
      'dose-not-in-whole-units':
        'Was Sie haben, ergibt diese Dosis nicht genau. Öffnen oder teilen Sie keine Kapseln. Fragen Sie in der Apotheke.',
      'volume-not-exact': 'Diese Lösung ergibt die Dosis nicht genau. Fragen Sie in der Apotheke.',
      'volume-between-marks':
        'Diese Dosis liegt zwischen zwei Strichen Ihrer Spritze. Fragen Sie in der Apotheke nach einer feineren.',
      'all-past-use': 'Was Sie haben, ist abgelaufen. Nehmen Sie es nicht. Fragen Sie in der Apotheke nach neuem.',
    },
    equals: (what: string): string => `= ${what}`,
    when: { evening: 'am Abend', morning: 'am Morgen' },
    version: (signed: LocalDate, until: LocalDate): string =>
      `Plan vom ${whenWords.dayMonth(signed)}, gültig bis ${whenWords.fullDay(until)}`,
    checked: (when: string): string => `Mit der Praxis abgeglichen: ${when}`,
    checkedNever: 'Noch nicht mit der Praxis abgeglichen',
    transcribed: 'Von Ihnen abgeschrieben, hier nicht unterschrieben',
    sayProducts: 'Sagen, was Sie haben',
    taken: 'Genommen',
    notTaken: 'Nicht genommen',
    different: 'Anders',
    differentHelp: 'Welche Dosis haben Sie genommen?',
    lower: (dose: string): string => `${dose}, eine niedrigere Dosis des Plans`,
    otherHelp:
      'Notieren Sie die Dosis, die Sie genommen haben. Sie wird als Dosis außerhalb des Plans behalten, und die Praxis sieht sie.',
    otherDose: 'Genommene Dosis',
    choose: 'Wählen',
    keepOther: 'Diese Dosis notieren',
    slot: {
      taken: (dose: string): string => `Genommen: ${dose}`,
      less: (dose: string): string => `Genommen: ${dose}, eine niedrigere Dosis`,
      'not-taken': (): string => 'Nicht genommen',
      unplanned: (dose: string): string => `Notiert: ${dose}, außerhalb des Plans`,
    },
    slotAt: (time: string): string => `um ${time}`,
    change: 'Ändern',
    changeHelp: 'Was stimmt?',
    never: 'Nehmen Sie heute keine zweite Dosis.',
    conflict: 'Zwei Einträge zu dieser Dosis passen nicht zusammen. Sagen Sie, was stimmt.',
    correction: 'Von der Patientin oder dem Patienten berichtigt',
    noPlan: {
      'no-plan-signed': () =>
        'Noch ist kein Plan unterschrieben. Führen Sie inzwischen Ihr Tagebuch: Es zeigt, wie es Ihnen ohne das Mittel geht.',
      'plan-waits-for-second-signature': () =>
        'Ihr Plan wartet auf eine zweite Unterschrift. Nehmen Sie nichts, bis sie da ist.',
      'plan-not-yet-valid': ({ validFrom }) =>
        `Ihr Plan beginnt am ${whenWords.longDay(validFrom)}. Nehmen Sie vorher nichts.`,
      'plan-past-its-last-day': ({ validTo }) =>
        `Ihr Plan endete am ${whenWords.longDay(validTo)}. Nehmen Sie nichts mehr, bis ein neuer unterschrieben ist. Rufen Sie die Praxis an.`,
      'plan-was-ended': ({ on }) =>
        `Ihr Plan wurde am ${whenWords.longDay(on)} beendet. Nehmen Sie nichts mehr. Rufen Sie die Praxis an, wenn Sie das nicht wussten.`,
      'therapy-stopped': ({ on }) =>
        `Abgesetzt am ${whenWords.longDay(on)}. Nehmen Sie nichts mehr. Weiter geht es nur mit einem neu unterschriebenen Plan.`,
      'in-blinded-trial': () =>
        'Sie sind in einer Studie. Nehmen Sie die Kapseln ihrer Packungen, und nichts nach dem Plan.',
      'trial-over': () => 'Ihre Studie ist vorbei. Nehmen Sie nichts, bis ein Plan unterschrieben ist.',
      'case-not-open': () => 'Ihr Fall ist in der Praxis abgeschlossen. Nehmen Sie keine Dosis nach dieser Seite.',
    },
    baseline: (day: number, of: number): string =>
      `Noch keine Dosis: Tag ${Math.min(day, of)} von ${of} ohne das Mittel.`,
    baselineWhy: 'Diese Tage zeigen, wie es Ihnen ohne das Mittel geht. Nur so wird die Antwort ehrlich.',
    baselineDone: (of: number): string => `Noch keine Dosis. Ihre ${of} Tage ohne das Mittel sind vollständig.`,
    toPlan: 'Sehen, was der Plan erlaubt',
    closed: 'Nehmen Sie jetzt keine Dosis.',
    closedWhy: {
      'plan-expired': ({ validTo }) => `Ihr Plan galt bis ${whenWords.longDay(validTo)}.`,
      'plan-expiry-unknown': () => 'Es ist nicht bekannt, wie lange Ihr Plan gilt.',
      'stop-rule-met': () => 'Sie haben ein ernstes Zeichen gemeldet.',
      'screening-forbids': () => 'Die Sicherheitsprüfung hat etwas gefunden, das dieses Mittel vorerst verbietet.',
      'interruption-planned': ({ from, until }) =>
        `Keine Dosis von ${whenWords.longDay(from)} bis ${whenWords.longDay(until)}: mit Ihrer Praxis geplant. Sie haben nichts versäumt.`,
      'rescreen-before-resuming': ({ missedDays }) =>
        `${whenWords.days(missedDays)} hintereinander waren ohne die Dosis. Bevor es weitergeht: Gibt es ein neues Mittel gegen Schmerz, Husten oder Durchfall, oder eine geplante Operation?`,
    },
    ahead: (from: LocalDate, until: LocalDate): string =>
      `Keine Dosis von ${whenWords.longDay(from)} bis ${whenWords.longDay(until)}: mit Ihrer Praxis geplant.`,
    closedHelp: 'Rufen Sie die Praxis an, bevor Sie wieder eine Dosis nehmen.',
    resume: 'Nichts Neues',
    resumeHelp: 'Ist nichts neu, sagen Sie es hier und machen Sie mit Ihrem Plan weiter.',
    tooSoon: (time: string): string => `Nicht vor ${time}`,
    tooSoonHelp: 'Zwischen zwei Dosen müssen 18 Stunden liegen.',
    flag: 'Gestoppt. Nehmen Sie nichts mehr.',
    flagHelp: 'Sie haben ein ernstes Zeichen gemeldet. Rufen Sie heute die Praxis an. Nur sie kann es aufheben.',
  },

  scores: {
    heading: 'Wie war der Tag?',
    name: { pain: 'Schmerz', fatigue: 'Fatigue', sleep: 'Schlaf letzte Nacht' },
    ends: {
      pain: { low: 'keiner', high: 'schlimmster' },
      fatigue: { low: 'keine', high: 'schlimmste' },
      sleep: { low: 'bester', high: 'schlechtester' },
    },
    target: (value: number, low: string, high: string): string =>
      value === 0 ? `0, ${low}` : value === 10 ? `10, ${high}` : `${value}`,
    skip: 'Ohne',
    skipped: 'ausgelassen',
    unanswered: 'noch offen',
    tooIll: 'zu krank für einen Eintrag',
    same: 'Wie gestern',
    ill: 'Zu krank für einen Eintrag',
    illAsk: 'Diesen Tag als „zu krank für einen Eintrag“ notieren? Auch das ist eine Antwort, und sie zählt.',
    illYes: 'Ja, zu krank',
    illSaid: 'Zu krank für einen Eintrag. Notiert. Ruhen Sie sich aus.',
    keeping: 'Wird gespeichert …',
    kept: 'Auf diesem Gerät gespeichert',
    toldKept: 'Gespeichert und in der Praxis',
    done: 'Das ist alles für diesen Tag. Danke.',
    doneBut: 'Die drei Zahlen sind gespeichert. Die Dosis ist noch offen.',
    how: {
      'back-filled': 'Später geschrieben',
      proxy: 'Von jemand anderem geschrieben',
      'same-as-yesterday': 'Vom Tag davor übernommen',
    },
  },

  back: {
    name: 'Frühere Tage',
    empty: (day: string): string => `${day} ist leer.`,
    add: 'Nachtragen',
    toToday: 'Zurück zu heute',
    later: 'Später geschrieben, und so gekennzeichnet.',
    closed:
      'Nur heute, gestern und vorgestern können geschrieben werden. Was länger her ist, wäre Erinnerung und kein Tagebuch.',
  },
};
