/**
 * Why an entry of a phone was not taken, in German: what happened, that the phone still has it, and what to do. A dose that
 * was taken is never lost: it can be kept as a report (H10).
 */
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { DiaryRefusal } from '../../../../src/records/entry-rules.ts';
import { say, type Words } from '../say.ts';
import { longDate } from './number.ts';
import { REASON, STOP_RULE } from './plan.ts';
import { NO_PLAN } from './refused-plan.ts';
import { KIT_DOSE } from './trial-events.ts';

const ownReport = 'Wenn die Dosis genommen wurde, tragen Sie sie als Dosis außerhalb des Plans ein.';
const hours = (n: number): string => `${Math.floor(n)} ${Math.floor(n) === 1 ? 'Stunde' : 'Stunden'}`;

export const DIARY_REFUSED: Words<DiaryRefusal> = {
  ...NO_PLAN,
  'no-trial-running': ({ date }) => `Am ${longDate(date)} läuft keine Studie.`,
  'kit-not-of-the-day': ({ kit, wanted }) =>
    `Packung ${kit} ist nicht die dieses Tages; das ist ${wanted}. Wurde sie genommen, tragen Sie das als „trotzdem genommen“ ein.`,
  'kit-not-dispensed': ({ kit }) => `Packung ${kit} ist noch nicht ausgegeben.`,
  'kit-past-its-date': ({ kit, usableUntil }) => `Packung ${kit} war bis ${longDate(usableUntil)} verwendbar.`,
  'kit-slot-filled': ({ kept }) =>
    `Für den Tag steht schon eine Kapsel aus Packung ${kept.kit}: ${KIT_DOSE[kept.status]}. Berichtigen Sie lieber diesen Eintrag.`,
  'day-has-another-dose': () =>
    'Für den Tag steht schon eine Dosis außerhalb der Studie; eine Kapsel wird dann nicht genommen.',
  'day-has-capsule': () =>
    `An dem Tag wurde eine Kapsel der Studie genommen, die das Medikament enthalten kann. Eine Dosis kommt nicht dazu. ${ownReport}`,
  'trial-unknown': () => 'Eine solche Studie hat der Fall nicht.',
  'period-not-begun': ({ period }) => `Abschnitt ${period + 1} der Studie hat noch nicht begonnen.`,
  'guess-too-early': ({ from }) => `Nach der Vermutung wird ab ${longDate(from)} gefragt.`,
  'guess-too-late': ({ until }) => `Die Vermutung konnte bis ${longDate(until)} gegeben werden.`,
  'guess-given-already': () => 'Die Vermutung zu diesem Abschnitt ist gegeben. Die erste gilt.',
  'allocation-is-open': ({ on }) => `Die Studie wurde am ${longDate(on)} geöffnet; Vermutungen zählen nicht mehr.`,
  'entry-unreadable': ({ faults }) =>
    `${faults.length === 1 ? 'Ein Teil des Eintrags ließ' : `${faults.length} Teile des Eintrags ließen`} sich nicht lesen.`,
  'id-unreadable': () => 'Der Eintrag hat keinen richtigen eigenen Namen.',
  'id-holds-another-entry': () => 'Ein anderer Eintrag hat diesen Namen schon. Dieser braucht einen eigenen.',
  'device-clock-ahead': () =>
    'Die Uhr des Geräts geht mehr als einen Tag vor. Stellen Sie sie richtig, und machen Sie den Eintrag noch einmal.',
  'device-clock-behind': () =>
    'Nach der Uhr des Geräts ist der Eintrag älter als der Fall. Stellen Sie die Uhr richtig, und machen Sie den Eintrag noch einmal.',
  'date-in-future': ({ date, latest }) =>
    `Der ${longDate(date)} kommt erst noch; der letzte mögliche Tag ist der ${longDate(latest)}.`,
  'too-far-back': ({ date, earliest }) =>
    `Der ${longDate(date)} liegt zu lange zurück; der früheste mögliche Tag ist der ${longDate(earliest)}.`,
  'back-fill-mark-missing': () => 'Der Tag wurde später eingetragen, und der Eintrag sagt das nicht.',
  'proxy-mark-missing': () =>
    'Der Tag wurde von jemand anderem eingetragen als der Patientin oder dem Patienten, und der Eintrag sagt das nicht.',
  'entry-unknown': () =>
    'Der Eintrag, den dieser berichtigt, ist noch nicht angekommen. Senden Sie ihn zuerst, dann diesen noch einmal.',
  'correction-changes-kind': () =>
    'Eine Berichtigung sagt etwas anderes über dieselbe Sache. Diese handelt von etwas anderem.',
  'correction-changes-date': ({ date }) =>
    `Der Eintrag handelt vom ${longDate(date)}. Eine Berichtigung behält den Tag.`,
  'dose-in-baseline': () => `Das sind Tage ohne das Medikament. ${ownReport}`,
  'dose-not-taken-not-zero': () => 'Eine Dosis, die nicht genommen wurde, ist 0 mg.',
  'dose-not-of-the-plan': ({ dose, planned }) =>
    `${formatDose(dose)} ist nicht die Dosis des Plans. Die ist ${formatDose(planned)}. ${ownReport}`,
  'slot-filled': ({ kept }) =>
    `Für den Tag steht schon da: ${kept.status === 'not-taken' ? 'nicht genommen' : formatDose(kept.dose)}. Berichtigen Sie lieber diesen Eintrag.`,
  'red-flag-open': ({ rules }) =>
    `Ein Zeichen, das die Behandlung beendet, ist nicht geklärt: ${rules.map((rule) => STOP_RULE[rule]).join(', ')}. ${ownReport}`,
  'screening-forbids': ({ findings }) =>
    `${findings.length === 1 ? 'Ein Punkt der Sicherheitsprüfung spricht' : `${findings.length} Punkte der Sicherheitsprüfung sprechen`} gegen das Medikament. ${ownReport}`,
  'too-soon': ({ hours: since, limitHours }) =>
    `Die Dosis davor war vor ${hours(since)}; mindestens ${hours(limitHours)} müssen dazwischen liegen. ${ownReport}`,
  'dose-closed': ({ reasons }) =>
    `${reasons
      .slice(0, 5)
      .map((reason) => say(REASON, reason))
      .join(' ')} ${ownReport}`,
};
