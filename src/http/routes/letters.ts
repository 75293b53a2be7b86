/** The letter to a doctor, as a file. */
import { z } from 'zod';
import { letterWords as german } from '../../../web/kit/words/de/letter.ts';
import { letterWords as english } from '../../../web/kit/words/en/letter.ts';
import { LETTER_KINDS } from '../../report/letter/letter.ts';
import { makeLetter } from '../../service/letter.ts';
import { FILE, type Route, signedRoute } from '../route.ts';
import { DATE } from '../schema/field.ts';

const LANGUAGES = { en: english, de: german } as const;

/** A name or an address of one line. */
const LINE = z.string().min(1).max(200);

export const LETTER_ROUTES: readonly Route[] = [
  signedRoute({
    method: 'post',
    path: '/cases/{case}/letter',
    tag: 'Record',
    name: 'makeLetter',
    summary: 'The letter to a doctor as a PDF of two pages. Nothing of what is typed for it is kept.',
    description:
      '"course": about a plan that had force. "request": to consider one, while there was none. That it was made is put on record as a reading.',
    body: z.strictObject({
      kind: z.enum(LETTER_KINDS),
      language: z.enum(['en', 'de']),
      day: DATE,
      addressee: LINE.exactOptional(),
      patientName: LINE.exactOptional(),
    }),
    file: 'application/pdf',
    answer: FILE,
    call: (ports, { actor, params, body: { language, ...body } }) =>
      makeLetter(ports, actor, params.case, { ...body, words: LANGUAGES[language] }),
  }),
];
