/** What the clinic's page says, in English. */
export const clinicWords = {
  title: 'Titrial',
};
