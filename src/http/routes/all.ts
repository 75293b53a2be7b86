/** Every route of the interface, topic by topic, in the order in which the document shows them. */
import type { Route } from '../route.ts';

export const ROUTES: readonly Route[] = [];
