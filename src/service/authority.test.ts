/** docs/authority.md is the expectation, written by hand; the code is asked about everything there is to ask. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { PersonId } from '../base/ids.ts';
import { RELATIONS, type Relation, ROLES, type Role } from '../records/person.ts';
import { authorise, CASE_ACTIONS, CLINIC_ACTIONS, capacitiesOf, permits, type Standing } from './authority.ts';
import { viewFor } from './case-view.ts';

const PAGE = readFileSync(new URL('../../docs/authority.md', import.meta.url), 'utf8');

/** Rows of the table under a heading: first cell without its back-ticks → column → cell. */
function tableUnder(heading: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const part = PAGE.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = [...part.matchAll(/^\|(.+)\|$/gm)].map(([, row = '']) => row.split('|').map((cell) => cell.trim()));
  const [head = [], , ...body] = rows;
  const cells = (row: readonly string[]) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? '']));
  return new Map(body.map((row) => [(row[0] ?? '').replaceAll('`', ''), cells(row)]));
}

/** Every subset of a list. */
function subsets<T>(of: readonly T[]): readonly (readonly T[])[] {
  let sets: readonly (readonly T[])[] = [[]];
  for (const each of of) sets = sets.flatMap((set) => [set, [...set, each]]);
  return sets;
}

/** Who acts in a capacity, as the page says it: role and tie fit; a carer needs no role, an admin no tie. */
const MEANS: Readonly<Record<string, (standing: Standing) => boolean>> = {
  patient: ({ roles, relations, solo }) => roles.includes('patient') && relations.includes('patient') && !solo,
  alone: ({ roles, relations, solo }) => roles.includes('patient') && relations.includes('patient') && solo,
  carer: ({ relations }) => relations.includes('carer'),
  prescriber: ({ roles, relations }) => roles.includes('prescriber') && relations.includes('prescriber'),
  pharmacist: ({ roles, relations }) => roles.includes('pharmacist') && relations.includes('pharmacist'),
  coordinator: ({ roles, relations }) => roles.includes('coordinator') && relations.includes('coordinator'),
  admin: ({ roles }) => roles.includes('admin'),
};
const MEANS_IN_CLINIC: typeof MEANS = {
  'anyone signed in': () => true,
  alone: ({ roles, solo }) => roles.includes('patient') && solo,
  prescriber: ({ roles }) => roles.includes('prescriber'),
  coordinator: ({ roles }) => roles.includes('coordinator'),
  admin: ({ roles }) => roles.includes('admin'),
};

const STANDINGS: readonly Standing[] = subsets<Role>(ROLES).flatMap((roles) =>
  subsets<Relation>(RELATIONS).flatMap((relations) => [true, false].map((solo) => ({ roles, relations, solo }))),
);

function expected(cells: Readonly<Record<string, string>>, means: typeof MEANS, standing: Standing): boolean {
  return Object.entries(means).some(([column, fits]) => cells[column] === 'yes' && fits(standing));
}

test('the page has a row for every action and every cell says yes or no, with a reason', () => {
  const parts: readonly [string, readonly string[], typeof MEANS][] = [
    ['With a case', CASE_ACTIONS, MEANS],
    ['Without a case', CLINIC_ACTIONS, MEANS_IN_CLINIC],
  ];
  for (const [heading, actions, means] of parts) {
    const table = tableUnder(heading);
    assert.deepEqual([...table.keys()].sort(), [...actions].sort(), heading);
    for (const [action, cells] of table) {
      for (const column of Object.keys(means)) assert.match(cells[column] ?? '', /^(yes|no)$/, `${action}, ${column}`);
      assert.ok((cells.why ?? '').length > 10, `${action} has no reason`);
    }
  }
});

test('every action, asked by every set of roles with every set of ties, is answered as the page says', () => {
  assert.equal(STANDINGS.length, 32 * 32 * 2);
  const parts = [
    [CASE_ACTIONS, tableUnder('With a case'), MEANS],
    [CLINIC_ACTIONS, tableUnder('Without a case'), MEANS_IN_CLINIC],
  ] as const;
  for (const [actions, table, means] of parts)
    for (const action of actions)
      for (const standing of STANDINGS) {
        const wanted = expected(table.get(action) ?? {}, means, standing);
        if (permits(action, standing) !== wanted) assert.fail(`${action} ${JSON.stringify(standing)}: not ${wanted}`);
      }
});

test('who has neither a tie nor the keeping of lists is told that there is no such case', () => {
  for (const action of CASE_ACTIONS)
    for (const standing of STANDINGS) {
      const may = authorise(action, standing);
      if (may.ok) continue;
      const knows = standing.relations.length > 0 || standing.roles.includes('admin');
      assert.equal(may.error.code, knows ? 'not-allowed' : 'not-found', `${action} ${JSON.stringify(standing)}`);
    }
});

test('every part of a case is shown to whom the page says, and to nobody else', () => {
  const table = tableUnder('What `case.read` shows');
  const nobody = 'nobody' as PersonId;
  const state = { ...WHOLE, patient: nobody };
  for (const standing of STANDINGS) {
    const view: object = viewFor(standing, state);
    const shown = Object.keys(view).filter((part) => !['case', 'label', 'status', 'solo', 'as'].includes(part));
    const wanted = [...table].filter(([, cells]) => expected(cells, MEANS, standing)).map(([part]) => part);
    assert.deepEqual(shown.sort(), wanted.sort(), JSON.stringify(standing));
  }
});

test('a part of the state that is new is shown to nobody until the page says to whom', () => {
  const standing = STANDINGS.at(-2);
  assert.ok(standing && capacitiesOf(standing).length > 5);
  const view: object = viewFor(standing, { ...WHOLE, corrections: { secret: 1 } } as unknown as typeof WHOLE);
  assert.equal(JSON.stringify(view).includes('secret'), false);
});

const WHOLE = {
  ...{ clinic: 'c', case: 'k', patient: 'p', label: 'K', indications: [], solo: false, washout: 'label' },
  ...{ status: 'open', ties: [], medicines: [], answers: {}, overrides: [], screened: {}, screenedOn: [], plans: [] },
  ...{
    moves: [],
    slots: {},
    days: {},
    sideEffects: [],
    redFlags: [],
    changes: [],
    requests: [],
    laboratory: [],
    products: [],
    supply: [],
    interruptions: [],
    trials: [],
    kitDoses: {},
    guesses: {},
  },
  ...{ entries: {}, corrections: {}, flagsCleared: {}, reportsSeen: {} },
} as unknown as Parameters<typeof viewFor>[1];
