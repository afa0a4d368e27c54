import { type ReactNode, useEffect, useRef, useState } from 'react';

interface ScrollBoxProps {
  /** What is in it, for whoever arrives by Tab without seeing it. */
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/**
 * What may be wider or longer than its place: whoever has no pointer must reach it, or its end is never read. Where all of it is seen it is
 * no stop of the keyboard. A group and no region: the part of the page in which a table stands often has its name.
 */
export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  // Without script nobody can tell.
  const [isStop, setStop] = useState(true);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const look = () =>
      setStop(
        current.scrollWidth > current.clientWidth + 1 || current.scrollHeight > current.clientHeight + 1,
      );
    const sizes = new ResizeObserver(look);
    for (const sized of [current, ...current.children]) sizes.observe(sized);
    return () => sizes.disconnect();
  }, []);
  return (
    <div ref={box} className={className} {...(isStop && { tabIndex: 0, role: 'group', 'aria-label': label })}>
      {children}
    </div>
  );
}
