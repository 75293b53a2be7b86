/** Who has to do with the case? Its ties; an admin without one sees none of them and may make one (H16). */
import { hasRole } from '../frame/session.ts';
import { Ties } from '../people/ties.tsx';
import { type CaseWords, isHereAs } from './here.ts';
import type { TabProps } from './tab.tsx';

export function CasePeople({ here }: TabProps<CaseWords>) {
  const { id, view, people, reload } = here;
  const mayChange = isHereAs(here, 'prescriber', 'coordinator') || hasRole('admin');
  return <Ties {...{ id, people, mayChange, reload }} ties={view?.ties ?? []} />;
}
