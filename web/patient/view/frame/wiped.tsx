/** The phone's store was emptied behind our back: said once, with what came back and what may be gone (H15). */
import { dismissWiped, sync } from '../../phone/phone.ts';
import { say } from '../said.ts';

export function Wiped() {
  const words = say().frame.wiped;
  const { wiped } = sync.value;
  if (!wiped) return null;
  return (
    <section class="card notice" aria-labelledby="wiped">
      <h2 id="wiped">{words.heading}</h2>
      <p>{words.text(wiped.lastDay)}</p>
      <p>{words.help}</p>
      <button type="button" class="button" onClick={dismissWiped}>
        {words.done}
      </button>
    </section>
  );
}
