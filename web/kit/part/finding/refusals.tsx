/** Why there is no finding for a symptom, in sentences. */
type Props = { heading: string; sentences: readonly string[]; rank: 'h1' | 'h2' };

export function Refusals({ heading, sentences, rank: Heading }: Props) {
  return (
    <section class="notice" aria-labelledby="refusals">
      <Heading id="refusals">{heading}</Heading>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
