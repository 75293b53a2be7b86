/**
 * One meeting of this phone with the clinic: who is signed in, which cases there are, what waits goes out, what is new
 * comes in. One tab at a time; what fails leaves everything as it was, to be tried again (H10, H16).
 */
import type { CaseId } from '../../../../src/base/ids.ts';
import type { CaseItemJson, CaseListJson } from '../../../../src/http/schema/case-json.ts';
import type { MeJson, OwnSessionJson } from '../../../../src/http/schema/people-json.ts';
import { lastDiaryDay } from '../../../../src/records/course.ts';
import { ask, type Refusal } from '../../../kit/ask.ts';
import { PageOutdated } from '../course.ts';
import { dayText, today } from '../device/device.ts';
import { type ActFault, faultOf, storeFault } from '../fault.ts';
import * as here from '../here.ts';
import { lastDayOf, type Marks, readOwner } from '../kept/marks.ts';
import { alone, dropMark, getMark, putMark, write } from '../kept/store.ts';
import { fetchCase, fetchFinding, fetchPermitted } from './fetch.ts';
import { net, outdated } from './net.ts';
import { sendRows } from './send.ts';

/** What the clinic permits is asked again after this long, though nothing is new. */
const PERMITTED_AGE = 1_800_000;
/** A session older than this, on a phone without data, has lost them. */
const OLD_SESSION = 600_000;
const OPENED = Date.now();

/** 'asked': a person waits for it. Answers what went wrong, undefined when all is well. */
export async function sync(why: 'asked' | 'by itself'): Promise<ActFault | undefined> {
  const fault = await alone('titrial:sync', () => meet(why).catch(storeFault));
  if (!fault) net.value = 'reached';
  else net.value = fault.code === 'signed-out' ? 'signed-out' : 'offline';
  return fault;
}

/** The same, for the timer. */
export async function syncByItself(): Promise<'done' | 'later' | 'never'> {
  const fault = await sync('by itself');
  if (!fault) return 'done';
  return fault.code === 'signed-out' ? 'never' : 'later';
}

async function meet(why: 'asked' | 'by itself'): Promise<ActFault | undefined> {
  // Without a network the clinic may still stand on this very machine, so it is tried; it is only not said to be told.
  net.value = navigator.onLine || net.value === 'reached' ? 'sending' : 'offline';
  const owner = readOwner();
  const me = await ask<MeJson>('GET', '/me');
  if (!me.ok) return notIn(me.error);
  await here.openFor(me.value);
  here.belongsTo(me.value);
  const open = here.openNow();
  if (!open) return { code: 'phone-broken' };
  await keepMark('me', me.value);
  const listed = await fetchCases(me.value);
  if (!listed.ok) return faultOf(listed.error);
  const sent = await sendRows();
  if (!sent.ok) return notIn(sent.error);
  const item = here.cases.value.find(({ case: id }) => id === here.chosen.value);
  const fault = item ? await fetchAll(item, why) : undefined;
  if (fault) return fault;
  if (open.isNew && item) await lookWhetherWiped(owner, me.value);
  await keepMark('lastOk', Date.now());
  return undefined;
}

/** Not signed in any more: what is here stays, and can go on being kept. */
function notIn(refusal: Refusal): ActFault {
  const fault = faultOf(refusal);
  if (here.me.value === undefined) here.beforePerson.value = 'signed-out';
  return fault;
}

async function keepMark<K extends 'me' | 'lastOk' | 'wiped'>(key: K, value: Marks[K]): Promise<void> {
  await here.writing((store) => write(store, ['marks'], (tx) => putMark(tx, key, value)));
}

/** Own cases; whoever has no role in the clinic keeps a diary for somebody, so all they see are theirs. */
async function fetchCases(me: MeJson) {
  const list = await ask<CaseListJson>('GET', '/cases?limit=200&order=changed');
  if (!list.ok) return list;
  const isStaff = me.roles.some((role) => role !== 'patient');
  const own = list.value.cases.filter(({ patient }) => !isStaff || patient === me.person);
  await here.writing((store) =>
    write(store, ['marks'], async (tx) => {
      const chosen = choice(own, await getMark(tx, 'chosen'));
      putMark(tx, 'cases', own);
      if (chosen === undefined) dropMark(tx, 'chosen');
      else putMark(tx, 'chosen', chosen);
    }),
  );
  return list;
}

/** The one chosen before; the only one there is, or the only open one; otherwise somebody has to say. */
function choice(own: readonly CaseItemJson[], before: CaseId | undefined): CaseId | undefined {
  if (own.some(({ case: id }) => id === before)) return before;
  const open = own.filter(({ status }) => status === 'open');
  if (open.length === 1) return open[0]?.case;
  return own.length === 1 ? own[0]?.case : undefined;
}

async function fetchAll(item: CaseItemJson, why: 'asked' | 'by itself'): Promise<ActFault | undefined> {
  try {
    const news = await fetchCase(item);
    if (!news.ok) return faultOf(news.error);
    outdated.value = false;
    const { answer, checkedAt } = here.permitted.value ?? {};
    const age = Date.now() - (checkedAt ?? 0);
    const isStale = answer?.day !== dayText(today.value) || age > PERMITTED_AGE || age < 0;
    if (news.value || isStale || why === 'asked') {
      const permitted = await fetchPermitted(item.case);
      if (!permitted.ok) return faultOf(permitted.error);
    }
    if (here.told.value?.as === 'carer') return undefined;
    const found = await fetchFinding(item.case, here.finding.value);
    return found.ok ? undefined : faultOf(found.error);
  } catch (error) {
    if (!(error instanceof PageOutdated)) throw error;
    outdated.value = true;
    return undefined;
  }
}

/** New here, though there was data: the browser says so, or the session is older than the store (H15). */
async function lookWhetherWiped(owner: ReturnType<typeof readOwner>, me: MeJson): Promise<void> {
  const open = here.openNow();
  if (open) open.isNew = false;
  const marked = owner?.clinic === me.clinic && owner.person === me.person && owner.lastDay !== undefined;
  const lastDay = lastDiaryDay(here.course.value);
  if (!marked && (lastDay === undefined || !(await isOldSession()))) return;
  const known = lastDay ?? lastDayOf(owner);
  await keepMark('wiped', known === undefined ? {} : { lastDay: known });
}

async function isOldSession(): Promise<boolean> {
  const list = await ask<{ readonly sessions: readonly OwnSessionJson[] }>('GET', '/me/sessions');
  const mine = list.ok ? list.value.sessions.find(({ current }) => current) : undefined;
  return mine !== undefined && OPENED - Date.parse(mine.at) > OLD_SESSION;
}
