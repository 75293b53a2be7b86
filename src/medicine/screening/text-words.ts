/**
 * Which words around a medicine's name say nothing about what it is? Salts, dosage forms, strengths, directions, makers:
 * closed lists, whole words. And which of them tell how long it acts? A word in no list leaves the text unresolved (H5, H6).
 */

import { nameKey } from './name-text.ts';
import type { MedicineForm } from './screening.ts';

/** Words joined by '_' belong together. */
const words = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => nameKey(word.replaceAll('_', ' ')));

const SALTS = words(`
  hydrochloride hydrochlorid hcl hci chlorhydrate clorhidrato cloridrato chloride chlorid cloruro chlorure cloreto
  dihydrochloride monohydrochloride hydrobromide hydrobromid bromhydrate bromhidrato bromidrato bromide bromid hbr
  sulfate sulphate sulfat sulfato solfato phosphate phosphat fosfato fosfat hemihydrate hemihydrat hydrate hydrat
  monohydrate monohydrat dihydrate trihydrate pentahydrate anhydrous citrate citrat citrato bitartrate bitartrat
  bitartrato tartrate tartrat tartrato hydrogentartrat hydrogen_tartrate hydrogentartrate maleate maleat maleato
  hydrogenmaleat mesylate mesilate mesilat mesilato mesylat besylate besilate besilat besilato tosylate tosilate
  succinate succinat succinato fumarate fumarat fumarato hemifumarate acetate acetat acetato napsylate napsilate
  lactate lactat oxalate oxalat nitrate nitrat nitrato gluconate stearate edisylate resinate polistirex camsylate
  valproate pamoate embonate decanoate sodium natrium sodico sodique kalium potassium potassique
  potasico base salt`);

const FORMS = words(`
  tablet tablets tab tabs tablette tabletten tabl tbl tablett tabletter tabletta filmtablette filmtabletten film_coated
  coated film filmdragerad comprime comprimes comprimido comprimidos compressa compresse cpr comprimate sublingualtabletten sublingualtablette strip strips sugar_free diskus hfa comprime_pellicule
  pellicule pellicules secable secables recubierto recubiertos con_pelicula rivestita rivestite rivestite_con_film
  capsule capsules cap caps kapsel kapseln hartkapseln kapsler kapslar gelule gelules capsula capsulas capsules_hard hard
  soft softgel softgels solution losung loesung solucion soluzione oplossing losning solution_buvable buvable
  syrup sirup sirop jarabe sciroppo xarope saft drops tropfen gouttes gotas gocce druppels draber droppar
  oral orale oraal suspension suspensie suspension_oral sublingual buccal buccale mucoadhesive nasal nasale intranasal
  spray nasenspray extract lozenge lozenges lutschtabletten schmelztabletten troche troches lollipop
  suppository suppositories zapfchen suppositoire suppositoires supositorio supositorios supposte rectal
  cream creme crema ointment salbe pommade pomada gel topical cutaneous eye ear
  powder pulver poudre polvo sachet sachets granules granulat bustine
  effervescent effervescents effervescente brausetabletten brausetablette soluble dispersible orodispersible odt
  chewable kautabletten scored divisible uncoated gastro resistant gastroresistant gastro_resistant enteric
  enteric_coated ec magensaftresistent magensaftresistente dr delayed_release
  infusion elixir linctus liquid flussigkeit tincture tinktur inhaler inhalation aerosol
  pen prefilled pre_filled syringe fertigspritze bottle flasche pack packet box blister unit_dose`);

const JOINING = words(`
  and with und mit et avec y con e ed en met och og med w per in of als as for fur pour para voor da de`);

const AROUND = words(`
  generic generika genericum genericon generico generique preservative free
  daily once twice od bd bid tid tds qid qds qd qhs qam qpm prn sos weekly monthly nocte mane nightly taglich quotidien
  each every day once_daily twice_daily once_a_day twice_a_day at_night at_bedtime as_needed by_mouth po times a_day
  otc rx usp bp ph_eur pheur`);

const MAKERS = words(`
  ratiopharm stada hexal sandoz teva mylan viatris biogaran arrow zentiva accord aurobindo aristo heumann abz
  betapharm puren actavis apotex apo pms jamp auro ranbaxy lupin cipla almus kern cinfa normon krka basics zydus
  al 1a 1_a_pharma pharma aliud dura lannacher grunenthal gruenenthal krewel meuselbach merck pfizer gsk bayer
  sanofi novartis roche abbott janssen mundipharma purdue mallinckrodt rhodes amneal hikma fresenius kabi braun
  aguettant renaudin lavoisier eg cristers evolugen ranbaxi alter tarbis qualigen ratio novo sun torrent macleods
  dr_reddy_s dr_reddys orion nycomed takeda pharmacia wockhardt bristol crescent milpharm activase zydus_cadila`);

const UNITS = words(`
  mg mcg ug microg micrograms microgram mikrogramm microgrammes microgramos milligram milligrams milligramm g gram grams
  gramm gm kg ng ml milliliter millilitre l dl iu ie ui u units unit meq mmol mval % percent h hr hrs hour hours std
  stunde stunden heure heures hora horas ora ore min dose doses actuation hub spruhstoss day days week weeks`);

const EXTENDED = words(`
  er xr sr cr xl la pr mr lp l_p retard ret prolong retardtablette retardtabletten retardkapsel retardkapseln
  depottablett depottabletter depottabletten depotkapsel depotkapslar depotkapsler retardtabl retardkaps
  extended_release extended release_extended prolonged_release prolonged modified_release sustained_release
  controlled_release slow_release long_acting slow_release_tablets liberation_prolongee a_liberation_prolongee
  liberacion_prolongada de_liberacion_prolongada rilascio_prolungato a_rilascio_prolungato libertacao_prolongada
  met_verlengde_afgifte verlengde_afgifte mit_verlangerter_wirkstofffreisetzung verlangerter_wirkstofffreisetzung
  12_hour 24_hour 12_hr 24_hr 12h 24h`);

const PATCH = words(`
  patch patches transdermal transdermale transdermique transdermico plaster pflaster membranpflaster matrixpflaster
  transdermales_pflaster dispositif_transdermique parche parches parche_transdermico cerotto cerotti cerotto_transdermico
  pleister pleisters plaster_transdermal depotplaster depotplastre tts transdermal_system patch_transdermal adesivo`);

const DEPOT = words(`
  depot depot_injection implant implants subdermal_implant extended_release_injection prolonged_release_injection
  long_acting_injection long_acting_injectable extended_release_injectable lai monthly_injection weekly_injection
  prolonged_release_solution_for_injection depotinjektion depotinjektionslosung extended_release_injectable_suspension
  prolonged_release_suspension_for_injection injectable_suspension_extended_release`);

const INJECTION = words(`
  injection injections injectable injektion injektionslosung inj ampoule ampoules ampul ampulle ampullen amp vial vials
  iv im sc intravenous intramuscular subcutaneous i_v i_m s_c solution_for_injection solution_injectable inyectable
  iniettabile`);

const IMMEDIATE = words('ir immediate_release instant_release immediate unretardiert schnellwirksam');

const FORM_OF: readonly (readonly [readonly string[], MedicineForm])[] = [
  [INJECTION, 'injection'],
  [IMMEDIATE, 'immediate-release'],
  [EXTENDED, 'extended-release'],
  [PATCH, 'patch'],
  [DEPOT, 'depot'],
];

/** Words that may stand beside a name, with the form they tell, if any. Keys as `nameKey` writes them. */
export const BESIDE: ReadonlyMap<string, MedicineForm | undefined> = new Map<string, MedicineForm | undefined>([
  ...[...SALTS, ...FORMS, ...JOINING, ...AROUND, ...MAKERS].map((word) => [word, undefined] as const),
  ...FORM_OF.flatMap(([names, form]) => names.map((word) => [word, form] as const)),
]);

/** Those that join two things: never the first word and never the last. */
export const JOINING_WORDS: ReadonlySet<string> = new Set(JOINING);

/** Words of the longest entry of `BESIDE`. */
export const LONGEST_BESIDE = Math.max(...[...BESIDE.keys()].map((key) => key.split(' ').length));

/** Units: only after a number or another unit. */
export const UNIT_WORDS: ReadonlySet<string> = new Set(UNITS);
/** Units of mass: a number before one is a strength. */
export const MASS_WORDS: ReadonlySet<string> = new Set(
  words('mg mcg ug microg micrograms milligram milligrams g gram grams gm'),
);
/** Milligrams, of which a low dose of naltrexone can be told. */
export const MILLIGRAM_WORDS: ReadonlySet<string> = new Set(words('mg milligram milligrams milligramm'));
/** Dosage forms that are counted: "20 tablets" is no strength. */
export const COUNTED_WORDS: ReadonlySet<string> = new Set(
  words(
    'tablet tablets tab tabs tabletten capsule capsules caps kapseln comprimes comprimidos gelules compresse sachets',
  ),
);
