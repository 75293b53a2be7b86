/** Who has to do with the case? Everybody tied to it, with what they are to it. */
import type { CaseWords } from './here.ts';
import type { TabProps } from './tab.tsx';

export function CasePeople({ here, words }: TabProps<CaseWords>) {
  return (
    <section aria-labelledby="ties">
      <h2 id="ties">{words.tabs.people}</h2>
      <ul class="plain">
        {here.view?.ties?.map(({ person, relation }) => (
          <li key={`${person} ${relation}`}>
            {here.name(person)}: {words.relation[relation]}
          </li>
        ))}
      </ul>
    </section>
  );
}
