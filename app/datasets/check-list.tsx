import { Link } from 'react-router';
import type { CheckSummary } from '#shared/dataset/check.ts';
import { verdictOf } from '#shared/dataset/table-report.ts';
import { datasetCheck as words } from '#shared/messages/fr/dataset-check.ts';
import { dates } from '#shared/messages/fr/dates.ts';
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
