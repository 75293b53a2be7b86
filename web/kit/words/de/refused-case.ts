/** What is said in German when a case cannot be read or changed. A stranger learns nothing about whether it exists (H16). */
import type { CaseRefused, CommonRefused, ScreeningRefused } from '../../../../src/http/refused.ts';
import type { Role } from '../../../../src/records/person.ts';
import { say, type Words } from '../say.ts';
import { longDate } from './number.ts';
import { PACK } from './pack.ts';
import { PRODUCT } from './plan.ts';

const parts = (n: number): string => (n === 1 ? 'Ein Teil ließ' : `${n} Teile ließen`);

const ROLE: Readonly<Record<Role, string>> = {
  patient: 'Patientin oder Patient',
  prescriber: 'verordnende Person',
  pharmacist: 'Apotheke',
  coordinator: 'Koordination',
  admin: 'Verwaltung',
};

const ANSWER: Readonly<Record<'agreed' | 'declined', string>> = { agreed: 'angenommen', declined: 'abgelehnt' };

export const COMMON_REFUSED: Words<CommonRefused> = {
  'not-found': () => 'Das gibt es hier nicht, oder Sie dürfen es nicht sehen.',
  'not-allowed': () => 'Sie dürfen das sehen, aber nicht ändern.',
  'case-busy': () =>
    'Andere haben diesen Fall im selben Moment geändert. Von Ihnen wurde nichts geändert. Versuchen Sie es noch einmal.',
  'event-refused': ({ faults }) =>
    `${parts(faults.length)} sich so nicht speichern: zu lang oder mit unsichtbaren Zeichen. Nichts wurde geändert.`,
  'case-exists': () => 'Einen Fall mit diesem Namen gibt es schon. Nichts wurde geändert.',
  'day-implausible': ({ day, here }) =>
    `Die Seite zeigt den ${longDate(day)}, der Server den ${longDate(here)}. Prüfen Sie das Datum des Geräts. Nichts wurde geändert.`,
};

export const CASE_REFUSED: Words<CaseRefused> = {
  'batch-empty': () => 'Es wurde kein Eintrag gesendet.',
  'batch-too-large': ({ entries, limit }) =>
    `${entries} Einträge kamen an; ${limit} werden auf einmal angenommen. Senden Sie sie in Teilen.`,
  'sent-at-unreadable': () =>
    'Das Gerät hat nicht angegeben, wann es seine Einträge gesendet hat. Nichts wurde übernommen; die Einträge bleiben dort.',
  'case-closed': () => 'Der Fall ist geschlossen. Nichts wurde geändert.',
  'case-not-open': () => 'Der Fall ist nicht offen. Nichts wurde geändert.',
  'case-not-closed': () => 'Der Fall ist nicht geschlossen. Nichts wurde geändert.',
  'reason-missing': () =>
    'Eine Begründung fehlt: ein paar Worte für alle, die das später lesen. Nichts wurde geändert.',
  'not-a-patient': () => 'Einen Fall gibt es nur für jemanden mit der Rolle Patientin oder Patient.',
  'patient-is-yourself': () => 'Niemand verordnet für sich selbst. Nichts wurde geändert.',
  'person-unknown': () => 'Diese Person gehört nicht zur Praxis.',
  'person-is-the-patient': () =>
    'Das ist die Patientin oder der Patient selbst. Eine weitere Verbindung ist nicht nötig.',
  'role-missing': ({ role }) => `So kann nur verbunden werden, wer in der Praxis diese Rolle hat: ${ROLE[role]}.`,
  'last-prescriber': () =>
    'Das ist die letzte verordnende Person dieses Falls. Verbinden Sie zuerst eine andere mit dem Fall.',
  'tie-unknown': () => 'Diese Verbindung mit dem Fall gibt es nicht.',
  'page-out-of-range': ({ longest }) => `Eine Seite hat 1 bis ${longest} Einträge.`,
  'request-unknown': () => 'Diese Anfrage gibt es in dem Fall nicht.',
  'request-answered-already': ({ answer }) => `Diese Anfrage wurde schon ${ANSWER[answer]}. Nichts wurde geändert.`,
  'too-many-open-requests': ({ limit }) => `${limit} Anfragen warten auf eine Antwort. Sie kommen zuerst.`,
  'pack-refused': ({ faults }) => `${faults.map((fault) => say(PACK, fault)).join(' ')} Nichts wurde geändert.`,
  'supply-unknown': () => 'Das wurde hier nie abgegeben oder schon zurückgenommen.',
  'nothing-handed-out': () => 'Hier wurde nichts abgegeben, was noch verwendbar ist. Darum gibt es kein Etikett.',
  'finding-unknown': () => 'Diesen Befund gibt es in dem Fall nicht.',
  'letter-of-other-kind': ({ fits }) =>
    fits === 'course'
      ? 'Es gibt oder gab einen Plan, also handelt der Brief vom Verlauf. Bitte fordern Sie diesen an; jetzt wurde nichts erstellt.'
      : 'Es gibt noch keinen Plan, also kann der Brief nur eine Anfrage sein. Bitte fordern Sie diese an; jetzt wurde nichts erstellt.',
  'letter-text-unprintable': ({ characters }) =>
    `Die Schrift des Briefs hat diese Zeichen nicht: ${characters.join(' ')}. Bitte schreiben Sie den Namen ohne sie; jetzt wurde nichts erstellt.`,
  'diary-empty': () =>
    'Noch ist kein Tag eingetragen, also gibt es nichts zu berechnen. Fragen Sie wieder, wenn es Tage gibt.',
  'product-refused': ({ place, why }) => `Mittel ${place + 1}: ${say(PRODUCT, why)} Nichts wurde geändert.`,
  'too-many-products': ({ limit }) => `Höchstens ${limit} Mittel können eingetragen werden. Nichts wurde geändert.`,
};

export const SCREENING_REFUSED: Words<ScreeningRefused> = {
  'answers-of-another-day': ({ on }) =>
    `Die Antworten sind vom ${longDate(on)}. Antworten Sie an dem Tag, für den sie gelten.`,
  'case-not-open': () => 'Der Fall ist nicht offen. Nichts wurde geändert.',
  'earlier-than-last-review': ({ on }) =>
    `Die Sicherheitsprüfung wurde am ${longDate(on)} durchgesehen. Das ist später.`,
  'finding-not-present': () => 'Diesen Punkt hat die Sicherheitsprüfung jetzt nicht. Sehen Sie sie noch einmal an.',
  'finding-not-overridable': () =>
    'Dieser Punkt kann nicht beiseitegelegt werden. Er endet, wenn sein Grund zu Ende ist.',
  'finding-overridden-already': () => 'Dieser Punkt ist schon beiseitegelegt.',
  'override-not-allowed': () =>
    'Nur eine verordnende Person des Falls kann einen Punkt beiseitelegen, und nie bei sich selbst.',
  'ingredient-not-on-list': ({ ingredient }) =>
    `„${ingredient}“ steht nicht auf der Liste der Medikamente. Wählen Sie eines von dort.`,
  'last-taken-in-future': ({ lastTaken }) =>
    `Der letzte Tag der Einnahme, der ${longDate(lastTaken)}, kommt erst noch. Was noch genommen wird, gilt als aktuell.`,
  'medicine-empty': () =>
    'Es kam weder ein Name noch ein Code. Schreiben Sie das Medikament so, wie es auf der Packung steht.',
  'medicine-recognised': () => 'Die Liste kennt dieses Medikament. Es kann nicht anders zugeordnet werden.',
  'medicine-unknown': () => 'Dieses Medikament gibt es in dem Fall nicht.',
  'reason-too-short': ({ needed }) => `Eine Begründung braucht mindestens ${needed} Zeichen. Nichts wurde geändert.`,
  'too-many-medicines': ({ limit }) => `Der Fall enthält ${limit} Medikamente. Das ist das Höchste.`,
};
