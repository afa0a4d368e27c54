import { dates } from '#shared/kernel/dates.fr.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { City } from '../../ui/city.tsx';
import { PostButton } from '../../ui/post-button.tsx';

interface MissingCitiesProps {
  readonly missing: readonly (OrganisationBadge & {
    readonly remindedAt: Date | null;
    /** Not today any more. */
    readonly isFree: boolean;
  })[];
  readonly canRemind: boolean;
}

/** [SY7] The expected cities that wrote nothing in the chapter yet, and how they are reminded. */
export function MissingCities({ missing, canRemind }: MissingCitiesProps) {
  if (missing.length === 0) return null;
  return (
    <section className="plate" aria-labelledby="manquent">
      <h2 id="manquent">{words.missingTitle}</h2>
      {canRemind && <p className="muted small">{words.remindHint}</p>}
      <ul className="ruled mt-2">
        {missing.map(({ id, name, colour, remindedAt, isFree }) => (
          <li key={id} className="row">
            <City name={name} colour={colour} />
            {remindedAt && <span className="muted small">{words.reminded(dates.short(remindedAt))}</span>}
            {canRemind && isFree && (
              <PostButton fields={{ intent: 'remind', city: id }} label={words.remindOf(name)}>
                {words.remind}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
