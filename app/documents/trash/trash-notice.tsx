import { Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import { PostButton } from '#app/ui/post-button.tsx';
import { trash as words } from '#shared/documents/trash/trash.fr.ts';

/** Says that something has just gone to the trash, with the way to take it back at once. Works without script. */
export function TrashNotice({ trashed, trash }: { trashed: { id: string; title: string }; trash: string }) {
  return (
    <div className="note mb-6" role="status">
      <Trash2 className="icon" aria-hidden="true" />
      <div className="row">
        <p>{words.trashed(trashed.title)}</p>
        <PostButton fields={{ intent: 'restore', id: trashed.id }} action={trash}>
          {words.undo}
        </PostButton>
        <Link className="small" to={trash}>
          {words.title}
        </Link>
      </div>
    </div>
  );
}
