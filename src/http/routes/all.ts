/** Every route of the interface, topic by topic, in the order in which the document shows them. */
import type { Route } from '../route.ts';
import { CASE_ROUTES } from './cases.ts';
import { DIARY_ROUTES } from './diary.ts';
import { FINDING_ROUTES } from './findings.ts';
import { LETTER_ROUTES } from './letters.ts';
import { ME_ROUTES } from './me.ts';
import { PEOPLE_ROUTES } from './people.ts';
import { PLAN_ROUTES } from './plans.ts';
import { SCREENING_ROUTES } from './screening.ts';
import { SET_UP_ROUTES } from './set-up.ts';
import { SIGN_IN_ROUTES } from './sign-in.ts';
import { SUPPLY_ROUTES } from './supply.ts';
import { TITRATION_ROUTES } from './titration.ts';
import { TRIAL_REPORT_ROUTES } from './trial-report.ts';
import { TRIAL_SUPPLY_ROUTES } from './trial-supply.ts';
import { TRIAL_ROUTES } from './trials.ts';

export const ROUTES: readonly Route[] = [
  ...SET_UP_ROUTES,
  ...SIGN_IN_ROUTES,
  ...ME_ROUTES,
  ...PEOPLE_ROUTES,
  ...CASE_ROUTES,
  ...DIARY_ROUTES,
  ...SCREENING_ROUTES,
  ...PLAN_ROUTES,
  ...TITRATION_ROUTES,
  ...TRIAL_ROUTES,
  ...TRIAL_SUPPLY_ROUTES,
  ...TRIAL_REPORT_ROUTES,
  ...FINDING_ROUTES,
  ...SUPPLY_ROUTES,
  ...LETTER_ROUTES,
];
