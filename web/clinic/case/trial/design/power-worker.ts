/** Works out what a design could tell, off the page's thread: one assumed effect after the other, each told as it is done (H19). */
import { powerOf } from '../../../../../src/analysis/power.ts';
import type { TrialDesign } from '../../../../../src/trial/design.ts';
import { ASKED_EFFECTS, type PowerAsk, type PowerTold } from './power-question.ts';

self.addEventListener('message', ({ data: { design, settledAt, kept } }: MessageEvent<PowerAsk>) => {
  for (const effect of ASKED_EFFECTS) {
    const power = powerOf(design as TrialDesign, { effect, settledAt, kept });
    self.postMessage({ effect, power: { ...power, sequences: `${power.sequences}` } } satisfies PowerTold);
  }
});
