/** A few components that stand for the whole posterior where each costs real work: drawn evenly through the weight. */
import type { Posterior } from '../stats/posterior.ts';

/** `count` component numbers by systematic sampling, repeats merged, with their shares; shares sum to 1. */
export function representatives(
  posterior: Posterior,
  count: number,
): readonly { readonly component: number; readonly share: number }[] {
  const chosen = new Map<number, number>();
  let component = 0;
  let reached = posterior.weight[0] as number;
  for (let i = 0; i < count; i++) {
    const target = (i + 0.5) / count;
    while (reached < target && component < posterior.size - 1) {
      component++;
      reached += posterior.weight[component] as number;
    }
    chosen.set(component, (chosen.get(component) ?? 0) + 1 / count);
  }
  return [...chosen].map(([c, share]) => ({ component: c, share }));
}
