import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** The way to write something new, above the list of what is there. */
export function NewLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link className="btn primary" to={to}>
      <Plus className="icon" aria-hidden="true" />
      {children}
    </Link>
  );
}
