/** Every route of the interface, topic by topic, in the order in which the document shows them. */
import type { Route } from '../route.ts';
import { ME_ROUTES } from './me.ts';
import { PEOPLE_ROUTES } from './people.ts';
import { SET_UP_ROUTES } from './set-up.ts';
import { SIGN_IN_ROUTES } from './sign-in.ts';

export const ROUTES: readonly Route[] = [...SET_UP_ROUTES, ...SIGN_IN_ROUTES, ...ME_ROUTES, ...PEOPLE_ROUTES];
