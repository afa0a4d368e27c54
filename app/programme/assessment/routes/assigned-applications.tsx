import { Link } from 'react-router';
import { listAssigned } from '#db/programme/assessment/assessment-pages.ts';
import { listCommitteeCalls } from '#db/programme/assessment/committee.ts';
import { listOwnRecusals } from '#db/programme/assessment/recusals.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { assessment as words } from '#shared/programme/assessment/assessment.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { ProgrammeTabs } from '../../programme-tabs.tsx';
import type { Route } from './+types/assigned-applications';

export const handle = frameHandle({
  crumbs: () => [{ href: programmePaths.assigned(), label: words.title }],
});

export async function loader({ context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const asked = { userId, now: now() };
  return {
    assigned: await listAssigned(db, asked),
    recused: await listOwnRecusals(db, asked),
    calls: await listCommitteeCalls(db, asked),
    today: dates.iso(asked.now),
  };
}

export default function AssignedApplications({ loaderData }: Route.ComponentProps) {
  const { assigned, recused, calls, today } = loaderData;
  const toMark = assigned.filter(({ role }) => role === 'assessor');
  const done = toMark.filter(({ state }) => state === 'given' || state === 'decided').length;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.lead} />
      <ProgrammeTabs under="applications" current="assigned" />
      {assigned.length === 0 && <p className="muted">{words.none}</p>}
      {toMark.length > 0 && <p className="font-semibold mb-3">{words.progress(done, toMark.length)}</p>}
      <ul className="ruled">
        {assigned.map((one) => {
          const isOpen = one.state !== 'given' && one.state !== 'decided';
          const day = one.until && new Date(`${one.until}T12:00:00Z`);
          const isLate = isOpen && one.until !== null && one.until < today;
          return (
            <li key={one.id}>
              <p>
                <Link to={programmePaths.assessment(one)}>{one.title}</Link>{' '}
                <span className={isLate ? 'badge danger' : isOpen ? 'badge warning' : 'badge success'}>
                  {one.role === 'expert' && isOpen ? words.asExpert : words.states[one.state]}
                </span>
              </p>
              <p className="muted small">
                {one.number} · {one.organisationName} · {one.callTitle}
              </p>
              <p className="muted small">
                {one.role === 'assessor' && words.givenBy(one.givenCount, one.assessorCount)}
                {isOpen && day && ` · ${isLate ? words.late(day) : words.until(day)}`}
              </p>
            </li>
          );
        })}
      </ul>
      {recused.length > 0 && (
        <section aria-labelledby="deports">
          <h2 id="deports">{words.recusedFrom}</h2>
          <ul className="ruled">
            {recused.map(({ id, title, number, at }) => (
              <li key={id}>
                <p>
                  {number} · {title}
                </p>
                <p className="muted small">{words.recusedSince(at)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {calls.length > 0 && (
        <section aria-labelledby="comites">
          <h2 id="comites">{words.committees}</h2>
          <p className="muted">{words.committeesLead}</p>
          <ul className="ruled">
            {calls.map((call) => (
              <li key={call.id}>
                <Link to={programmePaths.committee(call)}>{call.title}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
