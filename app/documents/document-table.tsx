import { Link } from 'react-router';
import { document as words } from '#shared/messages/fr/document.ts';
import { documentPast } from '#shared/messages/fr/document-past.ts';
import type { OrganisationBadge } from '#shared/organisation/organisation.ts';
import { paths } from '#shared/paths.ts';
import { OrganisationMarks } from '../ui/organisation-marks.tsx';
import { When } from './when.tsx';

interface ListedDocument {
  readonly id: string;
  readonly title: string;
  /** Its first words; empty when it has none. */
  readonly excerpt: string;
  readonly modifiedAt: Date;
  /** Others changed it since the reader last read it. */
  readonly isUnread: boolean;
  readonly writers: readonly OrganisationBadge[];
}

/** The documents of a group: title and first words, the cities that write, last change. Records on small screens. */
export function DocumentTable({ documents, now }: { documents: readonly ListedDocument[]; now: Date }) {
  return (
    <table className="records">
      <caption className="vh">{words.listTable}</caption>
      <thead>
        <tr>
          <th scope="col">{words.title}</th>
          <th scope="col">{words.writers}</th>
          <th scope="col">{words.modified}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map(({ id, title, excerpt, writers, modifiedAt, isUnread }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={paths.document({ id, title })}>{title}</Link>
              {isUnread && <span className="unread">{documentPast.unread}</span>}
              {excerpt && <p className="first-words">{excerpt}</p>}
            </th>
            <td data-l={words.writers}>
              <OrganisationMarks organisations={writers} />
            </td>
            <td data-l={words.modified} className="nowrap">
              <When at={modifiedAt} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
