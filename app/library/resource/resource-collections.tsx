import { Link } from 'react-router';
import { resource } from '#shared/library/resource/resource.fr.ts';
import { paths } from '#shared/paths.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { PostButton } from '../../ui/post-button.tsx';

const words = resource.page;

interface Collection {
  readonly id: string;
  readonly name: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly isIn: boolean;
  /** They share in its group. */
  readonly canShare: boolean;
}

const addressOf = ({ id, group }: Collection) => paths.collection({ id: group.id, title: group.name }, id);

/** [RS13] The collections that hold a resource, and those that it can be put into from its page. Works without script. */
export function ResourceCollections({
  resourceId,
  collections,
}: {
  resourceId: string;
  collections: readonly Collection[];
}) {
  const holding = collections.filter(({ isIn }) => isIn);
  const others = collections.filter(({ isIn, canShare }) => canShare && !isIn);
  if (holding.length === 0 && others.length === 0) return null;
  return (
    <Plate id="in-collections" title={resource.collections}>
      {holding.length === 0 && <p className="muted small">{words.inNone}</p>}
      <ul className="ruled">
        {holding.map((collection) => (
          <li key={collection.id} className="min-w-0 break-words">
            <Link to={addressOf(collection)}>{collection.name}</Link>{' '}
            <span className="muted small">{collection.group.name}</span>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details className="fold mt-4">
          <summary className="btn sm">{words.addTo}</summary>
          <ul className="ruled mt-3">
            {others.map((collection) => (
              <li key={collection.id} className="row">
                <span className="min-w-0 break-words">
                  {collection.name} <span className="muted small">{collection.group.name}</span>
                </span>
                <PostButton
                  fields={{ intent: 'add', resourceId }}
                  action={addressOf(collection)}
                  label={words.addToNamed(collection.name)}
                  formClassName="push"
                >
                  {words.addToSubmit}
                </PostButton>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Plate>
  );
}
