/** What each number means, in two or three plain German sentences: shown when a reader opens the number. */
import type { Definition, NumberName } from '../../../../src/report/words.ts';

export const definition: Readonly<Record<NumberName, Definition>> = {
  change: {
    name: 'Änderung',
    meaning:
      'Um wie viele Punkte der Wert bei dieser Dosis anders ist als ohne das Medikament, wenn die Dosis ihre volle Zeit zum Wirken hatte. Langsamer Verlauf, Wochenenden und Reihen guter oder schlechter Tage sind berücksichtigt. Die Zahl ist der Mittelwert dessen, was die Tage zulassen.',
  },
  interval: {
    name: '90\u2011%\u2011Intervall',
    meaning:
      'Nach diesen Tagen und diesem Modell liegt die Änderung mit einer Wahrscheinlichkeit von 90 von 100 in diesem Bereich. Ein weiter Bereich heißt: Die Tage lassen vieles offen.',
  },
  'p-benefit': {
    name: 'Wahrscheinlichkeit irgendeiner Besserung',
    meaning:
      'Von 100 Tagebüchern, die so aussehen wie dieses, läge bei etwa so vielen der wahre Wert bei dieser Dosis auf der besseren Seite von „keine Änderung“, wenn das Modell stimmt.',
  },
  'p-worthwhile': {
    name: 'Wahrscheinlichkeit einer lohnenden Besserung',
    meaning:
      'Die Wahrscheinlichkeit einer Besserung, die mindestens die lohnende Größe hat. Beim Schmerz nennen Menschen etwa 1 von 10 Punkten „etwas besser“ (Salaffi 2004). Für Fatigue und Schlaf steht keine Größe fest; 1 Punkt ist unsere Wahl.',
  },
  'best-dose': {
    name: 'Wahrscheinlichkeit, die beste Dosis zu sein',
    meaning:
      'Die Wahrscheinlichkeit, dass diese Dosis den Wert mehr zum Besseren ändert als jede andere eingenommene Dosis. Auch „keine“ ist dabei: Sie gewinnt, wenn jede Dosis es schlechter macht.',
  },
  'lowest-near-best': {
    name: 'Niedrigste Dosis nahe der besten',
    meaning:
      'Die Wahrscheinlichkeit, dass dies die niedrigste Dosis ist, deren Änderung höchstens eine halbe lohnende Änderung hinter der besten liegt. Mehr Medikament als das bringt wenig.',
  },
  monotone: {
    name: 'Mehr ist nie weniger',
    meaning:
      'Die Wahrscheinlichkeit, dass jede höhere Dosis mindestens so viel Besserung brachte wie die davor. Das Modell setzt das nicht voraus: Manchen geht es mit einer kleinen Dosis am besten.',
  },
  onset: {
    name: 'Wirkungseintritt',
    meaning:
      'Die Zeit, in der etwa zwei Drittel (63 von 100) einer Änderung entstehen, wenn eine Dosis beginnt, oder verschwinden, wenn sie endet. Darum zählen Tage kurz nach einer Änderung der Dosis weniger.',
  },
  contrast: {
    name: 'Vergleich zweier Dosen',
    meaning:
      'Um wie viele Punkte sich der Wert zwischen zwei Dosen unterscheidet, wenn beide ihre volle Zeit zum Wirken hatten.',
  },
  expectancy: {
    name: 'Irgendeine Kapsel nehmen',
    meaning:
      'Die Änderung dadurch, dass überhaupt eine Kapsel genommen wird, mit Wirkstoff oder als Placebo. Nur verblindete Tage, an denen beides verschieden sein kann, trennen das vom Medikament.',
  },
  decision: {
    name: 'Wahrscheinlichkeit, es zu klären',
    meaning:
      'Die Wahrscheinlichkeit, dass die Tage nach so vielen weiteren Tagen mit mehr als 90 von 100 in eine Richtung zeigen. Ein grober Anhalt: In Wirklichkeit ist sie meist etwas kleiner.',
  },
  'trend-strip': {
    name: 'Wie sehr die Antwort am natürlichen Verlauf hängt',
    meaning:
      'Beschwerden ändern sich über Monate, egal was eingenommen wird. Das Modell muss wissen, wie stark das üblich ist. Hier steht die Antwort bei schwächerem und stärkerem Verlauf. Wenn die Zeilen sich widersprechen, trauen Sie der Antwort weniger.',
  },
  'missing-days-worse': {
    name: 'Wenn Tage ohne Eintrag schlechte Tage waren',
    meaning:
      'Gerade schlechte Tage bleiben oft leer. Das ist die Antwort, wenn jeder Tag ohne Eintrag um zwei Zehntel der Skala schlechter war.',
  },
  'log-evidence': {
    name: 'Log-Evidenz',
    meaning:
      'Wie gut das ganze Modell diese Werte vorhergesagt hat, auf einer logarithmischen Skala. Sie sagt nur etwas neben einem anderen Modell für dieselben Tage.',
  },
  lattice: {
    name: 'Gitterpunkte und Komponenten',
    meaning:
      'Die Antwort ist eine gewichtete Mischung vieler kleiner Antworten: eine für jede Einstellung von Tagesrauschen, Gedächtnis des Rauschens und Zeit bis zur Wirkung. Hier stehen die geprüften und die behaltenen Einstellungen.',
  },
  'frontier-mass': {
    name: 'Masse am Rand',
    meaning:
      'Der Anteil der Antwort, der am Rand der geprüften Einstellungen liegt. Über 0,05 wird die Suche ausgeweitet.',
  },
  'ep-sweeps': {
    name: 'EP-Durchläufe',
    meaning:
      'Durchläufe je Einstellung, wenn Werte als gerundet behandelt werden. 0, wenn sie nicht so behandelt werden.',
  },
  theta: {
    name: 'Form des Rauschens',
    meaning:
      'log s: Größe des Auf und Ab von Tag zu Tag. logit w: der Anteil mit Gedächtnis. logit rho: wie lange dieses Gedächtnis hält. log tau: Zeit bis zur Wirkung. Alles auf der Skala von 0 bis 10.',
  },
  'data-hash': {
    name: 'Prüfsumme der Daten',
    meaning:
      'Ein Fingerabdruck der Tage und Einstellungen. Dieselben Tage ergeben denselben Fingerabdruck und dieselbe Antwort.',
  },
  revision: {
    name: 'Revision',
    meaning:
      'Welche Fassung des Modells diese Zahlen berechnet hat. Ein gespeicherter Befund nennt sie, damit er später geprüft werden kann.',
  },
};
