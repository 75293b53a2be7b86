/** What is this place called? Its heading, which names the window and takes the focus when somebody has come here. */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { isReturn } from './route.ts';
import { say } from './words.ts';

/** `title`: how the window is called, where the heading is longer. `of`: a new value is a new place. */
export function Heading({ title, of = '', children }: { title: string; of?: string; children: ComponentChildren }) {
  const { frame } = say();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = frame.titled(title);
  }, [frame, title]);
  // `of` is what the focus follows
  useLayoutEffect(() => {
    if (!isReturn.peek()) heading.current?.focus({ preventScroll: true });
  }, [of]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
