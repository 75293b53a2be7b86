/**
 * Two clinics, three cases and everybody who may have to do with one: what the table of routes by roles is tried on. Every
 * case holds one of everything an address can name, so that 404 means "not yours" and never "not there".
 */
import assert from 'node:assert/strict';
import type { CaseId, PersonId } from '../../src/base/ids.ts';
import { clinicApp } from '../../src/http/clinic-app.ts';
import { planToJson } from '../../src/medicine/plan-json.ts';
import { templatePlan } from '../../src/medicine/templates.ts';
import type { Role } from '../../src/records/person.ts';
import type { Actor } from '../../src/service/authority.ts';
import { addTie, type TieRelation } from '../../src/service/case-ties.ts';
import { computeNow } from '../../src/service/find.ts';
import { invite } from '../../src/service/invitations.ts';
import { syncDiary } from '../../src/service/keep-diary.ts';
import { recordMedicine } from '../../src/service/medicines.ts';
import { openCase } from '../../src/service/open-case.ts';
import { saveDraft } from '../../src/service/plan-drafts.ts';
import type { Ports } from '../../src/service/ports.ts';
import { makeRequest } from '../../src/service/requests.ts';
import { openSession } from '../../src/service/sessions.ts';
import { designTrial } from '../../src/service/trial/design.ts';
import { anyId, dayKept, dayOf, got } from './case-world.ts';
import { type HttpWorld, httpWorld } from './http-world.ts';
import { typedProtocol } from './trial-world.ts';

export const ASKERS = ['nobody', 'patient', 'carer', 'prescriber', 'pharmacist', 'coordinator', 'admin'] as const;
export type Asker = (typeof ASKERS)[number];
/** Whose thing an address names: one's own case's, another's of the clinic, another clinic's. */
export const PLACES = ['own', 'other', 'foreign'] as const;
export type Place = (typeof PLACES)[number];

/** What an address can name, by place. */
export type Named = { readonly [Name in NamedThing]: string };
type NamedThing =
  | 'case'
  | 'person'
  | 'carer'
  | 'medicine'
  | 'plan'
  | 'request'
  | 'finding'
  | 'session'
  | 'credential'
  | 'event'
  | 'trial';

export type AuthorityWorld = {
  readonly app: HttpWorld['app'];
  readonly now: number;
  readonly token: (asker: Asker) => string | undefined;
  readonly named: Readonly<Record<Place, (asker: Asker) => Named>>;
  /** An open link of somebody new. */
  readonly invitation: string;
};

type Signed = { readonly actor: Actor; readonly token: string };

const ROLE: Readonly<Record<Exclude<Asker, 'nobody'>, readonly Role[]>> = {
  patient: ['patient'],
  carer: [],
  prescriber: ['prescriber'],
  pharmacist: ['pharmacist'],
  coordinator: ['coordinator'],
  admin: ['admin'],
};

async function person(ports: Ports, clinic: Actor['clinic'], name: string, roles: readonly Role[]): Promise<Signed> {
  const at = ports.clock.now();
  const record = { clinic, person: anyId<'person'>(), name, roles, state: 'active', at } as const;
  assert.equal(await ports.storage.people.savePerson(record), 'saved');
  const credential = { credential: `key-${record.person}`, person: record.person, secret: 'x', counter: 0 };
  const kept = { clinic, ...credential, transports: [], label: 'Key', at };
  assert.equal(await ports.storage.people.addCredential(kept), 'added');
  const { token, actor } = await openSession(ports, record, { device: 'test', from: '' });
  return { actor, token };
}

type Held = Pick<Named, 'case' | 'person' | 'carer' | 'medicine' | 'plan' | 'request' | 'finding' | 'event' | 'trial'>;

/** A case with a draft, an unknown medicine, a request, a kept day, a finding and a carer. */
async function heldCase(world: HttpWorld, prescriber: Actor, patient: Actor, carer: Actor): Promise<Held> {
  const { ports } = world;
  const day = dayOf(world);
  const who = { label: 'A-17', indications: [], washout: 'label' } as const;
  const { case: id } = got(await openCase(ports, prescriber, { ...who, patient: { person: patient.person } }));
  got(await addTie(ports, prescriber, id, { person: carer.person, relation: 'carer' }));
  const { plan } = got(await saveDraft(ports, prescriber, id, { content: planToJson(templatePlan('seed-weekly')) }));
  const unknown = { text: 'Xyzzamol', form: 'unknown', use: { kind: 'current' } } as const;
  const { medicine } = got(await recordMedicine(ports, prescriber, id, { medicine: unknown, day }));
  const { request } = got(await makeRequest(ports, patient, id, { wish: 'hold', note: '', day }));
  const kept = dayKept(world.now, 4);
  got(await syncDiary(ports, patient, id, { sentAt: world.now, events: [kept] }));
  const { trial } = got(await designTrial(ports, prescriber, id, { protocol: typedProtocol(), day }));
  const { finding } = got(await computeNow(ports, prescriber, id));
  return {
    case: id,
    person: patient.person,
    carer: carer.person,
    medicine,
    plan,
    request,
    ...{ finding: finding.finding, event: kept.id, trial },
  };
}

/** Everything anew: an act in one cell must not be seen in another. */
export async function authorityWorld(): Promise<AuthorityWorld> {
  const world = httpWorld();
  // What a finding says is not asked for here, so the analysis answers at once, with nothing found.
  const ports: Ports = {
    ...world.ports,
    analysts: { analyse: async () => ({ findings: [], refusals: [] }), close: async () => {} },
  };
  const app = clinicApp(ports, { log: () => {} });
  const tried = { ...world, ports };
  const [here, there] = [anyId<'clinic'>(), anyId<'clinic'>()];
  for (const clinic of [here, there])
    await ports.storage.people.saveClinic({
      clinic,
      name: 'Riverside',
      state: 'open',
      maximumCeiling: 4_500,
      at: world.now,
    });
  const team = new Map<Asker, Signed>();
  for (const asker of ASKERS) if (asker !== 'nobody') team.set(asker, await person(ports, here, asker, ROLE[asker]));
  const of = (asker: Asker): Actor => (team.get(asker) as Signed).actor;
  const own = await heldCase(tried, of('prescriber'), of('patient'), of('carer'));
  for (const relation of ['pharmacist', 'coordinator'] as const)
    got(
      await addTie(ports, of('prescriber'), own.case as CaseId, {
        person: of(relation).person,
        relation: relation as TieRelation,
      }),
    );
  const elsewhere = async (clinic: Actor['clinic']): Promise<Held & { readonly session: string }> => {
    const [prescriber, patient, carer] = [
      await person(ports, clinic, 'Dr B', ['prescriber']),
      await person(ports, clinic, 'P', ['patient']),
      await person(ports, clinic, 'C', []),
    ];
    const held = await heldCase(tried, prescriber.actor, patient.actor, carer.actor);
    return { ...held, session: patient.actor.session };
  };
  const [other, foreign] = [await elsewhere(here), await elsewhere(there)];
  const link = got(await invite(ports, of('admin'), { name: 'New', roles: ['patient'] }));
  const credentialOf = (id: string): string => `key-${id}`;
  return {
    app,
    now: world.now,
    token: (asker) => team.get(asker)?.token,
    invitation: link.token,
    named: {
      own: (asker) => {
        const self = team.get(asker)?.actor;
        return {
          ...own,
          session: self?.session ?? 'none',
          credential: credentialOf(self?.person ?? ('none' as PersonId)),
        };
      },
      other: () => ({ ...other, credential: credentialOf(other.person) }),
      foreign: () => ({ ...foreign, credential: credentialOf(foreign.person) }),
    },
  };
}
