import { Link } from 'react-router';
import { PostButton } from '#app/ui/post-button.tsx';
import { history as words } from '#shared/documents/history/history.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import { Notice } from '../../ui/notice.tsx';
import type { HistoryDone } from './history-data.ts';

/** What was just done, and the way to undo it; or why it was not done. */
export function DoneNotice({
  document,
  done,
}: {
  document: { readonly id: string; readonly title: string };
  done: HistoryDone;
}) {
  if ('error' in done) return <Notice kind="danger">{done.error}</Notice>;
  return (
    <Notice kind="success">
      <p>{sentenceOf(done)}</p>
      <div className="row mt-2">
        <Undo done={done} />
        {(done.done === 'restored' || done.done === 'passage') && (
          <Link className="btn sm" to={paths.document(document)}>
            {words.done.open}
          </Link>
        )}
      </div>
    </Notice>
  );
}

type Done = Exclude<HistoryDone, { readonly error: string }>;

function sentenceOf(done: Done): string {
  switch (done.done) {
    case 'restored':
      return words.done.restored(dates.exact(done.at));
    case 'passage':
      return words.done.passage;
    case 'removed':
      return words.done.removed(done.name);
    case 'renamed':
      return words.done.renamed(done.name);
    case 'named':
      return words.done.named(done.name);
  }
}

function Undo({ done }: { done: Done }) {
  const fields = undoing(done);
  if (!fields) return null;
  return <PostButton fields={fields}>{words.done.undo}</PostButton>;
}

function undoing(done: Done): Record<string, string | number> | null {
  switch (done.done) {
    case 'restored':
      return { intent: 'restore', version: done.before };
    case 'removed':
      return { intent: 'putBack', id: done.id };
    case 'renamed':
      return { intent: 'rename', id: done.id, name: done.former };
    case 'named':
      return { intent: 'remove', id: done.id };
    case 'passage':
      return null;
  }
}
