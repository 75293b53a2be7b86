/** The page's side of the engine: one worker, one question at a time; a new question or a stop ends the old one. */
import type { Ask, Tell, WarmUp } from './protocol.ts';

export type Engine = {
  readonly ask: (question: Omit<Ask, 'id'>) => void;
  /** Ends what is being computed; answers already told are kept by the listener. */
  readonly stop: () => void;
};

/** Starts the worker at once, so that it is ready when a diary is dropped. */
export function startEngine(listen: (answer: Tell) => void): Engine {
  let current = 0;
  let busy = false;
  let worker = open();
  worker.postMessage('warm-up' satisfies WarmUp);

  function open(): Worker {
    const fresh = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' });
    fresh.addEventListener('message', ({ data }: MessageEvent<Tell>) => {
      if (data.id !== current) return;
      if (data.tell === 'end' || data.tell === 'bug') busy = false;
      listen(data);
    });
    fresh.addEventListener('error', (event) => {
      busy = false;
      listen({ id: current, tell: 'bug', message: event.message ?? 'the worker did not start' });
    });
    return fresh;
  }

  function stop(): void {
    if (!busy) return;
    worker.terminate();
    current += 1;
    busy = false;
    worker = open();
  }

  return {
    stop,
    ask: (question) => {
      stop();
      current += 1;
      busy = true;
      worker.postMessage({ ...question, id: current } satisfies Ask);
    },
  };
}
