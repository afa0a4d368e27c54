import { type ReactNode, type RefObject, useRef } from 'react';

/** What opens and closes a disclosure from outside. */
export interface DisclosureHandle {
  readonly close: () => void;
  readonly focus: () => void;
}

/** The handle of a disclosure, to be given to it. */
export function useDisclosure(): DisclosureHandle & { readonly ref: RefObject<HTMLDetailsElement | null> } {
  const ref = useRef<HTMLDetailsElement>(null);
  return {
    ref,
    close: () => {
      if (ref.current) ref.current.open = false;
    },
    focus: () => ref.current?.querySelector('summary')?.focus(),
  };
}

/** A disclosure of the browser, which works without script; with it, Escape closes it and gives the focus back, and so does leaving it. */
export function Disclosure({
  handle,
  className,
  summary,
  children,
}: {
  readonly handle: ReturnType<typeof useDisclosure>;
  readonly className: string;
  readonly summary: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <details
      className={className}
      ref={handle.ref}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return;
        handle.close();
        handle.focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) handle.close();
      }}
    >
      {summary}
      {children}
    </details>
  );
}
