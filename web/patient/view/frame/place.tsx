/** Which part of the page is drawn? The day is there at once; other places come when they are first entered. */
import type { ComponentType } from 'preact';
import type { PlaceName, Route } from '../../route.ts';
import { CardPage } from '../card/card-page.tsx';
import { Fetched } from '../fetched.tsx';
import { SeriousPage } from '../new/serious.tsx';
import { PlanPage } from '../plan/plan-page.tsx';
import { DayPage, TodayPage } from '../today/today-page.tsx';
import { TRIAL_PARTS } from '../trial/load.ts';

type PlaceView = ComponentType<{ argument: string }>;

/** What cannot wait is part of the page: the day, serious signs, stopping, the card. */
const AT_ONCE: { readonly [P in PlaceName]?: PlaceView } = {
  today: TodayPage,
  day: DayPage,
  serious: SeriousPage,
  plan: PlanPage,
  card: CardPage,
};

const LATER: { readonly [P in PlaceName]?: () => Promise<PlaceView> } = {
  answer: async () => (await import('../answer/answer-page.tsx')).AnswerPage,
  more: async () => (await import('../more/pages.ts')).MorePage,
  letter: async () => (await import('../more/pages.ts')).LetterPage,
  evidence: async () => (await import('../more/pages.ts')).EvidencePage,
  medicines: async () => (await import('../more/pages.ts')).MedicinesPage,
  screening: async () => (await import('../more/pages.ts')).ScreeningPage,
  solo: async () => (await import('../solo/solo-page.tsx')).SoloPage,
  products: async () => (await import('../more/pages.ts')).ProductsPage,
  settings: async () => (await import('../more/pages.ts')).SettingsPage,
  record: async () => (await import('../more/pages.ts')).RecordPage,
  devices: async () => (await import('../more/pages.ts')).DevicesPage,
  trial: TRIAL_PARTS.page,
  refused: async () => (await import('../more/pages.ts')).RefusedPage,
};

export function Place({ place, argument }: Route) {
  const View = AT_ONCE[place];
  if (View) return <View argument={argument} />;
  const load = LATER[place];
  return load ? <Fetched load={load} with={{ argument }} /> : null;
}
