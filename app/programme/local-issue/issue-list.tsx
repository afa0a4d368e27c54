import { Link } from 'react-router';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import type { ListedIssue } from '#shared/programme/local-issue/local-issue.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { ThemeChip } from '../../ui/theme-chip.tsx';

/** Challenges, one after the other: the question first. */
export function IssueList({ issues }: { issues: readonly ListedIssue[] }) {
  return (
    <ul className="ruled">
      {issues.map(({ id, title, theme, city, sharedBy, experiments }) => (
        <li key={id}>
          <p className="row small">
            <ThemeChip theme={theme} />
            <span className="muted">{words.by(city)}</span>
          </p>
          <h2 className="text-lg break-words">
            <Link to={programmePaths.localIssue({ id, title })}>{title}</Link>
          </h2>
          <p className="muted small">
            {words.sharedBy(sharedBy)}
            {experiments > 0 && ` · ${words.experimentsCount(experiments)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
