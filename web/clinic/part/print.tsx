/** The place as it stands, on paper: the same page under the print styles, with the moment it was printed (H16). */
import { useEffect, useState } from 'preact/hooks';
import { say } from '../frame/words.ts';
import { momentText } from './day.ts';

export function PrintButton() {
  const { frame } = say();
  const [moment, setMoment] = useState('');
  useEffect(() => {
    const mark = (): void => setMoment(momentText(new Date().toISOString()));
    addEventListener('beforeprint', mark);
    return () => removeEventListener('beforeprint', mark);
  }, []);
  return (
    <>
      <button type="button" class="button screen-only" onClick={() => print()}>
        {frame.print}
      </button>
      <p class="paper-only">{frame.printed(moment)}</p>
    </>
  );
}
