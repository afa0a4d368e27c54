import type { ReactNode } from 'react';

/** The pages of one thing, as links in a line that small screens scroll: the one that is open is in sight when its page comes. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="tabs mb-8" aria-label={label} ref={showCurrent}>
      {children}
    </nav>
  );
}

function showCurrent(nav: HTMLElement | null): void {
  const current = nav?.querySelector<HTMLElement>('[aria-current]');
  if (nav && current) nav.scrollLeft = current.offsetLeft - (nav.clientWidth - current.offsetWidth) / 2;
}
