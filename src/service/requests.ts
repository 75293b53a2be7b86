/**
 * What does a patient ask for, and what was answered? A request goes to the prescriber; agreeing to it moves no dose: a
 * person then takes a move the plan permits, or signs another plan (H11).
 */
import type { LocalDate } from '../base/calendar.ts';
import { type CaseId, idFrom, type RequestId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { RequestRecord } from '../records/case-state.ts';
import type { EventOf } from '../records/event.ts';
import type { Actor, Denial } from './authority.ts';
import { actOnCase, type CaseBusy, type Decision, newEvent, readCase } from './case-record.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import type { Ports } from './ports.ts';

/** More than this and nobody reads them; the first ones have to be answered before others are made. */
export const MOST_OPEN_REQUESTS = 10;

export type RequestRefusal =
  | Denial
  | CaseBusy
  | DayImplausible
  | { readonly code: 'case-closed' }
  | { readonly code: 'too-many-open-requests'; readonly limit: number }
  | { readonly code: 'request-unknown' }
  | { readonly code: 'request-answered-already'; readonly answer: 'agreed' | 'declined' };

type Decided = Result<Decision<{ readonly request: RequestId }>, RequestRefusal>;

export type NewRequest = {
  /** Made where the request is made, so that sending it twice makes one; undefined = the server makes it. */
  readonly request?: RequestId;
  readonly wish: EventOf<'request-made'>['wish'];
  readonly note: string;
  readonly day: LocalDate;
};

/** Puts a request before the prescriber; one that is there already is told again and not made twice. */
export async function makeRequest(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { request: given, wish, note, day }: NewRequest,
): Promise<Result<{ readonly request: RequestId; readonly seq: number }, RequestRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  const request = given ?? idFrom<'request'>(ports.clock.now(), ports.entropy.bytes(10));
  return actOnCase(ports, actor, id, 'request.make', ({ state }): Decided => {
    const value = { request };
    if (state.requests.some((each) => each.request === request)) return ok({ events: [], value });
    if (state.status !== 'open') return err({ code: 'case-closed' });
    const open = state.requests.filter(({ answer }) => answer === undefined);
    if (open.length >= MOST_OPEN_REQUESTS) return err({ code: 'too-many-open-requests', limit: MOST_OPEN_REQUESTS });
    return ok({
      events: [newEvent(ports, { kind: 'request-made', version: 1, request, wish, note, on: day })],
      value,
    });
  });
}

export type RequestAnswer = {
  readonly request: RequestId;
  readonly answer: 'agreed' | 'declined';
  readonly note: string;
};

/** The prescriber's answer. No dose moves by it. The same answer again is no fault. */
export async function answerRequest(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { request, answer, note }: RequestAnswer,
): Promise<Result<{ readonly request: RequestId; readonly seq: number }, RequestRefusal>> {
  return actOnCase(ports, actor, id, 'request.answer', ({ state }): Decided => {
    const found = state.requests.find((each) => each.request === request);
    if (!found) return err({ code: 'request-unknown' });
    if (found.answer === answer && found.answeredBy === actor.person) return ok({ events: [], value: { request } });
    if (found.answer !== undefined) return err({ code: 'request-answered-already', answer: found.answer });
    const decided = { kind: 'request-answered', version: 1, request, answer, note, decidedBy: actor.person } as const;
    return ok({ events: [newEvent(ports, decided)], value: { request } });
  });
}

/** The requests of a case, in the order they were made. */
export async function listRequests(
  ports: Ports,
  actor: Actor,
  id: CaseId,
): Promise<Result<readonly RequestRecord[], Denial>> {
  const opened = await readCase(ports, actor, id, 'request.read');
  return opened.ok ? ok(opened.value.state.requests) : opened;
}
