/** What the patient's page says, in English. */
export const patientWords = {
  title: 'Titrial',
};
