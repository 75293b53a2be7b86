/** Planted leaks in what the interface answers: value, order, length, status, header, refusal, file. */
import { inBody, inFrame, inText, type Planted, withHeader } from './planted.ts';

const CASE = /\/cases\/[0-9a-f-]{36}$/;

export const IN_ANSWERS: readonly Planted[] = [
  { name: 'a field more', channel: 'body', plant: inText(CASE, (text) => text.replace(/^\{/, '{"more":1,')) },
  { name: 'another value', channel: 'body', plant: inText(CASE, (text) => text.replace('"A-17"', '"A-18"')) },
  {
    name: 'another order of keys',
    channel: 'body',
    plant: inText(CASE, (text) => text.replace(/("case":"[^"]+"),("label":"[^"]+")/, '$2,$1')),
  },
  { name: 'a blank more', channel: 'size', plant: inText(/\/screening\?/, (text) => `${text} `) },
  {
    name: 'people in another order',
    channel: 'body',
    plant: inBody(/\/people$/, ({ people = [], ...rest }) => ({ ...rest, people: people.reverse() })),
  },
  {
    name: 'an event fewer',
    channel: 'body',
    plant: inBody(/\/events$/, ({ events, ...rest }) => ({ ...rest, events: events?.slice(0, -1) })),
  },
  {
    name: 'events in another order',
    channel: 'body',
    plant: inBody(/\/events$/, ({ events, ...rest }) => ({ ...rest, events: events?.reverse() })),
  },
  {
    name: 'lots shown',
    channel: 'body',
    plant: inText(CASE, (text) => text.replaceAll('"lots":""', '"lots":"A1"')),
  },
  {
    name: 'more in the export',
    channel: 'body',
    plant: inText(/\/export$/, (text) => text.replace(/^\{/, '{"arm":"drug",')),
  },
  {
    name: 'a reading more in the access log',
    channel: 'body',
    plant: inBody(/\/accesses$/, ({ accesses = [], ...rest }) => ({ ...rest, accesses: [...accesses, accesses[0]] })),
  },
  {
    name: 'another word in the inbox',
    channel: 'body',
    plant: inText(/\/inbox$/, (text) => text.replace(/"attention":\[/, '"attention":["silent",')),
  },
  {
    name: 'a header more',
    channel: 'header',
    plant: inFrame(/\/me$/, (answer) => withHeader(answer, 'x-cache', 'hit')),
  },
  {
    name: 'a tag that is kept',
    channel: 'header',
    plant: inFrame(/\/plan-templates$/, (answer) => withHeader(answer, 'etag', '"a"')),
  },
  { name: 'another status', channel: 'status', plant: inFrame(/\/inbox$/, (answer) => ({ ...answer, status: 203 })) },
  {
    name: 'refused as not there',
    channel: 'status',
    plant: inFrame(/\/accesses$/, (answer) => (answer.status === 403 ? { ...answer, status: 404 } : answer)),
  },
  {
    name: 'another code of refusal',
    channel: 'body',
    plant: inText(/\/findings/, (text) => text.replace('"code":"not-allowed"', '"code":"not-signed-in"')),
  },
  {
    name: 'another word in a refusal',
    channel: 'body',
    plant: inText(/\/screening\?/, (text) => text.replace(/("detail":"[^"]*)e/, '$1a')),
  },
  {
    name: 'how soon to ask again',
    channel: 'header',
    plant: inFrame(/\/titration\?/, (answer) =>
      answer.status < 400 ? answer : withHeader(answer, 'retry-after', '5'),
    ),
  },
  {
    name: 'a count in the metrics',
    channel: 'metrics',
    plant: inText(/^\/metrics$/, (text) => `${text}titrial_capsules_total{filling="a"} 1\n`),
  },
];
