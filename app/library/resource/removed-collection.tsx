import { Trash2 } from 'lucide-react';
import { resource } from '#shared/library/resource/resource.fr.ts';
import { PostButton } from '../../ui/post-button.tsx';

const words = resource.collection;

/** Says that a collection has just been removed, with the way to have it back. */
export function RemovedCollection({ collection }: { collection: { id: string; name: string } }) {
  return (
    <div className="note mb-6" role="status">
      <Trash2 className="icon" aria-hidden="true" />
      <div className="row">
        <p>{words.removed(collection.name)}</p>
        <PostButton fields={{ intent: 'undoRemoval', collectionId: collection.id }}>{words.undo}</PostButton>
      </div>
    </div>
  );
}
