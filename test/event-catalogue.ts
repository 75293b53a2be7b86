/**
 * The catalogue of events, from the table events are written and read by. `node test/event-catalogue.ts --write` puts it
 * into docs/formats/events.md; the test beside this file holds the two together.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Told } from '../src/records/event-fields.ts';
import { EVENT_ROWS } from '../src/records/event-json.ts';

export const CATALOGUE = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'formats', 'events.md');

const INTRODUCTION = `# Events: everything that is ever written of a case

A case is a list of events, in the past tense, that only grows. What a page shows is worked out from them anew. A mistake is put right by another
event; both stay. An export holds events as they are shown here.

An event is a JSON object with \`kind\`, \`version\` and the fields below. Civil days are text, \`"2026-03-29"\`: the day the phone or the page showed.
Doses are text with their unit, \`"1.5 mg"\`, as in every file of Titrial. Instants are milliseconds since 1970-01-01 UTC. A plan inside an event
is a plan file; this shows one:

\`\`\`sh
titrial plan seed-weekly --json
\`\`\`

Every field is needed unless it ends in \`?\`. An unknown kind, version or field is refused, never skipped; so are a key that stands twice, text that
cannot be seen, and numbers out of range. Stored events are canonical JSON (RFC 8785). A version is never changed once written: a new shape gets
the next number, and all older ones are read for ever. One frozen example of each lies in test/golden/events.

\`\`\`json
{
  "kind": "day-kept",
  "version": 1,
  "date": "2026-03-29",
  "scores": { "pain": 4, "fatigue": 6, "sleep": "skipped" },
  "note": "",
  "how": [],
  "clock": { "instant": 1774811400000, "offsetMinutes": 120, "zone": "Europe/Berlin" }
}
\`\`\`

\`clock\` is what the device showed at the moment of the entry: \`instant\`, \`offsetMinutes\` to add to UTC (-840 to 840), and \`zone?\`, the IANA name.

Who, when and where in the order stands beside the event in the ledger: \`seq\`, \`id\`, \`at\` (the server's clock), \`by\`, and for devices \`skew\`, the
server's clock minus the device's in milliseconds. "by" below says who can be behind an event; who may do what is in [authority.md](../authority.md).

This page is made from the table by which events are written and read: \`node test/event-catalogue.ts --write\`.
`;

type Row = (typeof EVENT_ROWS)[number][1][number];

/** One line a field; the fields of an object beneath it, the clock's only once, since every device has one. */
function fieldLines(fields: Readonly<Record<string, Told>>, indent = ''): readonly string[] {
  return Object.entries(fields).flatMap(([name, { told, optional, parts }]) => {
    const line = `${indent}- \`${name}${optional ? '?' : ''}\`: ${told}`;
    return parts && name !== 'clock' ? [line, ...fieldLines(parts, `${indent}  `)] : [line];
  });
}

function section(kind: string, row: Row, version: number): string {
  const lines = fieldLines(row.fields as unknown as Readonly<Record<string, Told>>);
  return `## ${kind}, version ${version}\n${row.told} By: ${row.by}.\n\n${lines.join('\n')}\n`;
}

/** The whole page. */
export function catalogue(): string {
  const sections = EVENT_ROWS.flatMap(([kind, rows]) => rows.map((row, i) => section(kind, row, i + 1)));
  return [INTRODUCTION, ...sections].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv.includes('--write'))
  writeFileSync(CATALOGUE, catalogue());
