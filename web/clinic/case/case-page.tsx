/**
 * One case: whose it is and what they take stands above every part of it (H16); each part is fetched when it is opened.
 * What is not the reader's is not offered.
 */
import { useEffect, useState } from 'preact/hooks';
import type { CaseReadJson, PermittedJson } from '../../../src/http/schema/case-json.ts';
import { type Language, language } from '../../kit/language.ts';

import { type Answer, useAnswer } from '../frame/remote.ts';
import { type CasePlace, type CaseTab, caseHref } from '../frame/route.ts';
import { hasRole } from '../frame/session.ts';
import { todayText } from '../part/day.ts';
import { Notice, refusalText, Told, Waiting } from '../part/notice.tsx';
import { Banner } from './banner.tsx';
import { type CaseWords, type Here, tabsFor } from './here.ts';
import { CASE_PARTS } from './parts.ts';
import './case.css';

const PACKS: Readonly<Record<Language, () => Promise<{ readonly caseWords: CaseWords }>>> = {
  en: () => import('../../kit/words/en/clinic-case.ts'),
  de: () => import('../../kit/words/de/clinic-case.ts'),
};

export function CasePage({ place }: { place: CasePlace }) {
  const [words, setWords] = useState<CaseWords>();
  const spoken = language.value;
  useEffect(() => {
    void PACKS[spoken]().then(({ caseWords }) => setWords(caseWords));
  }, [spoken]);
  const answer = useAnswer<CaseReadJson>(`/cases/${place.case}`);
  if (!words) return <Waiting />;
  const { remote } = answer;
  const refused = remote.state === 'refused' ? remote.refusal.code : undefined;
  // An admin may not read a case, and still looks after its ties, its access log and its end.
  if (refused === 'not-allowed' && hasRole('admin')) return <Part {...{ place, words, answer }} read={undefined} />;
  return <Told answer={answer}>{(read) => <Part {...{ place, words, answer, read }} />}</Told>;
}

type PartProps = {
  readonly place: CasePlace;
  readonly words: CaseWords;
  readonly answer: Answer<CaseReadJson>;
  readonly read: CaseReadJson | undefined;
};

function Part({ place, words, answer, read }: PartProps) {
  const isPrescriber = read?.view.as.includes('prescriber') ?? false;
  const titration = useAnswer<PermittedJson>(
    isPrescriber ? `/cases/${place.case}/titration?day=${todayText()}` : undefined,
  );
  const here: Here = {
    ...{ id: place.case, view: read?.view, seq: read?.seq ?? 0, attention: read?.attention ?? [], words },
    permitted: titration.remote.state === 'here' ? titration.remote.value : undefined,
    part: place.part,
    people: read?.people ?? {},
    name: (person) => read?.people[person] || words.nobodyNamed,
    reload: async () => {
      await Promise.all([answer.reload(), titration.reload()]);
    },
  };
  const tabs = tabsFor(read, hasRole('admin'));
  const shown = tabs.includes(place.tab) ? place.tab : tabs[0];
  const Shown = shown && CASE_PARTS[shown];
  return (
    <article class="case">
      <Banner here={here} />
      {titration.remote.state === 'refused' && <Notice text={refusalText(titration.remote.refusal)} />}
      <Tabs {...{ here, tabs, shown }} />
      {Shown && <Shown key={`${place.case} ${shown}`} here={here} />}
    </article>
  );
}

type TabsProps = { readonly here: Here; readonly tabs: readonly CaseTab[]; readonly shown: CaseTab | undefined };

function Tabs({ here: { id, words }, tabs, shown }: TabsProps) {
  return (
    <nav class="case-tabs screen-only" aria-label={words.parts}>
      <ul>
        {tabs.map((name) => (
          <li key={name}>
            <a href={caseHref(id, name)} {...(name === shown ? { 'aria-current': 'page' as const } : {})}>
              {words.tabs[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
