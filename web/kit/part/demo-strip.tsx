/** The strip of the demonstration: that it is one, as whom one may look, and the way out. */
import './demo-strip.css';
import { useEffect, useState } from 'preact/hooks';
import type { DemonstrationJson } from '../../../src/http/schema/demonstration-json.ts';
import { demonstrationState, type Entrant, enterDemonstration } from '../demonstration.ts';
import type { DemoBarWords } from '../words/words.ts';

export function DemoStrip({ words }: { words: DemoBarWords }) {
  const [state, setState] = useState<DemonstrationJson>();
  const [said, setSaid] = useState('');
  useEffect(() => {
    void demonstrationState().then(setState);
  }, []);
  const enter = async (as: Entrant): Promise<void> => {
    setSaid(words.wait);
    const ended = await enterDemonstration(as, (done, of) => setSaid(words.making(done, of)));
    if (ended !== 'entered') setSaid(words[ended]);
  };
  return (
    <aside class="demo-strip" aria-label={words.name}>
      <strong>{words.notice}</strong>
      <details>
        <summary>{words.change}</summary>
        <ul>
          {state?.entrants.map((as) => (
            <li key={as}>
              <button type="button" class="button" onClick={() => void enter(as)}>
                {words.entrant[as]}
              </button>
            </li>
          ))}
        </ul>
        <p>
          {words.renewed} {state && words.password(state.password)}
        </p>
        <p>
          <a href="/">{words.leave}</a>
        </p>
      </details>
      <span role="status">{said}</span>
    </aside>
  );
}
