/** Works that a report of a blinded trial rests on, as a reference list has them; the same in every language. */
export const TRIAL_SOURCES: readonly string[] = [
  'Vohra S, Shamseer L, et al. CONSORT extension for reporting N-of-1 trials (CENT) 2015 Statement. BMJ 2015;350:h1738.',
  'Shamseer L, Sampson M, et al. CENT 2015: explanation and elaboration. BMJ 2015;350:h1793.',
  'Bang H, Ni L, Davis CE. Assessment of blinding in clinical trials. Control Clin Trials 2004;25:143-156.',
  'Salaffi F, et al. Minimal clinically important changes in chronic musculoskeletal pain. Eur J Pain 2004;8:283-291.',
];
