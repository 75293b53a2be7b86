/** German of the clinic's lists: what asks to be looked at, answering a request, the cases, and opening one (H20, H37). */
import type { Attention } from '../../../../src/records/course-attention.ts';
import type { EventOf } from '../../../../src/records/event.ts';
import type { ClinicWords } from '../words.ts';
import { STOP_RULE } from './plan.ts';
import { sideEffectInWords } from './side-effect.ts';

type Said = { readonly heading: string; readonly short: string; readonly help: string };

const ATTENTION: Readonly<Record<Attention, Said>> = {
  'red-flag': {
    heading: 'Ein Zeichen, das die Therapie beendet',
    short: 'Zeichen, das die Therapie beendet',
    help: 'Mit der Meldung endet die Dosis. Nur eine verordnende Person kann es aufheben.',
  },
  'unplanned-dose': {
    heading: 'Eine Dosis außerhalb des Plans',
    short: 'Dosis außerhalb des Plans',
    help: 'In den letzten zwei Wochen gemeldet.',
  },
  'dose-conflict': {
    heading: 'Zwei Einträge, die sich über eine Dosis widersprechen',
    short: 'Einträge widersprechen sich',
    help: 'Beide bleiben stehen. Fragen Sie, welcher stimmt.',
  },
  'side-effect-at-rule': {
    heading: 'Eine Nebenwirkung, bei der die Dosis nach dem Plan gleich bleibt',
    short: 'Nebenwirkung: Dosis halten',
    help: 'Der Plan sagt: nicht steigern. Er kann einen Schritt zurück verlangen.',
  },
  'escape-offered': {
    heading: 'Eine verblindete Studie, deren Regel für ein frühes Ende erfüllt ist',
    short: 'frühes Ende angeboten',
    help: 'Die Regel bietet es an. Beenden können es die Patientin oder der Patient und Sie. Im Notfall behandeln wie unter Naltrexon.',
  },
  'kits-missing': {
    heading: 'Packungen, die noch nicht ausgegeben sind',
    short: 'Packungen fehlen',
    help: 'Sie werden innerhalb einer Woche gebraucht. Ohne sie wird keine Kapsel genommen.',
  },
  'trial-over': {
    heading: 'Eine verblindete Studie, die vorbei ist',
    short: 'Studie vorbei',
    help: 'Angezeigt wird keine Dosis mehr. Öffnen Sie sie, wenn alle Vermutungen da sind, und unterschreiben Sie, was folgt.',
  },
  'new-medicine': {
    heading: 'Ein neues Medikament, noch nicht angesehen',
    short: 'neues Medikament',
    help: 'Tragen Sie es in der Sicherheitsprüfung ein, und sehen Sie diese dann noch einmal als Ganzes an.',
  },
  request: {
    heading: 'Eine offene Anfrage',
    short: 'Anfrage',
    help: 'Die Patientin oder der Patient wartet auf Antwort.',
  },
  'second-signature': {
    heading: 'Ein Plan, dem die zweite Unterschrift fehlt',
    short: 'zweite Unterschrift',
    help: 'Er gilt erst, wenn eine weitere verordnende Person unterschrieben hat.',
  },
  'screening-open': {
    heading: 'Sicherheitsprüfung mit offenen Punkten',
    short: 'Sicherheitsprüfung offen',
    help: 'Solange ein Punkt offen ist, kann kein Plan unterschrieben werden.',
  },
  'plan-expired': {
    heading: 'Ein Plan, dessen letzter Tag vorbei ist',
    short: 'Plan abgelaufen',
    help: 'Es wird keine Dosis mehr gezeigt.',
  },
  'plan-expiring': {
    heading: 'Ein Plan in seiner letzten Woche',
    short: 'Plan läuft bald ab',
    help: 'Nach dem letzten Tag wird keine Dosis mehr gezeigt.',
  },
  supply: {
    heading: 'Vorrat nachzubestellen',
    short: 'Vorrat',
    help: 'Gezählt aus dem, was hier abgegeben wurde, und den Dosen seither. Bestellen oder Tage ohne Dosis planen.',
  },
  silent: {
    heading: 'Seit mehr als drei Tagen kein Eintrag',
    short: 'keine Einträge',
    help: 'Vielleicht ist das Telefon ohne Netz, oder es geht der Person nicht gut.',
  },
};

const OTHER: Said = { heading: 'Etwas zum Ansehen', short: 'etwas zum Ansehen', help: '' };

const WISH: Readonly<Record<EventOf<'request-made'>['wish'], string>> = {
  hold: 'bittet, die Dosis zu halten',
  'step-up': 'bittet um eine Steigerung',
  'step-down': 'bittet um einen Schritt zurück',
  resume: 'bittet, wieder einnehmen zu dürfen',
  other: 'hat eine Frage',
};

const CHANGE: Readonly<Record<EventOf<'change-reported'>['what'], string>> = {
  'new-medicine': 'Neues Medikament',
  infection: 'Infekt',
  crash: 'Crash',
  cycle: 'Zyklus',
  'operation-planned': 'Operation geplant',
  'nothing-new': 'Nichts Neues',
};

const attentionOf = (word: string): Said => (Object.hasOwn(ATTENTION, word) ? ATTENTION[word as Attention] : OTHER);

export const listsWords: ClinicWords['lists'] = {
  attention: attentionOf,
  ago: (n) => (n === 0 ? 'heute' : n === 1 ? 'gestern' : `vor ${n} Tagen`),
  never: 'noch nichts',

  inbox: {
    heading: 'Eingang',
    count: (n) => (n === 0 ? '' : n === 1 ? '1 Fall ist anzusehen.' : `${n} Fälle sind anzusehen.`),
    none: 'Nichts ist anzusehen.',
    noneHelp:
      'Anfragen, Nebenwirkungen, neue Medikamente, auslaufende Pläne und stille Tagebücher kommen von selbst hierher.',
    reading: (n) => `Die Liste wird gelesen: bisher ${n} Fälle …`,
    lastDay: (day, ago) => `Tagebuch bis ${day} (${ago})`,
    noDay: 'Noch kein Tag im Tagebuch',
    planUntil: (day) => `Plan bis ${day}`,
    also: 'Außerdem:',
    look: (label) => `Was in ${label} gemeldet wurde`,
    lookShort: 'Was gemeldet wurde',
    looked: 'Das Ansehen wird festgehalten, wie jedes Lesen.',
    reload: 'Neu laden',
    patient: 'Patientin oder Patient',
    nothing: 'Hier ist nichts zu beantworten. Der Fall selbst zeigt mehr.',
    flag: (rule, day) => `${day}: ${STOP_RULE[rule]}`,
    flags: 'Zeichen, die die Therapie beenden',
    sideEffects: 'Nebenwirkungen, die andauern',
    sideEffect: (name, grade, since) =>
      `${sideEffectInWords(name)}, ${{ 1: 'leicht', 2: 'mittel', 3: 'schwer' }[grade]}, seit ${since}`,
    changes: 'Gemeldet, noch nicht angesehen',
    change: (what, text, day) => `${day}: ${CHANGE[what]}${text === '' ? '' : `: „${text}“`}`,
    doses: 'Dosen',
    unplanned: (day, dose) => `${day}: ${dose}, außerhalb des Plans`,
    conflict: (day) => `${day}: die Einträge widersprechen sich`,
    requests: 'Anfragen',
    demoStart: 'Beginnen Sie hier: ein abgeschlossener Verlauf und sein Befund',
  },

  answer: {
    wish: (who, wish, day) => `${who} ${WISH[wish]} (${day})`,
    legend: 'Ihre Antwort',
    agree: 'Zustimmen',
    agreeHelp: 'Zustimmen ändert keine Dosis. Dafür wird ein Schritt getan oder ein Plan unterschrieben.',
    take: {
      hold: (_, to) => `Zustimmen und ab heute bei ${to} halten`,
      'step-up': (from, to) => `Zustimmen und heute von ${from} auf ${to} steigern`,
      'step-down': (from, to) => `Zustimmen und heute von ${from} auf ${to} zurückgehen`,
    },
    takeHelp: 'Der Plan erlaubt es heute. Zwei Vorgänge werden festgehalten: Ihre Antwort und der Schritt.',
    notOpen: 'Der Plan erlaubt diesen Schritt heute nicht. Der Fall zeigt, warum.',
    decline: 'Ablehnen',
    note: 'Notiz an die Patientin oder den Patienten (darf leer sein)',
    send: 'Antwort senden',
    missing: 'Wählen Sie zuerst eine Antwort.',
    done: {
      agreed: 'Beantwortet: zugestimmt. Keine Dosis wurde geändert.',
      declined: 'Beantwortet: abgelehnt.',
      taken: (dose) => `Beantwortet: zugestimmt. Festgehalten: ${dose} ab heute.`,
      notTaken: (why) => `Beantwortet: zugestimmt. Der Schritt wurde nicht getan: ${why}`,
    },
    notYours: 'Eine verordnende Person dieses Falls antwortet.',
  },

  cases: {
    heading: 'Fälle',
    search: 'Suche nach dem Anfang der Bezeichnung',
    status: 'Zeigen',
    statuses: { open: 'Offene Fälle', closed: 'Geschlossene Fälle', all: 'Alle Fälle' },
    order: 'Reihenfolge',
    orders: { label: 'Nach Bezeichnung', changed: 'Zuletzt geändert' },
    attention: 'Nur was anzusehen ist',
    count: (n, whole) => (whole ? (n === 1 ? '1 Fall' : `${n} Fälle`) : `Die ersten ${n} Fälle; weitere folgen unten`),
    none: 'Kein Fall passt.',
    noneYet: 'Es gibt noch keinen Fall von Ihnen.',
    columns: { label: 'Fall', lastDay: 'Letzter Tag im Tagebuch', planUntil: 'Plan bis', attention: 'Anzusehen' },
    closed: 'geschlossen',
    noPlan: 'kein Plan',
    quiet: 'nichts',
  },

  open: {
    heading: 'Einen Fall eröffnen',
    intro: 'Ein Fall ist der Verlauf bei einer Person: Sicherheitsprüfung, Plan, Tagebuch, Befunde.',
    who: 'Um wen geht es?',
    isNew: 'Jemand Neues',
    isKnown: 'Jemand, den die Praxis schon kennt',
    name: 'Name',
    nameHelp: 'Sie erhalten einen Link, der einmal gilt. Niemand außerhalb der Praxis sieht den Namen.',
    find: 'Suche nach dem Anfang des Namens',
    found: 'Gefunden',
    noneFound: 'Kein Name beginnt so.',
    choose: 'Wählen Sie jemanden aus der Liste.',
    label: 'Bezeichnung',
    labelHelp: 'So heißt der Fall in Listen, etwa A-17. Kein Name: Sie ist an vielen Stellen zu sehen.',
    indications: 'Warum wird die Therapie versucht?',
    indicationsHelp: 'Codes der ICD-10-CM. Mehrere können passen, oder noch keiner.',
    code: 'Ein anderer Code',
    codeHelp: 'Zum Beispiel M54.5. Mehrere durch Komma trennen.',
    icd: {
      'M79.7': 'Fibromyalgie',
      'G93.32': 'ME/CFS',
      'G93.31': 'Postvirales Müdigkeitssyndrom',
      'U09.9': 'Post-COVID-19-Zustand',
      R52: 'Schmerz, nicht näher bezeichnet',
      'G89.4': 'Chronisches Schmerzsyndrom',
      'G89.29': 'Anderer chronischer Schmerz',
      'G90.50': 'Komplexes regionales Schmerzsyndrom',
    },
    washout: 'Wie lange nach einem Opioid?',
    washouts: {
      label: '10 oder 14 Tage, je nach Opioid, wie die Fachinformation von Naltrexon es sagt',
      research: '28 Tage, wie in der Studie FINAL',
    },
    washoutHelp: 'Ganze Tage ohne Opioid, gezählt ab dem Tag nach der letzten Dosis.',
    button: 'Fall eröffnen',
    opened: (label) => `${label} ist eröffnet`,
    next: 'Als Nächstes kommt die Sicherheitsprüfung: Medikamente und Fragen. Solange etwas offen ist, kann kein Plan unterschrieben werden.',
    toScreening: 'Zur Sicherheitsprüfung',
    link: (name) => `Ein Link für ${name}, um mit dem eigenen Telefon hereinzukommen.`,
    later: 'Der Fall ist eröffnet, der Link nicht entstanden:',
    linkLater: 'Ein Link lässt sich später unter Personen machen.',
  },
};
