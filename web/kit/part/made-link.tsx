/** How does a one-time link get to its person? As text to copy and as a picture for a phone; it is shown here only (H16). */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { encode } from 'uqr';
import type { LinkJson } from '../../../src/http/schema/people-json.ts';
import { momentText } from '../moment.ts';
import type { OwnWords } from '../words/words.ts';

type MadeLinkProps = {
  readonly words: Pick<OwnWords, 'made' | 'moment'>;
  readonly link: LinkJson;
  readonly title: string;
  readonly id: string;
};

export function MadeLink({ words, link, title, id }: MadeLinkProps) {
  const { made } = words;
  const heading = useRef<HTMLParagraphElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  useLayoutEffect(() => heading.current?.focus(), []);
  const address = location.origin + link.path;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid(made.copied);
    } catch {
      input.current?.select();
      setSaid(made.notCopied);
    }
  };
  return (
    <div class="notice">
      <p ref={heading} tabIndex={-1}>
        <strong>{title}</strong>
      </p>
      <p>{made.help(momentText(words, link.expires))}</p>
      <div class="field">
        <label for={id}>{made.label}</label>
        <input id={id} ref={input} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      </div>
      <p class="act">
        <button type="button" class="button first" onClick={() => void copy()}>
          {made.copy}
        </button>
        <span role="status">{said}</span>
      </p>
      <Picture text={address} label={made.picture} />
    </div>
  );
}

/** Dark on light whatever the theme: many cameras read nothing else. */
function Picture({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { border: 4 });
  const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} />
      <path d={dots.join('')} />
    </svg>
  );
}
