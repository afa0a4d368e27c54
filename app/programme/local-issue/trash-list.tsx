import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import { PostButton } from '../../ui/post-button.tsx';

/** [LI1] [LI8] What was thrown away, each with what its button sends, for those who may take it back. */
export function TrashList({
  trashed,
}: {
  trashed: readonly { readonly title: string; readonly fields: Readonly<Record<string, string>> }[];
}) {
  if (trashed.length === 0) return null;
  return (
    <details className="mt-12">
      <summary>{words.trashTitle}</summary>
      <ul className="ruled mt-3">
        {trashed.map(({ title, fields }) => (
          <li key={Object.values(fields).join()} className="row">
            <span className="min-w-0 flex-1 break-words">{title}</span>
            <PostButton fields={{ intent: 'restore', ...fields }} label={words.restoreOf(title)}>
              {words.restore}
            </PostButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
