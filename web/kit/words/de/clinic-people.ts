/** German of the people of a clinic: finding, inviting, roles, leaving and handing over, the clinic's own settings (H16). */
import type { PersonState, Relation, Role } from '../../../../src/records/person.ts';
import type { ClinicWords } from '../words.ts';

const STATES: Readonly<Record<PersonState, string>> = {
  invited: 'eingeladen, noch nicht angekommen',
  active: 'aktiv',
  left: 'ausgeschieden',
  erased: 'gelöscht',
};

const RELATIONS: Readonly<Record<Relation, string>> = {
  patient: 'Patientin oder Patient',
  carer: 'Begleitperson',
  prescriber: 'Verordnende Person',
  pharmacist: 'Apotheke',
  coordinator: 'Koordination',
};

const DOES: Readonly<Record<Role, string>> = {
  patient: 'Führt ein Tagebuch und nimmt, was der Plan sagt.',
  prescriber: 'Eröffnet Fälle, prüft die Sicherheit, unterschreibt Pläne, beantwortet Anfragen.',
  pharmacist: 'Sieht, was herzustellen ist, und nichts vom Tagebuch.',
  coordinator: 'Sieht, ob Tagebücher geführt werden; entscheidet über keine Dosis.',
  admin: 'Verwaltet Personen und Einstellungen; sieht nichts vom Inhalt der Fälle.',
};

export const peopleWords: ClinicWords['people'] = {
  heading: 'Personen',
  search: 'Suche nach dem Anfang des Namens',
  count: (n, whole) =>
    whole ? (n === 1 ? '1 Person' : `${n} Personen`) : `Die ersten ${n} Personen; weitere folgen unten`,
  none: 'Kein Name beginnt so.',
  erasedName: 'Gelöschte Person',
  carerOnly: 'Begleitperson',
  states: STATES,
  relations: RELATIONS,
  columns: { name: 'Name', roles: 'Rollen', state: 'Stand' },

  invite: {
    heading: 'Eine Person einladen',
    name: 'Name',
    legend: 'Was sie hier ist',
    does: DOES,
    carer: 'Ohne Auswahl kommt sie als Begleitperson: jemand, der das Tagebuch für eine andere Person führt.',
    button: 'Link erstellen',
    made: (name) => `Ein Link für ${name}.`,
    print: 'Den Link drucken',
  },

  person: {
    state: (state, since) => `${state}, hier bekannt seit ${since}`,
    login: 'Meldet sich mit einem Passwort an oder kann es.',
    gone: 'Wer ausgeschieden ist, kommt mit einem neuen Link zurück.',
    name: 'Name',
    rename: 'Namen ändern',
    renamed: 'Der Name wurde geändert.',
    rolesHeading: 'Rollen',
    rolesHelp: 'Wer andere Rollen bekommt, meldet sich neu an.',
    rolesButton: 'Rollen ändern',
    rolesChanged: 'Die Rollen wurden geändert.',
    linkHeading: 'Ein neuer Link',
    linkHelp:
      'Für ein verlorenes Telefon oder eine abgelaufene Einladung. Sitzungen und ältere Links der Person enden damit.',
    removeWays: 'Auch ihre Passkeys und ihr Passwort entfernen',
    removeWaysHelp: 'Wenn das Gerät in fremden Händen ist.',
    linkButton: 'Link erstellen',
    linkMade: (name) => `Ein Link für ${name}.`,
    leaveHeading: 'Ausscheiden aus der Praxis',
    leaveHelp:
      'Keine Anmeldung, keine Sitzung, kein offener Link mehr. Was die Person getan hat, bleibt überall ihres.',
    leaveSure: (name) => `${name} ist ausgeschieden`,
    leaveButton: 'Ausscheiden festhalten',
    leaveMissing: 'Setzen Sie das Häkchen, um es zu bestätigen.',
    left: 'Festgehalten: ausgeschieden.',
    casesHeading: 'Fälle zum Übergeben',
    casesHelp: 'Die Fälle, mit denen diese Person verbunden ist. Von ihrem Inhalt ist nichts zu sehen.',
    casesNone: 'Mit keinem Fall verbunden.',
    handOver: 'Übergeben an',
    handOverAs: 'Als',
    handOverButton: (label) => `Mit ${label} verbinden`,
    handedOver: (name, label) => `${name} ist jetzt mit ${label} verbunden.`,
  },

  ties: {
    heading: 'Wer mit diesem Fall zu tun hat',
    help: 'Eine Verbindung öffnet jemandem den Fall. Wer keine hat, erfährt, dass es keinen solchen Fall gibt.',
    none: 'Niemand.',
    add: 'Jemanden mit dem Fall verbinden',
    as: 'Als',
    find: 'Suche nach dem Anfang des Namens',
    found: 'Gefunden',
    noneFound: 'Kein Name beginnt so.',
    choose: 'Wählen Sie jemanden aus der Liste.',
    button: 'Mit dem Fall verbinden',
    added: (name) => `${name} ist jetzt mit dem Fall verbunden.`,
    end: 'Verbindung beenden',
    endOf: (name, relation) => `Verbindung von ${name} beenden (${relation})`,
    ended: (name) => `${name} sieht vom Fall nichts mehr.`,
    forEver: 'für immer: Es ist der eigene Fall',
    listing: 'Mit diesem Fall verbunden',
  },

  clinic: {
    heading: 'Die Praxis',
    name: 'Name der Praxis',
    nameHelp: 'Er steht auf Einladungen und auf Briefen.',
    ceiling: 'Höchste Obergrenze eines Plans',
    ceilingHelp: 'Mit Einheit und Punkt, etwa 4.5 mg. Schon unterschriebene Pläne bleiben, wie sie sind.',
    button: 'Speichern',
    saved: 'Gespeichert.',
    solo: 'Diese Installation gehört einer Person allein.',
  },

  me: {
    heading: 'Meine Anmeldung',
    who: (name, roles) => `${name}, ${roles}`,
    demonstration: 'In der Demonstration meldet sich niemand an: Sie sehen sie als die eine oder andere Person.',
  },
};
