import { Form } from 'react-router';
import { PostButton } from '#app/ui/post-button.tsx';
import { trash as words } from '#shared/documents/trash/trash.fr.ts';
import { trashDaysLeft } from '#shared/documents/trash/trash.ts';
import { dates } from '#shared/kernel/dates.fr.ts';

interface Trashed {
  readonly id: string;
  readonly title: string;
  readonly trashedAt: Date;
  readonly trashedBy: string | null;
  /** Where several groups have their things in one list. */
  readonly groupName?: string;
  /** Of this one, whatever the list says. */
  readonly canDelete?: boolean;
}

/** What was thrown away, with the days that are left and the ways back and out. Works without script. */
export function TrashList({
  trashed,
  canDelete: canDeleteAll = false,
  warning = words.deleteWarning,
  now,
}: {
  trashed: readonly Trashed[];
  canDelete?: boolean;
  /** What goes with it; without, what goes with a document or a board. */
  warning?: string;
  now: Date;
}) {
  if (trashed.length === 0) return <p className="muted">{words.empty}</p>;
  return (
    <ul className="ruled trash">
      {trashed.map(({ id, title, trashedAt, trashedBy, groupName, canDelete = canDeleteAll }) => (
        <li className="row" key={id}>
          <div>
            <p className="font-semibold">{title}</p>
            <p className="muted small">
              {groupName && `${groupName} · `}
              <time dateTime={trashedAt.toISOString()} title={dates.exact(trashedAt)}>
                {words.by(trashedBy ?? words.formerMember, dates.relative(trashedAt, now))}
              </time>
              {' · '}
              {words.daysLeft(trashDaysLeft(trashedAt, now))}
            </p>
            {canDelete && (
              <details className="small mt-1">
                <summary>{words.deleteFor(title)}</summary>
                <Form method="post" className="note warning mt-2">
                  <input type="hidden" name="id" value={id} />
                  <div>
                    <p>{warning}</p>
                    <p className="mt-2">
                      <button className="btn danger sm" type="submit" name="intent" value="delete">
                        {words.delete}
                      </button>
                    </p>
                  </div>
                </Form>
              </details>
            )}
          </div>
          <PostButton
            fields={{ intent: 'restore', id }}
            label={words.restoreNamed(title)}
            formClassName="push"
          >
            {words.restore}
          </PostButton>
        </li>
      ))}
    </ul>
  );
}
