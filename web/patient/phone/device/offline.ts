/**
 * Does the page open without a connection? A worker keeps its files, and nothing the clinic answers (H15). A newer page
 * waits until this one has been closed everywhere: nobody's page changes under their hands.
 */
import { signal } from '@preact/signals';

/** A newer page is on this device, and opens at the next start. */
export const newVersion = signal(false);

/** Only the built page has a worker beside it. */
export async function keepPageOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  try {
    const registration = await navigator.serviceWorker.register('./worker.js', { scope: './', updateViaCache: 'none' });
    const look = (): void => {
      newVersion.value = registration.waiting !== null && navigator.serviceWorker.controller !== null;
    };
    look();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look);
    });
  } catch {
    // A private window or a full disk: the page works, with a connection.
  }
}
