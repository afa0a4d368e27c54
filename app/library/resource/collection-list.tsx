import { ListOrdered } from 'lucide-react';
import { Link } from 'react-router';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import { paths } from '#shared/paths.ts';

/** The collections of a group, each with how much it holds. */
export function CollectionList({
  group,
  collections,
}: {
  group: { readonly id: string; readonly title: string };
  collections: readonly { readonly id: string; readonly name: string; readonly count: number }[];
}) {
  if (collections.length === 0) return <p className="muted">{words.collection.none}</p>;
  return (
    <ul className="ruled">
      {collections.map(({ id, name, count }) => (
        <li className="item" key={id}>
          <ListOrdered className="icon" aria-hidden="true" />
          <Link to={paths.collection(group, id)}>{name}</Link>
          <span className="muted small">{words.count(count)}</span>
        </li>
      ))}
    </ul>
  );
}
