/** Kits of a blinded trial, for the pharmacy: what goes in each, and handing out whole blocks of them. */
import { z } from 'zod';
import { labelWords as german } from '../../../web/kit/words/de/label.ts';
import { labelWords as english } from '../../../web/kit/words/en/label.ts';
import { dispenseKits } from '../../service/trial/dispense.ts';
import { makeKitLabels } from '../../service/trial/labels.ts';
import { packList } from '../../service/unblind.ts';
import { FILE, type Route, signedRoute } from '../route.ts';
import { DATE } from '../schema/field.ts';
import { DISPENSE, DISPENSED, PACK_LIST } from '../schema/trial.ts';

const LABELS = { en: english, de: german } as const;

export const TRIAL_SUPPLY_ROUTES: readonly Route[] = [
  signedRoute({
    method: 'get',
    path: '/cases/{case}/trials/{trial}/packs',
    tag: 'Trials',
    name: 'packList',
    summary: 'What each kit holds, for the pharmacist who fills it; that it was read is put on record.',
    answer: PACK_LIST,
    call: (ports, { actor, params }) => packList(ports, actor, params.case, params.trial),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/trials/{trial}/dispensings',
    tag: 'Trials',
    name: 'dispenseKits',
    summary: 'Hands out whole blocks of kits, all alike; the lots are sealed to the pharmacy.',
    status: 201,
    body: DISPENSE,
    answer: DISPENSED,
    call: (ports, { actor, params, body }) => dispenseKits(ports, actor, params.case, { trial: params.trial, ...body }),
  }),
  signedRoute({
    method: 'get',
    path: '/cases/{case}/trials/{trial}/labels.pdf',
    tag: 'Trials',
    name: 'makeKitLabels',
    summary:
      'Labels of the kits that were handed out, as a PDF: alike but for the code. Nothing on them tells what a kit holds.',
    query: z.strictObject({ day: DATE, language: z.enum(['en', 'de']) }),
    file: 'application/pdf',
    answer: FILE,
    call: (ports, { actor, params, query: { day, language } }) =>
      makeKitLabels(ports, actor, params.case, { trial: params.trial, day, words: LABELS[language] }),
  }),
];
