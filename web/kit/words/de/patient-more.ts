/** German of everything that is not needed every day. */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { formatConcentration, formatVolume } from '../../../../src/medicine/concentration.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { DraftProduct } from '../../../../src/medicine/product.ts';
import type { PatientWords } from '../words.ts';
import { whenWords } from './patient-when.ts';

const FORM = { capsule: 'Kapseln', tablet: 'Tabletten' } as const;

function product(what: DraftProduct): string {
  if (what.form === 'liquid')
    return `Lösung mit ${formatConcentration(what.concentration)}, ein Strich alle ${formatVolume(what.graduation)}`;
  return `${FORM[what.form]} zu ${formatDose(what.strength)}`;
}

export const moreWords: PatientWords['more'] = {
  heading: 'Mehr',
  groups: { doctor: 'Für den nächsten Termin', drug: 'Was Sie nehmen', page: 'Diese Seite' },
  needsNet: 'braucht eine Verbindung',

  products: {
    heading: 'Was ich habe',
    help: 'Sagen Sie, was Sie zu Hause haben. Dann kann die Seite sagen, was Ihre Dosis ergibt.',
    none: 'Noch ist nichts notiert.',
    product,
    until: (day: LocalDate): string => `zu verwenden bis ${whenWords.fullDay(day)}`,
    past: 'abgelaufen: nicht nehmen',
    remove: 'Von der Liste nehmen',
    add: 'Hinzufügen, was ich habe',
    form: 'Was ist es?',
    forms: { capsule: 'Kapseln', tablet: 'Tabletten', liquid: 'Lösung' },
    strength: 'Wie viel ist in einer?',
    concentration: 'Wie stark ist sie? Sehen Sie auf das Etikett.',
    graduation: 'Wie weit liegen die Striche Ihrer Spritze auseinander?',
    lastDay: 'Zu verwenden bis (vom Etikett; leer lassen, wenn dort nichts steht)',
    notThere: 'Nicht in der Liste? Raten Sie nicht: Fragen Sie in der Apotheke.',
    fifty:
      'Eine Tablette zu 50 mg gehört zu einer anderen Behandlung. Nehmen Sie sie nicht, und teilen Sie sie nicht. Fragen Sie in der Apotheke.',
    keep: 'Auf die Liste',
    makes: 'Was jede Dosis Ihres Plans ergibt',
    lasts: 'Wie lange es reicht',
    lastsHelp:
      'Gezählt aus dem, was die Apotheke abgegeben hat, und dem, was Sie notiert haben. Andere Packungen zählen nicht mit.',
    through: (day: LocalDate): string => `Bei Ihrer jetzigen Dosis reicht es bis ${whenWords.fullDay(day)}.`,
    early: (day: LocalDate): string => `Steigt Ihre Dosis, sobald sie darf: bis ${whenWords.fullDay(day)}.`,
    enough: 'Es reicht bis zum Ende Ihres Plans.',
    nothingLeft: 'Für die nächste Dosis ist nichts mehr da. Rufen Sie in der Praxis an.',
    order: (day: LocalDate): string => `Bestellen Sie nach bis ${whenWords.fullDay(day)}.`,
    orderNow: 'Bestellen Sie jetzt nach. Rufen Sie in der Praxis oder der Apotheke an.',
  },

  medicines: {
    heading: 'Meine Medikamente',
    help: 'Alles, was Sie nehmen, auch ohne Rezept. Die Praxis prüft jedes gegen dieses Mittel.',
    none: 'Kein Medikament ist notiert.',
    use: {
      current: 'wird genommen',
      stopped: (on: LocalDate): string => `zuletzt genommen am ${whenWords.fullDay(on)}`,
      unknown: 'unklar, ob es genommen wird',
    },
    add: 'Ein Medikament hinzufügen',
    name: 'Name, wie auf der Packung',
    form: 'Welche Art ist es?',
    taking: 'Nehmen Sie es jetzt?',
    takes: { current: 'Ja', stopped: 'Nein, nicht mehr', unknown: 'Ich bin nicht sicher' },
    lastTaken: 'Wann haben Sie es zuletzt genommen?',
    keep: 'Hinzufügen',
    stoppedToday: 'Ich nehme es nicht mehr',
    unresolved: 'Die Liste kennt diesen Namen nicht. Jemand muss es ansehen; bis dahin gilt es als Grund zu warten.',
    recognised: 'Es ist bekannt und wurde geprüft.',
  },

  screening: {
    heading: 'Fragen zur Sicherheit',
    help: 'Manche Krankheiten und Medikamente passen nicht zu diesem Mittel. Antworten Sie, so gut Sie können; „Weiß ich nicht“ ist auch eine Antwort.',
    answers: { yes: 'Ja', no: 'Nein', unknown: 'Weiß ich nicht' },
    operationOn: 'Wann ist die Operation?',
    keep: 'Antworten speichern',
    left: (n: number): string => (n === 1 ? '1 Frage ist noch offen.' : `${n} Fragen sind noch offen.`),
    kept: 'Ihre Antworten sind gespeichert.',
    findings: 'Was gefunden wurde',
    clear: 'Nichts steht im Weg.',
    severity: { hard: 'Steht im Weg', soft: 'Die Praxis muss es ansehen', info: 'Gut zu wissen' },
    looked: 'Ich habe das gelesen',
    lookedDone: 'Notiert, dass Sie es gelesen haben.',
    clearFrom: (day: LocalDate): string => `Frühestens am ${whenWords.fullDay(day)}.`,
  },

  letter: {
    heading: 'Brief an eine Ärztin oder einen Arzt',
    help: 'Zwei Seiten als Datei: Ihr Plan, Ihr Tagebuch, was gefunden wurde, was über dieses Mittel bekannt ist, auch die Studien ohne Wirkung. Sie entscheiden, wer ihn bekommt.',
    kind: 'Welcher Brief?',
    kinds: {
      course: 'Über meinen bisherigen Verlauf',
      request: 'An eine Praxis, die dieses Mittel noch nicht kennt, mit der Bitte, es zu bedenken',
    },
    language: 'In welcher Sprache?',
    name: 'Ihr Name auf dem Brief, wenn Sie mögen',
    addressee: 'An wen, wenn Sie mögen',
    make: 'Brief machen',
    making: 'Der Brief wird gemacht …',
    made: 'Der Brief liegt bei Ihren Downloads.',
  },

  evidence: {
    heading: 'Was man weiß',
    help: 'Was oft behauptet wird, wie gut es belegt ist, und woher das kommt.',
  },

  record: {
    heading: 'Meine Daten',
    take: 'Meine Daten mitnehmen',
    takeHelp: 'Eine Datei mit allem, was über Sie gespeichert ist. Ohne Verbindung: was auf diesem Gerät ist.',
    taken: 'Die Datei liegt bei Ihren Downloads.',
    looked: 'Wer meine Daten gelesen hat',
    lookedShow: 'Zeigen',
    lookedNone: 'Noch niemand.',
    nobodyKnown: 'Jemand aus der Praxis',
    lasting: 'Dieses Gerät hat zugesagt, Ihr Tagebuch zu behalten.',
    notLasting:
      'Dieses Gerät kann Ihr Tagebuch löschen, wenn der Platz knapp wird. Was die Praxis schon hat, ist sicher.',
    signOut: 'Abmelden',
    signOutHelp: 'Ihr Tagebuch bleibt auf diesem Gerät und wird nur Ihnen wieder gezeigt.',
    leave: 'Dieses Gerät leeren',
    leaveAsk: 'Abmelden und dieses Gerät leeren?',
    leaveHelp: 'Was die Praxis hat, bleibt dort. Soll auch das gelöscht werden, fragen Sie die Praxis.',
    leaveUnsent: (n: number): string =>
      `${n === 1 ? '1 Eintrag ist' : `${n} Einträge sind`} noch nicht in der Praxis. Jetzt geleert, sind sie verloren.`,
    leaveYes: 'Ja, leeren',
  },

  devices: {
    heading: 'Anmeldung und Geräte',
    help: 'Sehen Sie, wo Sie angemeldet sind, beenden Sie es dort, oder lassen Sie ein weiteres Gerät mit einem Link herein.',
    open: 'Zur Anmeldeseite',
  },

  settings: {
    heading: 'Einstellungen',
    theme: { legend: 'Hell oder dunkel', system: 'Wie das Gerät', light: 'Hell', dark: 'Dunkel' },
    language: 'Sprache',
    languages: { en: 'English', de: 'Deutsch' },
    reminder: 'Erinnerung',
    reminderHelp:
      'Lautlos, einmal am Tag, und nur, wenn der Tag noch leer ist. Sie sagt „Zeit für Ihre Notiz“ und sonst nichts. Eine Seite kann kein Gerät wecken: Es geht nur, solange diese Seite irgendwo offen ist.',
    reminderDenied: 'Ihr Browser erlaubt dieser Seite keine Erinnerungen.',
    reminderTime: 'Um wie viel Uhr?',
    reminderOff: 'Keine Erinnerung',
    reminderText: 'Zeit für Ihre Notiz',
    calendar: 'Lieber in meinen Kalender',
    calendarHelp: 'Eine Datei für den Kalender Ihres Geräts. Der erinnert auch, wenn diese Seite zu ist.',
    version: 'Eine neuere Seite ist da. Sie öffnet sich beim nächsten Start.',
  },

  refused: {
    heading: 'Einträge, über die Sie entscheiden',
    none: 'Es gibt nichts zu entscheiden.',
    help: 'Die Praxis hat diese nicht angenommen. Sie sind noch auf diesem Gerät. Sagen Sie, was damit geschehen soll.',
    about: (what: string, day: string): string => `${what}, ${day}`,
    kind: {
      'day-kept': 'Zahlen des Tages',
      'dose-recorded': 'Dosis',
      'unplanned-dose-reported': 'Dosis außerhalb des Plans',
      'side-effect-reported': 'Nebenwirkung',
      'red-flag-reported': 'Ernstes Zeichen',
      'change-reported': 'Etwas Neues',
      'entry-corrected': 'Berichtigung',
      'kit-dose-recorded': 'Kapsel der Studie',
      'guess-given': 'Vermutung',
    },
    request: 'Frage an die Praxis',
    stop: 'Stopp',
    keepAs: {
      'unplanned-dose-reported': 'Als Dosis außerhalb des Plans behalten',
      'kit-dose-taken-anyway': 'Als trotzdem genommen behalten',
    },
    drop: 'Von diesem Gerät nehmen',
    dropAsk: 'Diesen Eintrag vom Gerät nehmen? Er ist dann weg.',
    dropYes: 'Ja, wegnehmen',
  },
};
