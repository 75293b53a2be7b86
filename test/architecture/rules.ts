/**
 * What is wrong with this file? The rules of the house as a function of a path and a text, so that the rules themselves
 * can be tested with planted faults. Refuses nothing and reads nothing: the caller brings the text.
 */
import { dirname, join } from 'node:path/posix';
import { BRANDS, DOORS, MAP, type Room, roomOf } from './map.ts';
import { type Import, importsOf, type Scan, scan } from './scan.ts';

const IMPURE = [
  ...['Date', 'Math\\.random', 'performance', 'crypto', 'fetch', 'console', 'process', 'await', 'globalThis'],
  ...['setTimeout', 'setInterval', 'queueMicrotask', 'Intl', 'toLocale\\w+', 'localeCompare', 'eval', 'Function\\('],
].map((word) => new RegExp(`(?<![\\w$])${word}(?:\\b|(?<=\\())`));

/** Where a finding's bytes are decided. The language lets Math.exp and its like, and `**`, differ between engines. */
const SAME_BYTES = ['base', 'stats', 'analysis'];
const INEXACT =
  /(?<![\w$.])Math\b(?!\s*\.\s*(?:abs|ceil|clz32|floor|fround|imul|max|min|random|round|sign|sqrt|trunc|[A-Z]\w*)\b)[.\w]*|\*\*=?/g;

const LONGEST = 300;
const NAMELESS = /(?:^|\/)(?:utils?|helpers?|common|shared|misc|types|index)(?:\.[a-z]+)*\.(?:ts|tsx|js|mjs)$/;
const NAMELESS_FOLDER = /(?:^|\/)(?:utils?|helpers?|common|misc)\//;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*$/;

/** Every rule the file breaks, as sentences; empty when it keeps them all. `path` is relative to the checkout. */
export function faultsOf(path: string, text: string): readonly string[] {
  const faults = [...shapeFaults(path, text)];
  const inMap = path.startsWith('src/') || path.startsWith('web/');
  const isCode = /\.tsx?$/.test(path) && !/\.test\.ts$/.test(path) && !/\.config\.ts$/.test(path);
  if (!inMap || !isCode) return faults;
  if (!text.startsWith('/**')) faults.push('does not open with the question it answers (a /** comment)');
  const room = roomOf(path);
  const rules = room === undefined ? undefined : MAP[room];
  if (room === undefined || rules === undefined) return [...faults, 'is not on the map'];
  const read = scan(text);
  const imports = importsOf(read);
  faults.push(...imports.flatMap((used) => importFaults(path, room, rules, used)));
  faults.push(...imports.flatMap((used) => doorFaults(path, used)));
  if (rules.pure)
    faults.push(...IMPURE.filter((word) => word.test(read.code)).map((w) => `pure, but uses ${shown(w)}`));
  if (SAME_BYTES.includes(room))
    faults.push(...[...read.code.matchAll(INEXACT)].map(([use]) => `uses ${use}: its last bit is the engine's`));
  return [...faults, ...brandFaults(path, read), ...moveFaults(path, read), ...openerFaults(path, read)];
}

const shown = (word: RegExp): string => word.source.replace(/^\(.*?\)|\(\?:.*$/g, '').replaceAll('\\', '');

function shapeFaults(path: string, text: string): readonly string[] {
  const faults: string[] = [];
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (lines > LONGEST) faults.push(`has ${lines} lines; ${LONGEST} is the most`);
  if (NAMELESS.test(path) || NAMELESS_FOLDER.test(path)) faults.push('is not named for the noun it defines');
  if (!KEBAB.test(path.split('/').at(-1) ?? '')) faults.push('is not named in kebab-case');
  return faults;
}

function importFaults(path: string, room: string, rules: Room, used: Import): readonly string[] {
  if (used.from === '?') return ['imports a computed name, which no rule can follow'];
  if (!used.from.startsWith('.')) {
    const plain = used.from.replace(/\?.*$/, '');
    const inside = rules.packages.some(
      (name) => plain === name || plain.startsWith(`${name}/`) || (name === 'node:*' && plain.startsWith('node:')),
    );
    return inside ? [] : [`${room} may not use the package ${plain}`];
  }
  const target = join(dirname(path), used.from.replace(/\?.*$/, ''));
  if (isData(target)) return [];
  const there = roomOf(target);
  if (there === undefined) return [`imports ${target}, which is not on the map`];
  if (there === room || rules.folders.includes(there)) return [];
  if (used.typeOnly && rules.types?.includes(there)) return [];
  return [`${room} may not import ${there}`];
}

/** Data, style and the built page are not code. */
const isData = (target: string): boolean => /\.(?:json|css|csv|svg|woff2)$|^web\/\w+\/dist$/.test(target);

function doorFaults(path: string, used: Import): readonly string[] {
  const target = used.from.startsWith('.') ? join(dirname(path), used.from).replace(/\.tsx?$/, '') : used.from;
  return DOORS.filter(({ from }) => target === from || target.startsWith(`${from}/`))
    .filter(({ name }) => name === undefined || used.names.includes(name) || used.names.includes('*'))
    .filter(
      ({ from, openTo }) =>
        !openTo.some((open) => (open.endsWith('/') ? path.startsWith(open) : path === open)) && path !== `${from}.ts`,
    )
    .map(({ from, name, why }) => `may not import ${name ?? 'anything'} from ${from}: ${why}`);
}

function brandFaults(path: string, { code }: Scan): readonly string[] {
  return Object.entries(BRANDS)
    .filter(
      ([brand, home]) => path !== home && new RegExp(`\\bas ${brand}\\b(?!\\[)`).test(code.replace(IMPORT_LIST, '')),
    )
    .map(([brand, home]) => `casts a value to ${brand}; only ${home} may`);
}

/** "{ a as Dose }" of an import renames, it does not cast. */
const IMPORT_LIST = /\b(?:import|export)\s+(?:type\s+)?\{[^}]*\}/g;

const MOVES = [
  ...['plan-signed', 'plan-cosigned', 'plan-transcribed', 'plan-ended', 'move-taken'],
  ...['interruption-planned', 'interruption-ended'],
  ...['trial-started', 'trial-stopped'],
];
const DECLARES = ['src/records/event.ts', 'src/records/event-supply.ts'];

/** A person moves the dose: the events that change one are made in one file and say who decided (H11). */
function moveFaults(path: string, { code, strings }: Scan): readonly string[] {
  const named = [...code.matchAll(/\b(?:type|kind|event)\s*:\s*"§(\d+)"/g)].map((m) => strings[Number(m[1])] ?? '');
  const moves = named.filter((name) => MOVES.includes(name));
  if (moves.length === 0 || path === 'src/service/titration.ts') return [];
  if (!DECLARES.includes(path)) return [`makes ${moves[0]}; only src/service/titration.ts may`];
  return /\bdecidedBy\s*:/.test(code) ? [] : [`declares ${moves[0]} without decidedBy`];
}

const OPENERS = ['src/service/unblind.ts', 'src/platform/pharmacy.ts', 'src/records/ports.ts'];

/** What is sealed to the pharmacy opens in one place (H13). */
function openerFaults(path: string, { code }: Scan): readonly string[] {
  if (!/\bopenerFor\b/.test(code) || OPENERS.includes(path)) return [];
  return ['asks for what opens a seal; only src/service/unblind.ts may'];
}
