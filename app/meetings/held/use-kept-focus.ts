import { type RefObject, useEffect, useRef } from 'react';

/**
 * [H13] What somebody else does may take away the button where one is: the focus then goes to the title of the part where it stood, and not
 * to the top of the page, where whoever uses keys or a voice would begin again.
 */
export function useKeptFocus<T extends HTMLElement>(revision: unknown): RefObject<T | null> {
  const page = useRef<T>(null);
  const shown = useRef(revision);
  const last = useRef<{ control: Element; part: Element | null } | null>(null);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element)
        last.current = { control: target, part: target.closest('section, header') };
    };
    const place = page.current;
    place?.addEventListener('focusin', onFocus);
    return () => place?.removeEventListener('focusin', onFocus);
  }, []);
  useEffect(() => {
    if (shown.current === revision) return;
    shown.current = revision;
    if (document.activeElement !== document.body || !last.current || last.current.control.isConnected) return;
    const within = last.current.part?.isConnected ? last.current.part : page.current;
    const heading = within?.querySelector<HTMLElement>('h1, h2');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [revision]);
  return page;
}
