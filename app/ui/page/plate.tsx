import type { ReactNode } from 'react';

/** A part of a page under its own heading, which names it; `beside` stands at the other end of that line. */
export function Plate({
  id,
  title,
  beside,
  className,
  children,
}: {
  readonly id: string;
  readonly title: ReactNode;
  readonly beside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={className ? `plate ${className}` : 'plate'} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {beside}
      </header>
      {children}
    </section>
  );
}
