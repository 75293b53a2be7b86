/** The heading of a page of the plans; it takes the focus when what had it is gone, so that nobody is left at the top. */
import { useEffect, useRef } from 'preact/hooks';

export function Title({ id, text }: { readonly id: string; readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h2 id={id} ref={heading} tabIndex={-1}>
      {text}
    </h2>
  );
}
