/**
 * Will the browser keep what is on this phone? It may throw a page's data away when space is short, unless it has granted
 * the page lasting storage. Asked for once there is something to keep; the answer is shown, never assumed (H15).
 */
import { signal } from '@preact/signals';

export const lasting = signal(false);

/** What the browser says now, without asking for anything. */
export async function lookWhetherLasting(): Promise<void> {
  try {
    lasting.value = (await navigator.storage?.persisted?.()) ?? false;
  } catch {
    lasting.value = false;
  }
}

let asked = false;

/** Asks once a page; some browsers ask the person. */
export function askToLast(): void {
  if (asked || lasting.value) return;
  asked = true;
  navigator.storage?.persist?.().then(
    (granted) => {
      lasting.value = granted;
    },
    () => {},
  );
}
