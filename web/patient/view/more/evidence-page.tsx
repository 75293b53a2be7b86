/**
 * What is known about this drug, claim by claim, with the trials that found nothing in the first place (H18). The text is
 * made when the page is built, in each language, and kept with the page, so that it can be read without a network.
 */
import { useEffect, useState } from 'preact/hooks';
import type { ClaimText, EvidenceText } from '../../../../src/report/evidence-text.ts';
import { language } from '../../../kit/language.ts';
import { Heading } from '../heading.tsx';
import { say } from '../said.ts';

export function EvidencePage() {
  const words = say().more.evidence;
  const [text, setText] = useState<EvidenceText>();
  const [failed, setFailed] = useState(false);
  const wanted = language.value;
  useEffect(() => {
    setFailed(false);
    fetch(`./evidence-${wanted}.json`)
      .then(async (answer) => setText((await answer.json()) as EvidenceText))
      .catch(() => setFailed(true));
  }, [wanted]);
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{words.help}</p>
      {text ? <Claims text={text} /> : <p role="status">{failed ? say().refused.unreachable : say().frame.wait}</p>}
    </>
  );
}

function Claims({ text }: { text: EvidenceText }) {
  return (
    <>
      <p class="quiet">{text.about}</p>
      {text.claims.map((claim) => (
        <Claim key={claim.heard} claim={claim} label={text.label} />
      ))}
    </>
  );
}

function Claim({ claim, label }: { claim: ClaimText; label: EvidenceText['label'] }) {
  return (
    <section class="claim" aria-label={claim.heard}>
      <h2>{claim.heard}</h2>
      <p>{claim.known}</p>
      <p>
        <strong>{`${label.status}: ${claim.status}.`}</strong> {`${label.grade}: ${claim.grade}.`}
      </p>
      <details>
        <summary>
          {label.sources}
          <span class="spoken">: {claim.heard}</span>
        </summary>
        <p>{claim.meaning}</p>
        <ul>
          {claim.sources.map(({ name, found, reference }) => (
            <li key={name}>
              <strong>{name}</strong>: {found} <span class="quiet">{reference}</span>
            </li>
          ))}
        </ul>
        <p class="quiet">{claim.looked}</p>
      </details>
    </section>
  );
}
