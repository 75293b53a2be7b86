/** German of why something was not kept or done. */
import type { refusedWords as english } from '../en/patient-refused.ts';

const OUTSIDE = 'Haben Sie sie genommen, notieren Sie sie als Dosis außerhalb des Plans: „Anders“.';
const OURS = 'Das ist ein Fehler der Seite, nicht Ihrer. Nichts wurde geändert. Laden Sie die Seite neu.';
const OFFLINE = 'Es gibt keine Verbindung. Hierfür braucht es eine; versuchen Sie es wieder, wenn Sie online sind.';

export const refusedWords: typeof english = {
  'not-ready': 'Das Tagebuch ist noch nicht offen. Warten Sie kurz und versuchen Sie es wieder.',
  offline: OFFLINE,
  unreachable: OFFLINE,
  'signed-out':
    'Sie sind abgemeldet. Melden Sie sich an und versuchen Sie es wieder. Was Sie schrieben, ist hier sicher.',
  'phone-full':
    'Dieses Gerät hat keinen Platz mehr, es wurde nicht gespeichert. Schaffen Sie Platz und versuchen Sie es wieder.',
  'phone-broken':
    'Dieses Gerät konnte es nicht speichern. Schließen Sie die Seite, öffnen Sie sie neu und versuchen Sie es wieder.',
  'stopped-here': 'Sie haben gestoppt. Keine Dosis ist offen, bis ein neuer Plan unterschrieben ist.',
  'dose-undecided':
    'Ein früherer Eintrag zu dieser Dosis wurde von der Praxis nicht angenommen. Entscheiden Sie zuerst über ihn.',
  'not-for-carers': 'Das kann nur die Patientin oder der Patient selbst.',
  'nobody-to-ask': 'Hier ist keine Praxis, die man fragen kann. Sprechen Sie mit der verordnenden Person.',
  'lower-dose-missing': 'Wählen Sie, welche niedrigere Dosis es war.',
  'no-step-here': 'Der Plan hat von hier aus keine solche Stufe.',
  'nothing-said': 'Noch wurde nichts gewählt.',
  'unsent-entries': 'Einige Einträge hat die Praxis noch nicht. Gehen Sie erst online, sonst sind sie verloren.',
  'no-such-entry': 'Dieser Eintrag ist nicht mehr auf diesem Gerät. Laden Sie die Seite neu.',
  'reminder-not-allowed': 'Ihr Browser erlaubt dieser Seite keine Erinnerungen.',
  'answer-unreadable': 'Die Antwort der Praxis war nicht lesbar. Versuchen Sie es gleich noch einmal.',
  'clinic-refused': 'Die Praxis hat das nicht angenommen. Nichts wurde geändert.',
  other: 'Das ging nicht. Nichts wurde geändert. Versuchen Sie es gleich noch einmal.',
  'no-plan-signed': `Noch ist kein Plan unterschrieben. ${OUTSIDE}`,
  'plan-waits-for-second-signature': `Der Plan wartet auf eine zweite Unterschrift. ${OUTSIDE}`,
  'plan-not-yet-valid': `Der Plan hat noch nicht begonnen. ${OUTSIDE}`,
  'plan-past-its-last-day': `Der letzte Tag des Plans ist vorbei. ${OUTSIDE}`,
  'plan-was-ended': `Der Plan wurde beendet. ${OUTSIDE}`,
  'therapy-stopped': `Das Mittel wurde abgesetzt. ${OUTSIDE}`,
  'in-blinded-trial': 'Sie sind in einer Studie: Nehmen Sie ihre Packungen, und nichts nach dem Plan.',
  'trial-over': `Ihre Studie ist vorbei; seither ist kein Plan unterschrieben. ${OUTSIDE}`,
  'case-not-open': 'Ihr Fall ist abgeschlossen. Nichts wird mehr gespeichert. Rufen Sie die Praxis an.',
  'dose-in-baseline': `Das sind Tage ohne das Mittel. ${OUTSIDE}`,
  'dose-not-taken-not-zero': OURS,
  'dose-not-of-the-plan': `Das ist nicht die Dosis des Plans. ${OUTSIDE}`,
  'slot-filled': 'Dieser Tag hat seine Dosis schon. Mit „Ändern“ berichtigen Sie sie. Nehmen Sie nie zwei.',
  'red-flag-open': `Sie haben ein ernstes Zeichen gemeldet. Keine Dosis ist offen, bis die Praxis es aufgehoben hat. ${OUTSIDE}`,
  'screening-forbids': `Die Sicherheitsprüfung verbietet dieses Mittel vorerst. ${OUTSIDE}`,
  'too-soon': `Die Dosis davor ist weniger als 18 Stunden her. Warten Sie. ${OUTSIDE}`,
  'dose-closed': `Der Plan lässt heute keine Dosis offen. ${OUTSIDE}`,
  'no-trial-running': 'An diesem Tag läuft keine Studie.',
  'kit-not-of-the-day': 'Das ist nicht die Packung dieses Tages. Sehen Sie auf den Code der Packung.',
  'kit-not-dispensed': 'Die Packung dieses Tages ist noch nicht ausgegeben. Rufen Sie die Praxis an.',
  'kit-past-its-date': 'Die Packung dieses Tages ist abgelaufen. Nehmen Sie nichts daraus. Rufen Sie die Praxis an.',
  'kit-slot-filled': 'Dieser Tag hat seine Kapsel schon. Mit „Ändern“ berichtigen Sie sie. Nehmen Sie nie zwei.',
  'day-has-another-dose': 'Für diesen Tag steht schon eine Dosis außerhalb der Studie. Nehmen Sie heute keine Kapsel.',
  'trial-unknown': OURS,
  'period-not-begun': OURS,
  'guess-too-early': 'Dafür ist es zu früh. Sie werden am Ende der Packung gefragt.',
  'guess-too-late': 'Die Tage für diese Frage sind vorbei.',
  'guess-given-already': 'Das haben Sie schon beantwortet.',
  'allocation-is-open': 'Die Studie ist geöffnet. Vermutungen zählen nicht mehr.',
  'entry-unreadable': OURS,
  'id-unreadable': OURS,
  'id-holds-another-entry': OURS,
  'device-clock-ahead':
    'Die Uhr dieses Geräts geht mehr als einen Tag vor. Stellen Sie sie und versuchen Sie es wieder.',
  'device-clock-behind': 'Die Uhr dieses Geräts geht zu weit nach. Stellen Sie sie und versuchen Sie es wieder.',
  'date-in-future': 'Dieser Tag ist noch nicht da.',
  'too-far-back': 'Dieser Tag ist zu lange her. Nur heute, gestern und vorgestern können geschrieben werden.',
  'back-fill-mark-missing': OURS,
  'proxy-mark-missing': OURS,
  'entry-unknown': 'Der Eintrag, den dieser berichtigt, ist noch nicht angekommen. Es wird wieder versucht.',
  'correction-changes-kind': OURS,
  'correction-changes-date': OURS,
};
