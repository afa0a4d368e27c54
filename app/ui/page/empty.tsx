import type { ReactNode } from 'react';
import { Logo } from '../logo.tsx';

/** Where there is nothing yet: what would stand there, and what to do about it. */
export function Empty({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className="empty">
      <Logo />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
