import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { home } from '#shared/news/to-do/home.fr.ts';
import type { Made, PlaceToCreate } from '#shared/news/to-do/places-to-create.ts';
import { paths } from '#shared/paths.ts';
import { Disclosure, useDisclosure } from '../../ui/disclosure.tsx';

const words = home.create;

const MAKERS: Readonly<Record<Made, (place: { id: string; title: string }) => string>> = {
  document: paths.newDocument,
  board: paths.groupBoards,
  meeting: paths.newMeeting,
};

/** [HO3] « Créer »: what the reader may begin, place by place. */
export function CreateMenu({
  places,
  mayCreateGroup,
}: {
  readonly places: readonly PlaceToCreate[];
  readonly mayCreateGroup: boolean;
}) {
  const handle = useDisclosure();
  if (places.length === 0 && !mayCreateGroup) return null;
  return (
    <Disclosure
      handle={handle}
      className="create"
      summary={
        <summary className="btn">
          <Plus className="icon" aria-hidden="true" />
          {words.open}
        </summary>
      }
    >
      <div className="create-places">
        {places.map(({ id, name, makes }) => (
          <section key={id} aria-label={name}>
            <p>{name}</p>
            <ul>
              {makes.map((made) => (
                <li key={made}>
                  <Link
                    to={MAKERS[made]({ id, title: name })}
                    aria-label={words.inPlace(words.kinds[made], name)}
                  >
                    {words.kinds[made]}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <ul>
          {mayCreateGroup && (
            <li>
              <Link to={paths.newGroup()}>{words.group}</Link>
            </li>
          )}
          <li>
            <Link to={paths.groups()}>{words.elsewhere}</Link>
          </li>
        </ul>
      </div>
    </Disclosure>
  );
}
