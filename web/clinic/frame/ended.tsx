/** The session has ended: the page is covered, nothing typed is lost, and the same person comes back to it (H16). */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { lookWhoIsIn, signInAddress } from './session.ts';
import { say } from './words.ts';

export function Ended() {
  const { ended } = say().frame;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    const look = (): void => void (document.visibilityState === 'visible' && lookWhoIsIn());
    document.addEventListener('visibilitychange', look);
    addEventListener('focus', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog cover"
      aria-labelledby="ended-title"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="ended-title">{ended.title}</h2>
      <p>{ended.help}</p>
      <p class="act">
        <a class="button first" href={signInAddress()} target="_blank" rel="noopener">
          {ended.link}
        </a>
        <button type="button" class="button" onClick={() => void lookWhoIsIn()}>
          {ended.back}
        </button>
      </p>
    </dialog>
  );
}
