import { Form } from 'react-router';
import { dates } from '#shared/messages/fr/dates.ts';
import { trash as words } from '#shared/messages/fr/trash.ts';
import { trashDaysLeft } from '#shared/trash.ts';

interface Trashed {
  readonly id: string;
  readonly title: string;
  readonly trashedAt: Date;
  readonly trashedBy: string | null;
}

/** What was thrown away, with the days that are left and the ways back and out. Works without script. */
export function TrashList({
  trashed,
  canDelete,
  now,
}: {
  trashed: readonly Trashed[];
  canDelete: boolean;
  now: Date;
}) {
  if (trashed.length === 0) return <p className="muted">{words.empty}</p>;
  return (
    <ul className="ruled trash">
      {trashed.map(({ id, title, trashedAt, trashedBy }) => (
        <li className="row" key={id}>
          <div>
            <p className="font-semibold">{title}</p>
            <p className="muted small">
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
                    <p>{words.deleteWarning}</p>
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
          <Form method="post" className="push">
            <input type="hidden" name="id" value={id} />
            <button
              className="btn sm"
              type="submit"
              name="intent"
              value="restore"
              aria-label={words.restoreNamed(title)}
            >
              {words.restore}
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
