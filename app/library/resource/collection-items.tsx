import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { Link } from 'react-router';
import { resource } from '#shared/library/resource/resource.fr.ts';
import { paths } from '#shared/paths.ts';
import { PostButton } from '../../ui/post-button.tsx';

const words = resource.collection;

interface Item {
  readonly id: string;
  readonly title: string;
}

/** [RS13] What a collection holds, in its order; each may be moved a step and taken out by whoever may share. Works without script. */
export function CollectionItems({ items, canShare }: { items: readonly Item[]; canShare: boolean }) {
  if (items.length === 0)
    return (
      <div className="empty">
        <h2>{words.empty}</h2>
        {canShare && <p>{words.emptyText}</p>}
      </div>
    );
  const step = (item: Item, by: -1 | 1) => (
    <PostButton
      fields={{ intent: by < 0 ? 'up' : 'down', resourceId: item.id }}
      label={(by < 0 ? words.up : words.down)(item.title)}
      className="btn quiet sm icon-only"
    >
      {by < 0 ? (
        <ArrowUp className="icon" aria-hidden="true" />
      ) : (
        <ArrowDown className="icon" aria-hidden="true" />
      )}
    </PostButton>
  );
  return (
    <ol className="ruled">
      {items.map((item, at) => (
        <li className="collection-item" key={item.id}>
          <span className="place" aria-hidden="true">
            {at + 1}
          </span>
          <Link className="font-semibold" to={paths.resource(item)}>
            {item.title}
          </Link>
          {canShare && (
            <div className="row nowrap">
              {at > 0 && step(item, -1)}
              {at < items.length - 1 && step(item, 1)}
              <PostButton
                fields={{ intent: 'takeOut', resourceId: item.id }}
                label={words.takeOut(item.title)}
                className="btn quiet sm icon-only"
              >
                <X className="icon" aria-hidden="true" />
              </PostButton>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
