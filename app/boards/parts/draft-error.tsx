import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Why what stands in a field was not written, under that field; `id` is what describes the field. */
export function DraftError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span className="draft-error" id={id} role="alert">
      <CircleAlert className="icon" aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
