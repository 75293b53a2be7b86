/**
 * How is this installation told where its data is and who may reach it? Flags, else the environment, else what the table
 * here says. Refuses what cannot work, such as an address other machines reach without https (H16, H31).
 */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { ConfigurationFault } from '../../web/kit/words/en/serve.ts';
import { err, ok, type Result } from '../base/result.ts';

/** Where the data of an installation is. */
export type Place = {
  /** Absolute path; holds the database file, the keys and the anchors. */
  readonly data: string;
  /** postgres://…; undefined = the file in `data`. */
  readonly database?: string;
  /** Absolute path of the key file. */
  readonly keys: string;
};

/** Durations in milliseconds. */
export type Configuration = Place & {
  readonly port: number;
  readonly host: string;
  /** As a browser shows it; undefined = http://localhost and the port. */
  readonly origin?: string;
  readonly trustProxy: boolean;
  readonly metricsToken?: string;
  readonly anchorEvery: number;
  /** undefined = findings are computed only when asked for. */
  readonly findingAfter?: number;
  readonly sessionIdle: number;
  readonly sessionAbsolute: number;
  /** Serves a clinic of invented people below /demo/. */
  readonly demonstration: boolean;
};

/** What commander hands over: text as it was given. */
export type RawPlace = { readonly data: string; readonly database?: string; readonly keys?: string };
export type RawConfiguration = RawPlace & {
  readonly port: string;
  readonly host: string;
  readonly origin?: string;
  readonly trustProxy?: boolean | string;
  readonly metricsToken?: string;
  readonly anchorMinutes: string;
  readonly findingAfter: string;
  readonly sessionIdleHours: string;
  readonly sessionDays: string;
  readonly demonstration: string;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Where the data is: the options every command about the record has. */
export function placeOptions(): readonly Option[] {
  return [
    new Option('--data <folder>', 'folder of the data').env('TITRIAL_DATA').default('titrial-data'),
    new Option('--database <url>', 'PostgreSQL instead of the file in the folder').env('DATABASE_URL'),
    new Option('--keys <file>', 'the key file; keys.json in the folder where absent').env('TITRIAL_KEYS'),
  ];
}

/** Links are made from it. */
export const originOption = (): Option =>
  new Option('--origin <url>', 'the address browsers show, https://clinic.example').env('TITRIAL_ORIGIN');

/** What `serve` may be told. docs/operate.md has the same table, held by a test. */
export function serveOptions(): readonly Option[] {
  return [
    new Option('--port <number>', 'port to listen on; 0 takes any free one').env('TITRIAL_PORT').default('7420'),
    new Option('--host <address>', 'address to listen on; the default reaches this machine only')
      .env('TITRIAL_HOST')
      .default('127.0.0.1'),
    originOption(),
    ...placeOptions(),
    new Option('--trust-proxy', 'believe the address a proxy in front reports').env('TITRIAL_TRUST_PROXY'),
    new Option('--metrics-token <text>', 'who sends it may read /metrics').env('TITRIAL_METRICS_TOKEN'),
    new Option('--anchor-minutes <number>', 'between two signed anchors').env('TITRIAL_ANCHOR_MINUTES').default('10'),
    new Option('--finding-after <minutes>', 'quiet before a finding; off = only when asked for')
      .env('TITRIAL_FINDING_AFTER')
      .default('10'),
    new Option('--demonstration <on|off>', 'a clinic of invented people below /demo/')
      .env('TITRIAL_DEMONSTRATION')
      .default('on'),
    new Option('--session-idle-hours <number>', 'a session unused so long ends')
      .env('TITRIAL_SESSION_IDLE_HOURS')
      .default('336'),
    new Option('--session-days <number>', 'every session ends after so long').env('TITRIAL_SESSION_DAYS').default('90'),
  ];
}

/** Adds options to a command. */
export function withOptions(command: Command, options: readonly Option[]): Command {
  for (const option of options) command.addOption(option);
  return command;
}

/** The place alone. */
export function readPlace(raw: RawPlace): Result<Place, ConfigurationFault> {
  const data = resolve(raw.data);
  if (raw.database !== undefined && !/^postgres(?:ql)?:\/\//.test(raw.database))
    return err({ code: 'database-unreadable' });
  return ok({
    data,
    ...(raw.database === undefined ? {} : { database: raw.database }),
    keys: raw.keys === undefined ? resolve(data, 'keys.json') : resolve(raw.keys),
  });
}

/** All of it, or the first thing that cannot work. */
export function readConfiguration(raw: RawConfiguration): Result<Configuration, ConfigurationFault> {
  const port = Number(raw.port);
  if (!(/^\d{1,5}$/.test(raw.port) && port <= 65_535)) return err({ code: 'port-unreadable', text: raw.port });
  const place = readPlace(raw);
  if (!place.ok) return place;
  const origin = readOrigin(raw.origin, raw.host);
  if (!origin.ok) return origin;
  const times = readTimes(raw);
  if (!times.ok) return times;
  const { demonstration: shown } = raw;
  if (shown !== 'on' && shown !== 'off')
    return err({ code: 'switch-unreadable', option: '--demonstration', text: shown });
  return ok({
    ...place.value,
    ...times.value,
    ...(origin.value === undefined ? {} : { origin: origin.value }),
    ...(raw.metricsToken === undefined ? {} : { metricsToken: raw.metricsToken }),
    port,
    demonstration: shown === 'on',
    host: raw.host,
    trustProxy: raw.trustProxy === true || raw.trustProxy === '1' || raw.trustProxy === 'true',
  });
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** Passkeys and the session's cookie work on https and on this machine's own address, and nowhere else. */
export function readOrigin(text: string | undefined, host: string): Result<string | undefined, ConfigurationFault> {
  if (text === undefined) return LOOPBACK.includes(host) ? ok(undefined) : err({ code: 'origin-missing', host });
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    return err({ code: 'origin-unreadable', text });
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost');
  return safe ? ok(url.origin) : err({ code: 'origin-not-https', text });
}

type Times = Pick<Configuration, 'anchorEvery' | 'findingAfter' | 'sessionIdle' | 'sessionAbsolute'>;

function readTimes(raw: RawConfiguration): Result<Times, ConfigurationFault> {
  const anchor = readAmount('--anchor-minutes', raw.anchorMinutes, MINUTE);
  if (!anchor.ok) return anchor;
  const finding = raw.findingAfter === 'off' ? undefined : readAmount('--finding-after', raw.findingAfter, MINUTE);
  if (finding && !finding.ok) return finding;
  const idle = readAmount('--session-idle-hours', raw.sessionIdleHours, HOUR);
  if (!idle.ok) return idle;
  const absolute = readAmount('--session-days', raw.sessionDays, 24 * HOUR);
  if (!absolute.ok) return absolute;
  const after = finding === undefined ? {} : { findingAfter: finding.value };
  return ok({ anchorEvery: anchor.value, ...after, sessionIdle: idle.value, sessionAbsolute: absolute.value });
}

/** A number above 0, to two decimals, at most 100,000. */
function readAmount(option: string, text: string, unit: number): Result<number, ConfigurationFault> {
  const value = Number(text);
  const fits = /^\d{1,6}(?:\.\d{1,2})?$/.test(text) && value > 0 && value <= 100_000;
  return fits ? ok(Math.round(value * unit)) : err({ code: 'option-unreadable', option, text });
}
