/** A case in the clinic's page, in German: whose it is and what they take, its parts, and the words they share (H16). */
import { parseLocalDate } from '../../../../src/base/calendar.ts';
import type { Attention } from '../../../../src/records/course-attention.ts';
import type { caseWords as english } from '../en/clinic-case.ts';
import { dayCount, longDate } from './number.ts';

/** "3. März 2026" of "2026-03-03"; what is no date stays as it is. */
export const dateInWords = (text: string): string => {
  const date = parseLocalDate(text);
  return date.ok ? longDate(date.value) : text;
};

const ATTENTION_WORDS: Readonly<Record<Attention, string>> = {
  'red-flag': 'Ein Zeichen, das die Therapie beendet, wurde gemeldet.',
  'unplanned-dose': 'Eine Dosis außerhalb des Plans wurde gemeldet.',
  'dose-conflict': 'Zwei Einträge eines Tages nennen verschiedene Dosen.',
  'side-effect-at-rule': 'Eine Nebenwirkung erreicht den Grad, ab dem der Plan „halten“ sagt.',
  'escape-offered': 'Die Regel für ein frühes Ende der verblindeten Studie ist erfüllt.',
  'new-medicine': 'Ein neues Medikament wurde gemeldet.',
  request: 'Eine Anfrage wartet auf Antwort.',
  'second-signature': 'Ein Plan wartet auf die zweite Unterschrift.',
  'screening-open': 'In der Sicherheitsprüfung ist etwas offen.',
  'kits-missing': 'Packungen der verblindeten Studie sind noch nicht ausgegeben.',
  'trial-over': 'Die verblindete Studie ist vorbei: öffnen und entscheiden, wie es weitergeht.',
  'plan-expired': 'Der Plan ist abgelaufen.',
  'plan-expiring': 'Der Plan läuft innerhalb einer Woche ab.',
  supply: 'Der Vorrat muss bestellt werden.',
  silent: 'Seit mehr als drei Tagen wurde nichts eingetragen.',
};

export const caseWords: typeof english = {
  tabs: {
    overview: 'Überblick',
    findings: 'Befunde',
    screening: 'Sicherheit',
    plan: 'Plan',
    supply: 'Vorrat',
    trial: 'Versuch',
    requests: 'Anfragen und Meldungen',
    record: 'Akte',
    letter: 'Brief',
    people: 'Personen',
  },
  parts: 'Teile dieses Falls',
  withoutContent:
    'Was der Fall enthält, wird Ihnen nicht gezeigt. Beteiligte, Zugriffsprotokoll und Löschung liegen bei Ihnen.',
  caseWithoutLabel: 'Ein Fall',
  nameHidden: 'Name wird Ihnen nicht gezeigt',
  nobodyNamed: 'eine hier nicht genannte Person',
  statusIs: { open: 'Der Fall ist offen.', closed: 'Der Fall ist geschlossen.', erased: 'Der Fall wurde gelöscht.' },
  solo: 'Eine Person allein: Der Plan wurde abgeschrieben, niemand hat ihn hier unterschrieben.',
  takesToday: 'Heute',
  plannedToday: 'Nach dem Plan heute',
  noPlanToday: 'Heute gilt kein Plan.',
  noDrug: 'kein Wirkstoff',
  atStep: (step, steps) => `Stufe ${step} von ${steps}`,
  atBaseline: 'Vorphase vor der ersten Dosis',
  sinceDay: (since, day) => `seit ${dateInWords(since)} (Tag ${day})`,
  validTo: (day) => `Plan gültig bis ${dateInWords(day)}`,
  noDose: 'Heute keine Dosis.',
  notToBeTaken: 'Heute nicht zu nehmen:',
  flagStands: 'Ein Zeichen, das die Therapie beendet, wurde gemeldet und gilt.',
  attention: ATTENTION_WORDS,
  date: dateInWords,
  days: dayCount,
  cancel: 'Nichts ändern',
  reason: 'Begründung',
  reasonHelp: 'Mindestens 10 Zeichen, für alle, die die Akte später lesen.',
  note: 'Anmerkung',
  asTable: 'Dasselbe als Tabelle',
  tableOf: (name) => `${name}: Tabelle`,
};
