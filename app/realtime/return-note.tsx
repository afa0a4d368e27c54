import { useEffect, useState } from 'react';
import { realtime as words } from '#shared/realtime/realtime.fr.ts';
import type { Returned } from './absence.ts';

/** Long enough to be read twice. */
const SHOWN_MS = 8_000;

/** Says once what the end of a time without connection brought, above the page: nothing moves when it goes. */
export function ReturnNote({ returned }: { returned: Returned | null }) {
  const [read, setRead] = useState<Returned | null>(null);
  useEffect(() => {
    if (!returned) return;
    const timer = setTimeout(() => setRead(returned), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [returned]);
  return (
    // The region is there before its sentence: a screen reader reads what comes into it.
    <span className="return-note" role="status">
      {returned && returned !== read ? words.returned(returned) : ''}
    </span>
  );
}
