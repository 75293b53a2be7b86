/** Kits of a blinded trial, for the pharmacy: what goes in each, and handing out whole blocks of them. */
import { dispenseKits } from '../../service/trial/dispense.ts';
import { packList } from '../../service/unblind.ts';
import { type Route, signedRoute } from '../route.ts';
import { DISPENSE, DISPENSED, PACK_LIST } from '../schema/trial.ts';

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
];
