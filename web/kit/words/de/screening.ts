/**
 * What screening asks and what it found, in plain German: the questions for a patient, a sentence for every finding, why
 * a medicine was not recognised, and why it is time to look again. Says what stands in the way and what would settle it;
 * gives no advice (H4, H25). A new code does not compile until it has its sentence here.
 */
import { parseLocalDate } from '../../../../src/base/calendar.ts';
import type { FindingCode } from '../../../../src/medicine/screening/finding-code.ts';
import type { UnresolvedReason } from '../../../../src/medicine/screening/match-medicine.ts';
import type { RescreenReason } from '../../../../src/medicine/screening/rescreen.ts';
import type {
  MedicineForm,
  Question,
  ScreeningFinding,
  Severity,
} from '../../../../src/medicine/screening/screening.ts';
import { longDate, withComma } from './number.ts';

/** As a patient is asked; each is answered yes, no or not known. */
export const QUESTION_WORDS: Readonly<Record<Question, string>> = {
  adult: 'Sind Sie 18 Jahre oder älter?',
  'opioid-not-on-the-list-now':
    'Nehmen Sie sonst etwas, in dem ein Opioid sein kann? Zum Beispiel Kratom, Tianeptin, Mohntee, Drogen von der Straße oder Tabletten von jemand anderem.',
  'opioid-in-the-last-90-days':
    'Haben Sie in den letzten 90 Tagen ein Opioid genommen? Opioide sind starke Schmerzmittel wie Tramadol, Tilidin, Codein, Oxycodon oder Morphin. Auch manche Mittel gegen Husten oder Durchfall gehören dazu.',
  'failed-naloxone-challenge': 'Hat ein Test mit Naloxon bei Ihnen einen Entzug ausgelöst?',
  'positive-opioid-urine-test': 'Hat ein Urintest Opioide gefunden?',
  'hypersensitive-to-naltrexone': 'Haben Sie schon einmal allergisch auf Naltrexon oder Naloxon reagiert?',
  'hypersensitive-to-excipient':
    'Sind Sie allergisch gegen einen Füllstoff oder Farbstoff in Kapseln oder Tabletten, zum Beispiel Laktose?',
  'acute-hepatitis-or-liver-failure': 'Haben Sie eine akute Leberentzündung oder ein Leberversagen?',
  'cirrhosis-child-pugh-b-or-c': 'Haben Sie eine Leberzirrhose (Child-Pugh B oder C)?',
  'pregnant-or-trying': 'Sind Sie schwanger, oder möchten Sie schwanger werden?',
  breastfeeding: 'Stillen Sie?',
  'operation-planned-within-14-days':
    'Ist in den nächsten 14 Tagen eine Operation, ein Eingriff oder eine Zahnbehandlung geplant, bei der Sie ein starkes Schmerzmittel bekommen können?',
  'ever-used-opioids-regularly': 'Haben Sie jemals regelmäßig Opioide genommen?',
  'depressed-or-suicidal': 'Haben Sie eine Depression, oder denken Sie daran, sich das Leben zu nehmen?',
  'hashimoto-thyroiditis': 'Haben Sie eine Hashimoto-Thyreoiditis?',
  'organ-transplant': 'Haben Sie ein Organ transplantiert bekommen?',
  'immunosuppressant-or-biologic': 'Nehmen Sie ein Mittel, das die Abwehr bremst, oder ein Biologikum?',
  'alcohol-use-disorder': 'Haben Sie eine Alkoholkrankheit?',
  psychosis: 'Hatten Sie schon einmal eine Psychose?',
  'demyelinating-disease':
    'Haben Sie multiple Sklerose oder eine andere Krankheit, bei der die Hülle der Nerven leidet?',
  cancer: 'Haben Sie Krebs?',
  'fifty-milligram-tablets-at-home': 'Haben Sie Tabletten mit 50 mg Naltrexon zu Hause?',
};

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  hard: 'Steht im Weg: Nichts kann unterschrieben oder genommen werden',
  soft: 'Braucht eine Begründung der verordnenden Person',
  info: 'Zu lesen',
};

export const MEDICINE_FORM_WORDS: Readonly<Record<MedicineForm, string>> = {
  'immediate-release': 'gewöhnliche Tablette, Kapsel oder Lösung',
  'extended-release': 'Retardtablette oder Retardkapsel',
  patch: 'Pflaster',
  injection: 'Spritze',
  depot: 'Depotspritze oder Implantat',
  procedural: 'bei einem Eingriff gegeben',
  unknown: 'nicht bekannt (zählt als langsam)',
};

export const UNRESOLVED_WORDS: Readonly<Record<UnresolvedReason, string>> = {
  'nothing-entered': 'es wurde nichts eingegeben',
  'text-not-in-the-list': 'die Liste kennt diesen Text nicht oder nicht ganz',
  'code-not-in-the-list': 'die Liste kennt diesen Code nicht',
  'code-malformed': 'der Code ist kein ganzer ATC-Code',
  'code-and-text-disagree': 'Code und Text nennen verschiedene Medikamente',
  'more-strengths-than-names': 'es stehen mehr Stärken als Medikamente da, eines kann also fehlen',
  'opioid-candidate': 'der Code gehört zu einer Gruppe mit Opioiden, und die Liste kennt ihn nicht',
  'antagonist-candidate': 'der Code gehört zu einer Gruppe mit Opioid-Blockern, und die Liste kennt ihn nicht',
  'combination-partners-unknown': 'der Code steht für eine Kombination und sagt nicht, was noch darin ist',
};

type About = ScreeningFinding['about'];

/** What was entered, with the ingredient where the two differ: „Ultram“ (tramadol). */
function medicine({ text, ingredient }: About): string {
  const same = String(text).toLowerCase() === String(ingredient).toLowerCase();
  return ingredient === undefined || same ? `„${text}“` : `„${text}“ (${ingredient})`;
}

const BEFORE = { on: ['am', 'an'], from: ['ab dem', 'ab'], of: ['vom', 'von'] } as const;

/** "am 9. Dezember 2026", "ab dem ...", "vom ...". */
function day(word: keyof typeof BEFORE, value: string | number | undefined): string {
  const date = parseLocalDate(String(value));
  const [known, unknown] = BEFORE[word];
  return date.ok ? `${known} ${longDate(date.value)}` : `${unknown} einem nicht bekannten Tag`;
}

const number = (value: string | number | undefined): string => withComma(value ?? '?');

const waits = (about: About, why: string): string =>
  `${medicine(about)} wurde zuletzt ${day('on', about.lastTaken)} genommen. ${why} ${about.days} ganze Tage ohne dieses Mittel sind nötig: frei ${day('from', about.clearFrom)}.`;

const SENTENCES: Readonly<Record<FindingCode, (about: About) => string>> = {
  'opioid-current': (a) =>
    `${medicine(a)} ist ein Opioid und wird genommen. Naltrexon kann in jeder Dosis einen Entzug auslösen.`,
  'opioid-use-unknown': (a) =>
    `${medicine(a)} ist ein Opioid. Ob es noch genommen wird, ist nicht bekannt. Es zählt als genommen.`,
  'opioid-last-taken-in-future': (a) =>
    `${medicine(a)} ist ein Opioid, und der letzte Tag liegt in der Zukunft. Es zählt als genommen.`,
  'washout-short': (a) => waits(a, 'Es ist ein kurz wirksames Opioid.'),
  'washout-partial-agonist-or-methadone': (a) => waits(a, 'Es verlässt den Körper langsam.'),
  'washout-long': (a) => waits(a, 'Es wirkt lange, oder seine Form ist nicht bekannt.'),
  'washout-research': (a) => waits(a, 'Für diesen Fall gilt der Abstand aus Studien.'),
  'washout-depot': (a) =>
    `${medicine(a)} ist ein Depot, zuletzt gegeben ${day('on', a.lastTaken)}. Es hält Wochen bis Monate. Wann es zu Ende ist, entscheidet die verordnende Person.`,
  'opioid-chronic': (a) =>
    `${medicine(a)} wurde in den letzten 90 Tagen länger als etwa vier Wochen genommen. Nur Tage abzuwarten, reicht vielleicht nicht.`,
  'opioid-chronic-not-said': (a) =>
    `Es ist nicht angegeben, ob ${medicine(a)} in den letzten 90 Tagen länger als etwa vier Wochen genommen wurde.`,
  'opioid-marker': (a) =>
    `${medicine(a)} bekommen Menschen, die Opioide nehmen oder absetzen. Gibt es ein Opioid, das nicht genannt wurde?`,
  'naloxone-at-hand': (a) =>
    `${medicine(a)} wird für den Fall einer Opioid-Überdosis bereitgehalten. Gibt es ein Opioid, das nicht genannt wurde?`,
  'naltrexone-duplicate': (a) => `${medicine(a)} enthält schon Naltrexon.`,
  'naltrexone-already-taken': (a) =>
    `${medicine(a)} ist niedrig dosiertes Naltrexon und wird schon genommen. Ein Plan hier wäre ein zweiter, wenn er dieses Mittel nicht ablöst.`,
  'antagonist-duplicate': (a) => `${medicine(a)} blockiert dieselben Rezeptoren wie Naltrexon.`,
  'antagonist-depot': (a) =>
    `${medicine(a)} ist ein Depot, das dieselben Rezeptoren blockiert, zuletzt gegeben ${day('on', a.lastTaken)}. Wann es zu Ende ist, entscheidet die verordnende Person.`,
  'liver-or-lethargy-interaction': (a) =>
    `${medicine(a)}: Zusammen mit Naltrexon wurden Schläfrigkeit oder Leberschäden beschrieben.`,
  'thyroid-hormone-with-hashimoto': (a) =>
    `${medicine(a)} bei Hashimoto-Thyreoiditis: Nach Meinung von Fachleuten, nicht nach Studien, kann weniger Schilddrüsenhormon nötig werden.`,
  'immunosuppressant-taken': (a) => `${medicine(a)} bremst die Abwehr. Die Vorsicht ist theoretisch begründet.`,
  'excluded-in-single-trials': (a) =>
    `${medicine(a)} war in einzelnen Studien nicht erlaubt. Eine Wechselwirkung ist nicht bekannt.`,
  loperamide: (a) =>
    `${medicine(a)} wirkt an Opioid-Rezeptoren im Darm. Zusammen mit Naltrexon wirkt es vielleicht nicht.`,
  'loperamide-beyond-label': (a) =>
    a.clearFrom === undefined
      ? `${medicine(a)} wird höher genommen als auf der Packung angegeben, oder es ist nicht gesagt. In hohen Dosen wirkt es wie ein Opioid.`
      : waits(a, 'Es wurde höher genommen als auf der Packung angegeben, oder es ist nicht gesagt.'),
  'gut-opioid-occasional': (a) =>
    `${medicine(a)} ist ein Opioid für den Darm und wird ab und zu genommen. Zusammen mit Naltrexon wirkt es vielleicht nicht.`,
  'peripheral-opioid-agonist': (a) =>
    `${medicine(a)} wirkt an Opioid-Rezeptoren außerhalb des Gehirns. Zusammen mit Naltrexon wirkt es vielleicht nicht.`,
  'cough-medicine-not-opioid': (a) =>
    `${medicine(a)} ist kein Opioid an dem Rezeptor, den Naltrexon am stärksten blockiert.`,
  'medicine-not-recognised': (a) =>
    `${medicine(a)} wurde nicht erkannt: ${UNRESOLVED_WORDS[a.why as UnresolvedReason] ?? 'der Grund ist nicht bekannt'}. Ein Mensch muss sagen, was es ist.`,
  'opioid-not-on-the-list-now': () => 'Es wird etwas anderes genommen, in dem ein Opioid sein kann.',
  'opioid-in-90-days-not-named': () =>
    'In den letzten 90 Tagen wurde ein Opioid genommen, das nicht bei den Medikamenten steht. Tragen Sie es mit dem letzten Tag ein.',
  'failed-naloxone-challenge': (a) => `Ein Test mit Naloxon hat einen Entzug ausgelöst (Antworten ${day('of', a.on)}).`,
  'positive-opioid-urine-test': (a) => `Ein Urintest hat Opioide gefunden (Antworten ${day('of', a.on)}).`,
  'hypersensitive-to-naltrexone': () => 'Es gab eine allergische Reaktion auf Naltrexon oder Naloxon.',
  'hypersensitive-to-excipient': () =>
    'Es gibt eine Allergie gegen einen Füllstoff oder Farbstoff. Das Mittel muss davon frei sein.',
  'acute-hepatitis-or-liver-failure': () => 'Es gibt eine akute Leberentzündung oder ein Leberversagen.',
  'liver-above-three': (a) =>
    `Der Leberwert ist das ${number(a.times)}-Fache der oberen Grenze, also mehr als das ${number(a.limit)}-Fache.`,
  'liver-above-five': (a) =>
    `Der Leberwert ist das ${number(a.times)}-Fache der oberen Grenze, also mehr als das ${number(a.limit)}-Fache.`,
  'liver-value-unreadable': () => 'Der Leberwert kann nicht stimmen. Tragen Sie ihn neu ein, oder lassen Sie ihn weg.',
  'liver-not-measured': () => 'Es ist kein Leberwert eingetragen.',
  'cirrhosis-child-pugh-b-or-c': () =>
    'Es gibt eine Leberzirrhose, Child-Pugh B oder C. Im Blut ist dann ein Mehrfaches an Naltrexon.',
  'kidney-below-thirty': (a) => `Die eGFR ist ${number(a.egfr)} und liegt unter ${number(a.limit)} mL/min/1,73 m².`,
  'kidney-value-unreadable': () => 'Die eGFR kann nicht stimmen. Tragen Sie sie neu ein, oder lassen Sie sie weg.',
  'kidney-not-measured': () => 'Es ist keine eGFR eingetragen.',
  'pregnant-or-trying': () =>
    'Eine Schwangerschaft besteht oder ist gewünscht. Ausreichende Studien am Menschen fehlen.',
  breastfeeding: () => 'Es wird gestillt. Über Naltrexon in der Muttermilch ist wenig bekannt.',
  'operation-planned': (a) =>
    `Eine Operation ist ${day('on', a.operationOn)} geplant. Keine Dosis ${day('from', a.holdFrom)}, außer die verordnende Person legt einen anderen Tag fest.`,
  'operation-hold': (a) =>
    `Eine Operation ist ${day('on', a.operationOn)} geplant. Keine Dosis wird ${day('from', a.holdFrom)} mehr genommen.`,
  'operation-past': (a) =>
    `Die Operation ${day('of', a.operationOn)} ist vorbei. Tragen Sie jedes Opioid ein, das gegeben wurde, und beantworten Sie die Fragen neu.`,
  'operation-date-missing': () => 'Eine Operation ist geplant, und ihr Tag ist nicht eingetragen.',
  'emergency-card': () => 'Im Notfall müssen die Behandelnden von Naltrexon wissen: Das sagt die Notfallkarte.',
  'overdose-vulnerability': () =>
    'Früher wurden Opioide genommen. Nach Naltrexon kann eine Menge, die einmal üblich war, zu viel sein und tödlich wirken.',
  'depressed-or-suicidal': (a) =>
    `Depression oder Gedanken an Selbsttötung (Antworten ${day('of', a.on)}). Es muss jemand da sein, der reagiert.`,
  'organ-transplant': () => 'Es gibt ein transplantiertes Organ. Das Transplantationsteam muss zustimmen.',
  'immunosuppressant-or-biologic': () =>
    'Es wird ein Mittel genommen, das die Abwehr bremst. Die Vorsicht ist theoretisch begründet.',
  'fifty-milligram-tablets-at-home': () =>
    'Zu Hause gibt es Tabletten mit 50 mg Naltrexon. Eine davon ist etwa das Zehnfache einer niedrigen Dosis.',
  'not-adult': () => 'Die Person ist nicht 18 Jahre oder älter.',
  'alcohol-use-disorder': () => 'Es gibt eine Alkoholkrankheit. Die Studien schlossen solche Personen aus.',
  psychosis: () => 'Es gab eine Psychose. Die Studien schlossen solche Personen aus.',
  'demyelinating-disease': () =>
    'Es gibt eine demyelinisierende Erkrankung. Die Studien schlossen solche Personen aus.',
  cancer: () => 'Es gibt eine Krebserkrankung. Die Studien schlossen solche Personen aus.',
  'never-answered': () => 'Die Fragen der Sicherheitsprüfung sind nicht beantwortet.',
  'answered-in-future': (a) =>
    `Die Antworten sind ${day('of', a.on)}. Dieser Tag kommt erst noch. Beantworten Sie die Fragen neu.`,
  'answers-stale': (a) => `Die Antworten sind ${a.ageDays} Tage alt; nach ${a.limit} Tagen werden sie neu erfragt.`,
  'answer-unknown': (a) =>
    `Nicht beantwortet oder nicht bekannt: ${QUESTION_WORDS[a.question as Question] ?? 'eine Frage'}`,
  'list-expired': (a) =>
    `Die Liste der Medikamente (${a.version}) endete ${day('on', a.expires)}. Bis es eine neuere gibt, kann nichts unterschrieben werden.`,
};

/** The sentence of a finding; of a code this version does not know, what is certain about it. */
export function findingSentence({ code, about }: Pick<ScreeningFinding, 'code' | 'about'>): string {
  const say = Object.hasOwn(SENTENCES, code) ? SENTENCES[code as FindingCode] : undefined;
  return say ? say(about) : 'Die Sicherheitsprüfung hat etwas gefunden, wofür diese Fassung keine Worte hat.';
}

const RESCREEN: Readonly<Record<RescreenReason['code'], string>> = {
  'never-screened': 'Noch niemand hat die Sicherheitsprüfung durchgesehen.',
  'screened-in-future': 'Die letzte Sicherheitsprüfung trägt einen Tag, der noch kommt.',
  'screen-at-signing': 'Ein Plan wird auf eine Sicherheitsprüfung vom selben Tag oder vom Tag davor unterschrieben.',
  'screen-at-step-up': 'Die letzte Sicherheitsprüfung ist zu alt für eine höhere Dosis.',
  'screen-after-missed-days': 'Mehrere Dosen hintereinander fielen aus: Vor der nächsten steht die Sicherheitsprüfung.',
  'screen-new-report': 'Nach der letzten Sicherheitsprüfung wurde ein neues Medikament oder eine Operation gemeldet.',
  'screen-new-list': 'Die Liste der Medikamente hat sich seit der letzten Sicherheitsprüfung geändert.',
  'screen-monthly': 'Seit der letzten Sicherheitsprüfung ist ein Monat vergangen.',
};

/** Why it is time to look at the screening again. */
export function rescreenSentence({ code }: Pick<RescreenReason, 'code'>): string {
  return RESCREEN[code];
}
