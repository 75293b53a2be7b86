/** Planted leaks in what a pharmacist does and the record shows: numbers, dates, fillers and the order of kits (H13). */
import { inText, isDrug, type Planted } from './planted.ts';

const CASE = /\/cases\/[0-9a-f-]{36}$/;
const HAND_OUT = /\/trials\/[0-9a-f-]{36}\/dispensings$/;

const handOut = (change: object): Planted['plant'] => ({
  asked: (asked, secret) =>
    HAND_OUT.test(asked.path) && isDrug(secret) ? { ...asked, body: { ...(asked.body as object), ...change } } : asked,
});

export const IN_ACTS: readonly Planted[] = [
  { name: 'another filler', channel: 'body', plant: handOut({ filler: 'lactose' }) },
  { name: 'another last day', channel: 'body', plant: handOut({ usableUntil: '2027-10-01' }) },
  {
    name: 'capsules more in a kit',
    channel: 'body',
    plant: inText(CASE, (text) => text.replaceAll('"capsulesEach":32', '"capsulesEach":33')),
  },
  {
    name: 'kits in another order',
    channel: 'body',
    plant: inText(CASE, (text) => text.replace(/"kits":\["(\w+)","(\w+)"/, '"kits":["$2","$1"')),
  },
  {
    name: 'the commitment a digit shorter',
    channel: 'size',
    plant: inText(CASE, (text) => text.replace(/("commitment":"[0-9a-f]{63})[0-9a-f]/, '$1')),
  },
];
