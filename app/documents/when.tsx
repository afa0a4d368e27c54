import { fr } from '#shared/messages/fr.ts';

/** A moment as people say it, with the exact one at hand. */
export function When({ at, now }: { at: Date; now: Date }) {
  return (
    <time dateTime={at.toISOString()} title={fr.dates.exact(at)}>
      {fr.dates.relative(at, now)}
    </time>
  );
}
