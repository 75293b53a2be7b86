/** The people of a clinic and what the clinic has decided for itself. */
import { z } from 'zod';
import { changeClinic, readClinic } from '../../service/clinic.ts';
import { invite, newDeviceLink } from '../../service/invitations.ts';
import { changeRoles, leaveClinic, listPeople, readPerson, renamePerson } from '../../service/people.ts';
import { type Route, signedRoute } from '../route.ts';
import { CURSOR, LIMIT, list, MICROGRAMS } from '../schema/field.ts';
import { CLINIC, LINK, NAME, PEOPLE, PERSON, ROLE } from '../schema/people.ts';

const ROLES_GIVEN = list(ROLE, 10);

const CLINIC_ROUTES: readonly Route[] = [
  signedRoute({
    method: 'get',
    path: '/clinic',
    tag: 'People',
    name: 'readClinic',
    summary: 'The clinic one is signed in to.',
    answer: CLINIC,
    call: (ports, { actor }) => readClinic(ports, actor),
  }),
  signedRoute({
    method: 'patch',
    path: '/clinic',
    tag: 'People',
    name: 'changeClinic',
    summary: 'Changes its name or its highest ceiling. Plans already signed stay as they are.',
    body: z.strictObject({ name: NAME.exactOptional(), maximumCeiling: MICROGRAMS.exactOptional() }),
    answer: CLINIC,
    call: (ports, { actor, body }) => changeClinic(ports, actor, body),
  }),
];

export const PEOPLE_ROUTES: readonly Route[] = [
  signedRoute({
    method: 'get',
    path: '/people',
    tag: 'People',
    name: 'listPeople',
    summary: 'The people of the clinic by name, a page at a time.',
    query: z.strictObject({
      nameStart: z.string().max(200).exactOptional(),
      after: CURSOR.exactOptional(),
      limit: LIMIT.exactOptional(),
    }),
    answer: PEOPLE,
    call: (ports, { actor, query }) => listPeople(ports, actor, { limit: 50, ...query }),
  }),
  signedRoute({
    method: 'post',
    path: '/people',
    tag: 'People',
    name: 'invite',
    summary: 'Makes somebody known and a one-time link for them. No roles: a carer.',
    status: 201,
    body: z.strictObject({ name: NAME, roles: ROLES_GIVEN }),
    answer: LINK,
    call: (ports, { actor, body }) => invite(ports, actor, body),
  }),
  signedRoute({
    method: 'get',
    path: '/people/{person}',
    tag: 'People',
    name: 'readPerson',
    summary: 'One person.',
    answer: PERSON,
    call: (ports, { actor, params }) => readPerson(ports, actor, params.person),
  }),
  signedRoute({
    method: 'put',
    path: '/people/{person}/roles',
    tag: 'People',
    name: 'changeRoles',
    summary: 'Gives a person these roles and no others; they sign in again.',
    body: z.strictObject({ roles: ROLES_GIVEN }),
    answer: PERSON,
    call: (ports, { actor, params, body }) => changeRoles(ports, actor, { ...params, ...body }),
  }),
  signedRoute({
    method: 'put',
    path: '/people/{person}/name',
    tag: 'People',
    name: 'renamePerson',
    summary: 'Writes a name anew.',
    body: z.strictObject({ name: NAME }),
    answer: PERSON,
    call: (ports, { actor, params, body }) => renamePerson(ports, actor, { ...params, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/people/{person}/device-link',
    tag: 'People',
    name: 'newDeviceLink',
    summary: 'A link for somebody who lost their device; ends their sessions.',
    status: 201,
    body: z.strictObject({ removeWays: z.boolean() }),
    answer: LINK,
    call: (ports, { actor, params, body }) => newDeviceLink(ports, actor, { ...params, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/people/{person}/leave',
    tag: 'People',
    name: 'leaveClinic',
    summary: 'The person leaves: no sign-in, no session, no open link.',
    answer: PERSON,
    call: (ports, { actor, params }) => leaveClinic(ports, actor, params.person),
  }),
  ...CLINIC_ROUTES,
];
