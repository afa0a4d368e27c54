import { dates } from '#shared/kernel/dates.fr.ts';

/** A moment as people say it, with the exact one at hand. */
export function When({ at, now }: { at: Date; now: Date }) {
  return (
    <time dateTime={at.toISOString()} title={dates.exact(at)}>
      {dates.relative(at, now)}
    </time>
  );
}
