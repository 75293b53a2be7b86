/**
 * What is known about the drug, claim by claim: as it is often heard, what its sources leave of it, status, grade, dates and
 * the sources themselves (H18). Nothing is told by colour; what is behind a claim stays closed until it is opened.
 */
import './evidence.css';
import { type Claim, EVIDENCE, type Source } from '../../../src/report/evidence.ts';
import type { EvidenceWords } from '../../../src/report/evidence-words.ts';

type Props = { words: EvidenceWords };

/** All claims, below the page's own heading. */
export function EvidenceClaims({ words }: Props) {
  return (
    <>
      <p>{words.about}</p>
      <p class="quiet">{words.looked(EVIDENCE.date)}</p>
      <ul class="claims">
        {EVIDENCE.claims.map((claim) => (
          <ClaimItem key={claim.id} claim={claim} words={words} />
        ))}
      </ul>
    </>
  );
}

function ClaimItem({ claim: { id, status, grade, date, looked, sources }, words }: Props & { claim: Claim }) {
  const { heard, known } = words.claim[id];
  const { label } = words;
  return (
    <li>
      <p class="heard">
        <q>{heard}</q>{' '}
        <strong class="status">
          {label.status}: {words.status[status]}
        </strong>
      </p>
      <p>{known(EVIDENCE.sources)}</p>
      <details>
        <summary>
          {label.grade}: {words.grade[grade]}
        </summary>
        <p>{words.gradeMeaning[grade]}</p>
        <p class="quiet">
          {label.date}: {date}. {words.looked(looked)}
        </p>
        <p class="quiet">{label.sources}:</p>
        <ul>
          {sources.map((source) => (
            <SourceItem key={source} source={EVIDENCE.sources[source]} words={words} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function SourceItem({ source, words }: Props & { source: Source }) {
  return (
    <li>
      <p>
        <strong>{words.name[source.id]}</strong> ({words.grade[source.grade]}; {words.size(source)}).{' '}
        {words.found[source.id](source)}
      </p>
      <p class="quiet">
        <a href={addressOf(source)} rel="noreferrer external">
          {words.reference(source)}
        </a>{' '}
        ({words.read[source.read]})
      </p>
    </li>
  );
}

/** The paper by its DOI, the register's entry, or where it was read. */
function addressOf({ doi, registry, page }: Source): string {
  if (doi) return `https://doi.org/${encodeURI(doi)}`;
  return registry ? `https://clinicaltrials.gov/study/${registry}` : page;
}
