import { Trash2 } from 'lucide-react';
import { Form, Link } from 'react-router';
import { document as documentWords } from '#shared/messages/fr/document.ts';

/** Says that a document has just gone to the trash, with the way to take it back at once. Works without script. */
export function TrashNotice({ document, trash }: { document: { id: string; title: string }; trash: string }) {
  return (
    <div className="note mb-6" role="status">
      <Trash2 className="icon" aria-hidden="true" />
      <div className="row">
        <p>{documentWords.trashed(document.title)}</p>
        <Form method="post" action={trash}>
          <input type="hidden" name="document" value={document.id} />
          <button className="btn sm" type="submit">
            {documentWords.undo}
          </button>
        </Form>
        <Link className="small" to={trash}>
          {documentWords.trash}
        </Link>
      </div>
    </div>
  );
}
