import { boardPage } from '#shared/boards/board-page.fr.ts';
import { initialsOf } from '#shared/people/organisation/organisation.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { useBoardWorld } from './board-world.ts';

/** Who has this card, each by a portrait that is heard by name and organisation. */
export function CardPeople({ ids }: { ids: readonly string[] }) {
  const { people } = useBoardWorld();
  return (
    <span className="avs">
      {ids.map((id) => {
        const person = people.get(id);
        const name = person?.name ?? boardPage.formerMember;
        return (
          <Avatar
            key={id}
            letters={initialsOf(name)}
            colour={person?.organisation?.colour ?? 0}
            label={boardPage.person(name, person?.organisation?.name ?? null)}
            isSmall
          />
        );
      })}
    </span>
  );
}
