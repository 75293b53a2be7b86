/** Which parts has a case, and from where is each fetched with its words? Nothing here is loaded before it is opened. */
import type { ComponentType } from 'preact';
import type { CaseTab } from '../frame/route.ts';
import type { Here } from './here.ts';
import { tab } from './tab.tsx';

export const CASE_PARTS: Readonly<Record<CaseTab, ComponentType<{ readonly here: Here }>>> = {
  overview: tab(async () => (await import('./overview/overview.tsx')).Overview, {
    en: async () => (await import('../../kit/words/en/clinic-case-overview.ts')).clinicOverviewWords,
    de: async () => (await import('../../kit/words/de/clinic-case-overview.ts')).clinicOverviewWords,
  }),
  findings: tab(async () => (await import('./findings.tsx')).Findings, {
    en: async () => (await import('../../kit/words/en/clinic-case-findings.ts')).clinicFindingsWords,
    de: async () => (await import('../../kit/words/de/clinic-case-findings.ts')).clinicFindingsWords,
  }),
  screening: tab(async () => (await import('../screening/screening-tab.tsx')).ScreeningTab, {
    en: async () => (await import('../../kit/words/en/clinic-screening.ts')).clinicScreeningWords,
    de: async () => (await import('../../kit/words/de/clinic-screening.ts')).clinicScreeningWords,
  }),
  plan: tab(async () => (await import('../plan/plan-tab.tsx')).PlanTab, {
    en: async () => (await import('../../kit/words/en/clinic-plan.ts')).clinicPlanWords,
    de: async () => (await import('../../kit/words/de/clinic-plan.ts')).clinicPlanWords,
  }),
  supply: tab(async () => (await import('./supply/supply-tab.tsx')).SupplyTab, {
    en: async () => (await import('../../kit/words/en/supply-page.ts')).supplyPageWords,
    de: async () => (await import('../../kit/words/de/supply-page.ts')).supplyPageWords,
  }),
  trial: tab(async () => (await import('./trial/trial-tab.tsx')).TrialTab, {
    en: async () => (await import('../../kit/words/en/clinic-trial.ts')).clinicTrialWords,
    de: async () => (await import('../../kit/words/de/clinic-trial.ts')).clinicTrialWords,
  }),
  requests: tab(async () => (await import('./reports/reports.tsx')).Reports, {
    en: async () => (await import('../../kit/words/en/clinic-case-requests.ts')).clinicRequestsWords,
    de: async () => (await import('../../kit/words/de/clinic-case-requests.ts')).clinicRequestsWords,
  }),
  record: tab(async () => (await import('./record/record.tsx')).RecordTab, {
    en: async () => (await import('../../kit/words/en/clinic-case-record.ts')).clinicRecordWords,
    de: async () => (await import('../../kit/words/de/clinic-case-record.ts')).clinicRecordWords,
  }),
  letter: tab(async () => (await import('./letter.tsx')).LetterTab, {
    en: async () => (await import('../../kit/words/en/clinic-case-letter.ts')).clinicLetterWords,
    de: async () => (await import('../../kit/words/de/clinic-case-letter.ts')).clinicLetterWords,
  }),
  people: tab(async () => (await import('./case-people.tsx')).CasePeople, {
    en: async () => (await import('../../kit/words/en/clinic-case.ts')).caseWords,
    de: async () => (await import('../../kit/words/de/clinic-case.ts')).caseWords,
  }),
};
