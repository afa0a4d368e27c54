import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { CheckSummary } from '#shared/library/dataset/check.ts';
import { datasetCheck as words } from '#shared/library/dataset/dataset-check.fr.ts';
import { verdictOf } from '#shared/library/dataset/table-report.ts';
import { paths } from '#shared/paths.ts';
import { VerdictBadge } from './verdict-badge.tsx';

/** Checks, the newest first: what was checked, and what came of it. */
export function CheckList({ checks, now }: { checks: readonly CheckSummary[]; now: Date }) {
  return (
    <ul className="ruled">
      {checks.map((check) => (
        <li key={check.id}>
          <p className="row gap-x-3 gap-y-1">
            <Link className="font-semibold break-words min-w-0" to={paths.check(check.id)}>
              {check.fileName}
            </Link>
            {check.state === 'done' ? (
              <VerdictBadge verdict={verdictOf(check.errors, check.hasSchema)} />
            ) : (
              <span className="badge">{words.states[check.state]}</span>
            )}
          </p>
          <p className="muted small">
            {[
              check.errors > 0 && words.errorCount(check.errors),
              check.warnings > 0 && words.warningCount(check.warnings),
              check.byName && words.by(check.byName),
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            · <time dateTime={check.createdAt.toISOString()}>{dates.relative(check.createdAt, now)}</time>
          </p>
        </li>
      ))}
    </ul>
  );
}
