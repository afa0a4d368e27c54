import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ImportReport } from '#shared/documents/conversion/conversion.ts';
import { conversionPage as words } from '#shared/documents/conversion/conversion-page.fr.ts';
import { importing } from '#shared/documents/conversion/import.fr.ts';

/** What of a file could not be kept as it was, by kind, with the words that are missing; or that all of it was. */
export function LossList({ losses }: { losses: ImportReport['losses'] }) {
  if (losses.length === 0) {
    return (
      <p className="row">
        <CircleCheck className="icon" aria-hidden="true" />
        {words.allKept}
      </p>
    );
  }
  return (
    <>
      <p className="row">
        <TriangleAlert className="icon" aria-hidden="true" />
        {words.someLost}
      </p>
      <ul className="loss-list">
        {losses.map((lost) => (
          <li key={lost.kind}>{importing.lost(lost)}</li>
        ))}
      </ul>
    </>
  );
}
