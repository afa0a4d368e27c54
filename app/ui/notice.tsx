import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const icons = { success: CircleCheck, info: Info, warning: TriangleAlert, danger: CircleAlert } as const;

/** Something to know before going on, always with its icon. */
export function Notice({ kind, children }: { kind: keyof typeof icons; children: ReactNode }) {
  const Icon = icons[kind];
  return (
    <div className={`note ${kind} mb-4`} role="status">
      <Icon className="icon" aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
