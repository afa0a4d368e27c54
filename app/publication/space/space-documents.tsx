import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import type { OrganisationKind } from '#shared/people/organisation/organisation.ts';
import type { Sight } from '#shared/publication/space/sight.ts';
import { space as words } from '#shared/publication/space/space.fr.ts';
import { PostButton } from '../../ui/post-button.tsx';
import { RecordTable } from '../../ui/records/record-table.tsx';
import { SightMark } from './sight-mark.tsx';

interface SpaceDocumentsProps {
  readonly space: { readonly id: string; readonly name: string };
  readonly kind: OrganisationKind;
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly sight: Sight;
    readonly author: string | null;
    readonly modifiedAt: Date;
  }[];
  readonly total: number;
  readonly now: Date;
}

/** [MV3] [MV4] Documents and drafts, each with who sees it; a draft is opened to the organisation by one gesture. */
export function SpaceDocuments({ space, kind, documents, total, now }: SpaceDocumentsProps) {
  const said = words.documents;
  const titled = { id: space.id, title: space.name };
  const [, seen, modified] = said.columns;
  return (
    <section className="plate" aria-labelledby="documents">
      <header>
        <h2 id="documents">{said.title}</h2>
        {total > documents.length && <Link to={paths.groupDocuments(titled)}>{said.all(total)}</Link>}
      </header>
      {documents.length === 0 ? (
        <>
          <p className="muted">{said.empty}</p>
          <p className="mt-3">
            <Link className="btn sm" to={paths.newDocument(titled)}>
              {words.newDocument}
            </Link>
          </p>
        </>
      ) : (
        <div className="files">
          <RecordTable caption={said.caption} columns={said.columns.slice(0, 3)}>
            {documents.map(({ id, title, sight, author, modifiedAt }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={paths.document({ id, title })}>{title}</Link>
                  {(author || sight.kind === 'self') && (
                    <small>{author ? said.by(author) : said.draft}</small>
                  )}
                </th>
                <td data-l={seen}>
                  <SightMark sight={sight} kind={kind} />
                  {sight.kind === 'self' && (
                    <PostButton
                      fields={{ intent: 'open', documentId: id, title }}
                      className="btn quiet sm -ml-[0.8125rem]"
                      label={said.openOf(title, kind)}
                    >
                      {said.open(kind)}
                    </PostButton>
                  )}
                </td>
                <td data-l={modified}>
                  <time dateTime={modifiedAt.toISOString()} title={dates.exact(modifiedAt)}>
                    {dates.relative(modifiedAt, now)}
                  </time>
                </td>
              </tr>
            ))}
          </RecordTable>
        </div>
      )}
    </section>
  );
}
