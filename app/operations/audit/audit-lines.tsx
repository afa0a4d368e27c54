import { audit as words } from '#shared/kernel/audit/audit.fr.ts';
import type { AuditEntry } from '#shared/kernel/audit/audit.ts';
import { dates } from '#shared/kernel/dates.fr.ts';

type Line = AuditEntry & { readonly actorName: string | null; readonly subjectLabel: string };

/** Lines of the trail, each with what it said and its fingerprints one gesture away. */
export function AuditLines({ entries }: { entries: readonly Line[] }) {
  return (
    <ol className="ruled">
      {entries.map((entry) => (
        <li key={entry.sequence}>
          <p>
            <span className="num muted">
              {words.columns.sequence} {entry.sequence}
            </span>{' '}
            <strong>{words.actions[entry.action] ?? entry.action}</strong>
          </p>
          <p className="break-words">
            {words.subjects[entry.subjectKind] ?? entry.subjectKind}
            {' · '}
            {entry.subjectLabel || entry.subjectId}
          </p>
          <p className="muted small">
            {entry.actorName ?? (entry.actorId ? words.gone : words.platform)}
            {' · '}
            <time dateTime={entry.at.toISOString()}>{dates.exact(entry.at)}</time>
          </p>
          <details className="mt-1">
            <summary aria-label={words.detailsOf(entry.sequence)}>{words.details}</summary>
            <pre className="card mt-2 small whitespace-pre-wrap break-words">{readable(entry.payload)}</pre>
            <dl className="small mt-2">
              <dt className="muted">{words.previousHash}</dt>
              <dd className="break-words">
                <code>{entry.previousHash}</code>
              </dd>
              <dt className="muted">{words.hash}</dt>
              <dd className="break-words">
                <code>{entry.hash}</code>
              </dd>
            </dl>
          </details>
        </li>
      ))}
    </ol>
  );
}

/** A forged line may hold anything: the page that finds it out must not fall over it. */
function readable(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2);
  } catch {
    return payload;
  }
}
