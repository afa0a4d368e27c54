import { Link } from 'react-router';
import { quoting as words } from '#shared/documents/excerpt/quoting.fr.ts';
import { paths } from '#shared/paths.ts';

/** [EC10] Where this document is quoted, as this person may know it. */
export interface QuotedIn {
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly groupName: string;
    readonly follows: boolean;
  }[];
  readonly others: number;
}

/** [EC10] The documents that quote this one: those that one may read, and how many others; nothing without any. */
export function QuotingDocuments({ documents, others }: QuotedIn) {
  if (documents.length + others === 0) return null;
  return (
    <section className="linking-cards" aria-labelledby="cite-dans">
      <h2 id="cite-dans">{words.title}</h2>
      {documents.length > 0 && (
        <ul className="ruled small">
          {documents.map(({ id, title, groupName, follows }) => (
            <li key={id}>
              <Link to={paths.document({ id, title })}>{title}</Link>{' '}
              <span className="muted">{words.where(groupName, follows)}</span>
            </li>
          ))}
        </ul>
      )}
      {others > 0 && <p className="muted small">{words.others(others, documents.length > 0)}</p>}
    </section>
  );
}
