/** The phone's store was emptied behind our back: said once, with what came back and what may be gone (H15). */
import { dismissStopLate, dismissWiped, sync } from '../../phone/phone.ts';
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
      <button type="button" class="button" onClick={() => void dismissWiped()}>
        {words.done}
      </button>
    </section>
  );
}

/** A stop without a network counts at the clinic from a later day than it was asked: said once (H8). */
export function StopLate() {
  const words = say().frame.stopLate;
  const { stopLate } = sync.value;
  if (!stopLate) return null;
  return (
    <section class="card notice" aria-labelledby="stop-late">
      <h2 id="stop-late">{words.heading}</h2>
      <p>{words.text(stopLate.asked, stopLate.told)}</p>
      <button type="button" class="button" onClick={() => void dismissStopLate()}>
        {say().frame.wiped.done}
      </button>
    </section>
  );
}
