/** What is said in German when signing in, an invitation or a change of people is refused. Never tells whether a login exists (H16). */
import type { PeopleRefused } from '../../../../src/http/refused.ts';
import { formatDose, micrograms } from '../../../../src/medicine/dose.ts';
import type { Words } from '../say.ts';

/** "40 Sekunden", "15 Minuten": rounded up. */
function waiting(seconds: number): string {
  if (seconds <= 90) return `${seconds} Sekunden`;
  return `${Math.ceil(seconds / 60)} Minuten`;
}

export const PEOPLE_REFUSED: Words<PeopleRefused> = {
  'not-signed-in': () =>
    'Sie sind nicht angemeldet, oder die Sitzung ist abgelaufen. Melden Sie sich an, und versuchen Sie es noch einmal.',
  'sign-in-refused': () => 'Das hat nicht gepasst. Prüfen Sie Ihre Eingabe, oder nehmen Sie Ihren Passkey.',
  'sign-in-again': () =>
    'Bevor Sie ändern, wie Sie sich anmelden, melden Sie sich bitte noch einmal an: Diese Sitzung begann vor einer Weile.',
  'clinic-needed': () => 'Hier gibt es mehrere Praxen. Melden Sie sich über den Link Ihrer Praxis an.',
  'too-many-tries': ({ retryAfterSeconds }) =>
    `Das wurde zu oft versucht. Nichts ist gesperrt: Versuchen Sie es in ${waiting(retryAfterSeconds)} noch einmal.`,
  'password-wrong': () => 'Das Passwort passt nicht. Nichts wurde geändert.',
  'no-passkey': () =>
    'Es gibt keinen Passkey zum Unterschreiben. Fügen Sie einen hinzu, oder unterschreiben Sie mit dem Passwort.',
  'passkey-refused': () =>
    'Der Passkey wurde nicht angenommen. Nichts wurde geändert. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen.',
  'passkey-counter-back': () =>
    'Dieser Passkey wurde vielleicht kopiert und wird darum nicht angenommen. Melden Sie sich anders an, und ersetzen Sie ihn.',
  'passkey-known': () => 'Dieser Passkey wird schon verwendet. Nichts wurde geändert.',
  'challenge-unknown': () => 'Das hat zu lange gedauert oder ist schon beantwortet. Beginnen Sie noch einmal.',
  'login-unusable': ({ minimum, maximum }) =>
    `Ein Anmeldename hat ${minimum} bis ${maximum} Buchstaben oder Ziffern. Erlaubt sind auch . _ @ + und -. Wählen Sie einen anderen.`,
  'login-taken': () => 'Dieser Anmeldename ist vergeben. Wählen Sie einen anderen.',
  'password-too-short': ({ minimum }) => `Ein Passwort braucht mindestens ${minimum} Zeichen. Mehrere Wörter sind gut.`,
  'password-too-long': ({ maximum }) => `Ein Passwort hat höchstens ${maximum} Zeichen.`,
  'password-guessable': () =>
    'Dieses Passwort ist leicht zu erraten. Wählen Sie mehrere Wörter, die nichts mit Ihnen zu tun haben.',
  'invitation-unknown': () =>
    'Dieser Link ist hier nicht bekannt. Prüfen Sie, ob er ganz kopiert wurde, oder bitten Sie um einen neuen.',
  'invitation-used': () =>
    'Dieser Link wurde schon benutzt oder durch einen neueren ersetzt. Bitten Sie um einen neuen.',
  'invitation-expired': () => 'Dieser Link ist abgelaufen. Bitten Sie um einen neuen.',
  'invitation-is-set-up': () => 'Dieser Link richtet die Praxis ein. Öffnen Sie ihn auf der Seite zum Einrichten.',
  'set-up-done': () => 'Die Praxis ist schon eingerichtet. Melden Sie sich an.',
  'name-missing': () => 'Ein Name fehlt. Nichts wurde geändert.',
  'name-too-long': ({ maximum }) => `Ein Name hat höchstens ${maximum} Zeichen.`,
  'name-unreadable': () => 'Der Name enthält Zeichen, die sich nicht zeigen lassen. Schreiben Sie ihn neu.',
  'role-not-yours-to-give': () => 'Diese Rolle vergibt nur die Verwaltung. Nichts wurde geändert.',
  'clinic-is-solo': () => 'Diese Installation ist nur für eine Person. Andere gibt es hier nicht.',
  'person-gone': () => 'Diese Person gehört nicht mehr dazu. Nichts wurde geändert.',
  'last-admin': () => 'Das ist die letzte Person mit der Rolle Verwaltung. Geben Sie die Rolle zuerst jemand anderem.',
  'last-credential': () => 'Das ist Ihr letzter Weg, sich anzumelden. Fügen Sie zuerst einen anderen hinzu.',
  'ceiling-out-of-range': ({ minimum, maximum }) =>
    `Die höchste Obergrenze einer Praxis liegt zwischen ${formatDose(micrograms(minimum))} und ${formatDose(micrograms(maximum))}.`,
};
