/** Medicines and screening of a case: what is taken, what the rules find, and what a person decided about it. */
import { z } from 'zod';
import { ok } from '../../base/result.ts';
import {
  changeMedicineUse,
  listMedicines,
  matchText,
  recordMedicine,
  resolveMedicine,
} from '../../service/medicines.ts';
import { recordProducts } from '../../service/products.ts';
import { answerScreening, overrideFinding, reviewScreening, screeningOf } from '../../service/screen-case.ts';
import { inEach } from '../language.ts';
import { type Route, signedRoute } from '../route.ts';
import { REASON_TEXT } from '../schema/case.ts';
import { DATE, id, list } from '../schema/field.ts';
import { PRODUCTS } from '../schema/product.ts';
import {
  ANSWERS,
  CODE,
  MATCH,
  MATCHED_MEDICINE,
  MEDICINE_TEXT,
  NEW_MEDICINE,
  OPEN_COUNTS,
  RESOLUTION,
  REVIEWED,
  SCREENING,
  USE,
} from '../schema/screening.ts';

const ACTED = z.strictObject({ medicine: id<'medicine'>(), seq: z.int() });

const MEDICINES: readonly Route[] = [
  signedRoute({
    method: 'post',
    path: '/medicines/match',
    tag: 'Screening',
    name: 'matchMedicine',
    summary: 'What the list makes of a name or a code. Nothing is kept.',
    writes: false,
    body: z.strictObject({ text: MEDICINE_TEXT, code: CODE.exactOptional() }),
    answer: MATCH,
    call: async (ports, { actor, body }) => matchText(ports, actor, body),
  }),
  signedRoute({
    method: 'get',
    path: '/cases/{case}/medicines',
    tag: 'Screening',
    name: 'listMedicines',
    summary: 'The medicines of the case, each with what the list makes of it today.',
    answer: z.strictObject({ medicines: list(MATCHED_MEDICINE) }),
    call: async (ports, { actor, params }) => {
      const medicines = await listMedicines(ports, actor, params.case);
      return medicines.ok ? ok({ medicines: medicines.value }) : medicines;
    },
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/medicines',
    tag: 'Screening',
    name: 'recordMedicine',
    summary: 'Records a medicine as it was entered; the screening then asks for a new look.',
    status: 201,
    body: z.strictObject({ medicine: NEW_MEDICINE, day: DATE }),
    answer: z.strictObject({ medicine: id<'medicine'>(), match: MATCH, seq: z.int() }),
    call: (ports, { actor, params, body }) => recordMedicine(ports, actor, params.case, body),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/medicines/{medicine}/use',
    tag: 'Screening',
    name: 'changeMedicineUse',
    summary: 'A medicine is taken, or not any more; the last day of use starts its washout.',
    body: z.strictObject({ use: USE, day: DATE }),
    answer: ACTED,
    call: (ports, { actor, params, body }) =>
      changeMedicineUse(ports, actor, params.case, { medicine: params.medicine, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/medicines/{medicine}/resolution',
    tag: 'Screening',
    name: 'resolveMedicine',
    summary: 'A prescriber says what a medicine is that the list does not know.',
    body: z.strictObject({ resolution: RESOLUTION }),
    answer: ACTED,
    call: (ports, { actor, params, body }) =>
      resolveMedicine(ports, actor, params.case, { medicine: params.medicine, ...body }),
  }),
];

export const SCREENING_ROUTES: readonly Route[] = [
  ...MEDICINES,
  signedRoute({
    method: 'post',
    path: '/cases/{case}/products',
    tag: 'Screening',
    name: 'recordProducts',
    summary: 'What the patient has at hand to make a dose of, in place of what was recorded before. Changes no dose.',
    status: 201,
    body: z.strictObject({ products: PRODUCTS, day: DATE }),
    answer: z.strictObject({ products: z.int(), seq: z.int() }),
    call: (ports, { actor, params, body }) => recordProducts(ports, actor, params.case, body),
  }),
  signedRoute({
    method: 'get',
    path: '/cases/{case}/screening',
    tag: 'Screening',
    name: 'readScreening',
    summary: 'What the rules find on a day, and when somebody last looked at it.',
    query: z.strictObject({ day: DATE }),
    answer: inEach((language) =>
      z.strictObject({
        screening: SCREENING[language],
        answers: ANSWERS.optional(),
        reviewed: REVIEWED.optional(),
      }),
    ),
    call: (ports, { actor, params, query }) => screeningOf(ports, actor, params.case, query.day),
  }),
  signedRoute({
    method: 'put',
    path: '/cases/{case}/screening/answers',
    tag: 'Screening',
    name: 'answerScreening',
    summary: 'Answers to all questions at once, in place of the last ones.',
    body: z.strictObject({ answers: ANSWERS, day: DATE }),
    answer: OPEN_COUNTS,
    call: (ports, { actor, params, body }) => answerScreening(ports, actor, params.case, body),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/screening/reviews',
    tag: 'Screening',
    name: 'reviewScreening',
    summary: 'Puts on record that somebody looked at the whole screening of that day.',
    status: 201,
    body: z.strictObject({ day: DATE }),
    answer: inEach((language) => z.strictObject({ screening: SCREENING[language], seq: z.int() })),
    call: (ports, { actor, params, body }) => reviewScreening(ports, actor, params.case, body.day),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/screening/overrides',
    tag: 'Screening',
    name: 'overrideFinding',
    summary: 'Sets one finding aside with a reason. A current opioid is never set aside.',
    status: 201,
    body: z.strictObject({ key: z.string().max(300), reason: REASON_TEXT, day: DATE }),
    answer: OPEN_COUNTS,
    call: (ports, { actor, params, body }) => overrideFinding(ports, actor, params.case, body),
  }),
];
