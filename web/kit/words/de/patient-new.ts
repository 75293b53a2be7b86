/** German of "anything new?". */
import type { PatientWords } from '../words.ts';
import { sideEffectInWords } from './side-effect.ts';

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const newWords: PatientWords['fresh'] = {
  heading: 'Gibt es Neues?',
  sideEffects: 'Nebenwirkung',
  sideEffectName: (name: string): string => capital(sideEffectInWords(name)),
  gradeAsk: (name: string): string => `${name}: wie schlimm ist es?`,
  grade: { 1: 'Leicht', 2: 'Mittel', 3: 'Schwer' },
  gradeHelp: { 1: 'Ich merke es', 2: 'Es stört mich', 3: 'Mein Tag geht nicht' },
  openNow: (name: string, grade: string, since: string): string => `${name}: ${grade}, seit ${since}`,
  ended: 'Ist vorbei',
  changed: 'Ist jetzt anders',
  changes: 'Etwas anderes',
  change: {
    'new-medicine': 'Neues Medikament',
    infection: 'Infekt',
    crash: 'Crash nach Belastung',
    cycle: 'Periode',
    'operation-planned': 'Operation geplant',
    'nothing-new': 'Nichts Neues',
  },
  weekly: 'Gibt es ein neues Mittel gegen Schmerz, Husten oder Durchfall, oder eine geplante Operation?',
  weeklyHelp: 'Wird einmal in der Woche gefragt.',
  medicineLabel: 'Name des Medikaments, wie auf der Packung',
  medicineKeep: 'Der Praxis sagen',
  medicineWarn:
    'Die Praxis sieht es sich an. Bis dahin: Nehmen Sie dieses Mittel nicht zusammen mit einem Opioid. Naltrexon blockiert Opioide, und beides zusammen kann sehr krank machen.',
  medicineSource: 'Quelle: Fachinformation zu Naltrexon, Gegenanzeigen.',
  operationLabel: 'Wann?',
  operationKeep: 'Der Praxis sagen',
  operationHelp: 'Die Praxis sagt Ihnen, wann Sie aussetzen und wann Sie wieder beginnen.',
  notedChange: (what: string): string => `Notiert: ${what}`,
  undo: 'Zurücknehmen',
  undoReason: 'Von der Patientin oder dem Patienten zurückgenommen',

  serious: {
    link: 'Etwas Ernstes',
    heading: 'Etwas Ernstes',
    help: 'Sind Sie jetzt in Gefahr, rufen Sie zuerst den Notruf.',
    flag: {
      'opioid-taken': 'Ich habe ein Opioid genommen (starkes Schmerzmittel, Codein, Tramadol, mancher Hustensaft)',
      'withdrawal-signs': 'Nach einer Dosis: Erbrechen, Schwitzen, Zittern, große Unruhe',
      jaundice: 'Gelbe Haut oder Augen, oder dunkler Urin',
      'breathing-trouble-or-rash': 'Atemnot, Schwellung an Gesicht oder Hals, oder schlimmer Ausschlag',
      'suicidal-thoughts': 'Gedanken, mein Leben zu beenden',
      pregnancy: 'Ich bin schwanger, oder vielleicht',
    },
    now: {
      'opioid-taken':
        'Nehmen Sie kein Naltrexon mehr. Zusammen mit einem Opioid kann es in Minuten sehr krank machen. Geht es Ihnen schlecht, rufen Sie den Notruf und zeigen Sie die Notfallkarte.',
      'withdrawal-signs':
        'Nehmen Sie kein Naltrexon mehr. Nehmen Sie kein Opioid dagegen: Das kann gefährlich sein. Rufen Sie jetzt den Notruf und zeigen Sie die Notfallkarte.',
      jaundice:
        'Nehmen Sie kein Naltrexon mehr. Gehen Sie heute in eine Arztpraxis: Ihre Leber muss untersucht werden.',
      'breathing-trouble-or-rash': 'Nehmen Sie kein Naltrexon mehr. Rufen Sie jetzt den Notruf.',
      'suicidal-thoughts':
        'Sie müssen damit nicht allein sein. Rufen Sie jetzt den Notruf oder ein Krisentelefon, oder gehen Sie zu jemandem, dem Sie vertrauen. Nehmen Sie kein Naltrexon, bis Sie mit Ihrer Ärztin oder Ihrem Arzt gesprochen haben.',
      pregnancy:
        'Nehmen Sie vorerst kein Naltrexon mehr. Rufen Sie die Praxis an und sprechen Sie darüber. Eine ausgelassene Dosis schadet nicht.',
    },
    confirmHelp: 'Die Dosis verschwindet sofort. Nur die Praxis kann das aufheben.',
    yes: 'Ja, melden und stoppen',
    stopped: 'Gestoppt',
    told: 'Es ist auf diesem Gerät gespeichert und geht an die Praxis, sobald es eine Verbindung gibt.',
    callToo: 'Die Praxis sieht es vielleicht heute nicht. Rufen Sie auch an.',
    since: (day: string): string => `Gemeldet ${day}`,
    trying: 'Planen Sie eine Schwangerschaft, sprechen Sie vor der nächsten Dosis mit der Praxis.',
  },
};
