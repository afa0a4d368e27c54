import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';

/** [RP6] How many local authorities want to repeat a sheet, or did: figures and no name. */
export function InterestCounts({
  counts: { wanting, done },
}: {
  counts: { readonly wanting: number; readonly done: number };
}) {
  if (wanting + done === 0) return null;
  return (
    <p className="mt-2">
      <strong>
        {[wanting > 0 && words.wanting(wanting), done > 0 && words.doneCount(done)]
          .filter(Boolean)
          .join(', ')}
      </strong>
    </p>
  );
}
