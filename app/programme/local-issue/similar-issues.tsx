import { Link } from 'react-router';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { Notice } from '../../ui/notice.tsx';

/** [LI6] Challenges that say much the same, so that one may be shared instead. */
export function SimilarIssues({
  similar,
}: {
  similar: readonly { readonly id: string; readonly title: string }[];
}) {
  if (similar.length === 0) return <Notice kind="success">{words.similarNone}</Notice>;
  return (
    <Notice kind="info">
      <p>
        <strong>{words.similarTitle}</strong>
      </p>
      <p>{words.similarText}</p>
      <ul>
        {similar.map((issue) => (
          <li key={issue.id}>
            <Link to={programmePaths.localIssue(issue)}>{issue.title}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
