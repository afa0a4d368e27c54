import { Trash2 } from 'lucide-react';
import { Form, Link } from 'react-router';
import { trash as words } from '#shared/messages/fr/trash.ts';

/** Says that something has just gone to the trash, with the way to take it back at once. Works without script. */
export function TrashNotice({ trashed, trash }: { trashed: { id: string; title: string }; trash: string }) {
  return (
    <div className="note mb-6" role="status">
      <Trash2 className="icon" aria-hidden="true" />
      <div className="row">
        <p>{words.trashed(trashed.title)}</p>
        <Form method="post" action={trash}>
          <input type="hidden" name="id" value={trashed.id} />
          <button className="btn sm" type="submit" name="intent" value="restore">
            {words.undo}
          </button>
        </Form>
        <Link className="small" to={trash}>
          {words.title}
        </Link>
      </div>
    </div>
  );
}
