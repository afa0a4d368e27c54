import type { ReactNode } from 'react';
import { ScrollBox } from '../late/scroll-box.tsx';

interface DataTableProps {
  /** What it is a table of, for whoever does not see what stands around it. */
  readonly caption: string;
  /** Of the table. */
  readonly className?: string;
  /** Of the box in which it scrolls where it has no room. */
  readonly box?: string;
  /** Its head and its body. */
  readonly children: ReactNode;
}

/** A table: on a small screen it scrolls in its own box, which the keyboard reaches then. */
export function DataTable({ caption, className, box, children }: DataTableProps) {
  return (
    <ScrollBox className={box ? `tablewrap ${box}` : 'tablewrap'} label={caption}>
      <table className={className}>
        <caption className="vh">{caption}</caption>
        {children}
      </table>
    </ScrollBox>
  );
}
