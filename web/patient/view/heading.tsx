/** The heading of a place: it takes the focus when the place is entered by a link, so that a screen reader begins there. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

let entered = false;

/** From the second place on the focus moves; the first one is where the page opened. */
export function Heading({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (entered) heading.current?.focus({ preventScroll: true });
    entered = true;
    window.scrollTo(0, 0);
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
