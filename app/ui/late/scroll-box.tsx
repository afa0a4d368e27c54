import type { ReactNode } from 'react';

interface ScrollBoxProps {
  /** What is in it, for whoever arrives by Tab without seeing it. */
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** What is wider or longer than its place: whoever has no pointer must reach it, or its end is never read. */
export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys that scroll go to what has the focus
    <section className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
