/**
 * How does somebody come into the demonstration? By one click, as somebody invented; it is made first where it is not there,
 * and says meanwhile how far it is. Leads to the page of that role. Asks nothing but the demonstration (H35).
 */
import type { DemonstrationJson } from '../../src/http/schema/demonstration-json.ts';
import { askAt } from './ask.ts';

const BASE = '/demo/api/v1';
/** Between two looks at how far it is, milliseconds. */
const LOOK = 300;

export type Entrant = DemonstrationJson['entrants'][number];

const AT_THE_PATIENTS_PAGE: readonly Entrant[] = ['patient', 'liquid-patient', 'trial-patient', 'carer'];

/** How far the demonstration is; undefined where it cannot be asked. */
export async function demonstrationState(): Promise<DemonstrationJson | undefined> {
  const state = await askAt<DemonstrationJson>(BASE, 'GET', '/demo/state');
  return state.ok ? state.value : undefined;
}

/** Comes in and goes to the page; ends with what stood against it. `told`: how many cases stand, of how many. */
export async function enterDemonstration(
  as: Entrant,
  told: (done: number, of: number) => void,
): Promise<'unreachable' | 'failed' | 'entered'> {
  let over = false;
  const watch = async (): Promise<void> => {
    while (!over) {
      await new Promise((go) => setTimeout(go, LOOK));
      const state = over ? undefined : await demonstrationState();
      if (state?.state === 'building' && !over) told(state.done, state.of);
    }
  };
  void watch();
  const entered = await askAt(BASE, 'POST', '/demo/enter', { as });
  over = true;
  if (!entered.ok) return entered.error.from === 'page' ? 'unreachable' : 'failed';
  goTo(AT_THE_PATIENTS_PAGE.includes(as) ? '/demo/app/' : '/demo/clinic/#/inbox');
  return 'entered';
}

/** A page that stands there already must begin anew, as somebody else. */
function goTo(address: string): void {
  const same = new URL(address, location.href).pathname === location.pathname;
  location.assign(address);
  if (same) location.reload();
}
