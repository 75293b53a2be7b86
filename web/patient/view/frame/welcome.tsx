/** The first time only: what this page is for, where the days go, and that nobody watches day and night (H20). */
import { signal } from '@preact/signals';
import { say } from '../said.ts';

const KEY = 'titrial-welcomed';
const welcomed = signal(wasWelcomed());

function wasWelcomed(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true; // Without a store it would come back every day.
  }
}

function begin(): void {
  welcomed.value = true;
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // It then lasts as long as the page.
  }
}

export function Welcome() {
  const words = say().frame.welcome;
  if (welcomed.value) return null;
  return (
    <section class="card notice" aria-labelledby="welcome">
      <h2 id="welcome">{words.heading}</h2>
      {words.text.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p class="quiet">{words.install}</p>
      <button type="button" class="button first" onClick={begin}>
        {words.begin}
      </button>
    </section>
  );
}
