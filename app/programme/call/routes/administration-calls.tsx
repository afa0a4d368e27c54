import { Link } from 'react-router';
import { countApplications } from '#db/programme/call/call-changes.ts';
import { listCalls } from '#db/programme/call/calls.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { call as words } from '#shared/programme/call/call.fr.ts';
import { callStateAt } from '#shared/programme/call/call.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { CallStateBadge } from '../call-state.tsx';
import type { Route } from './+types/administration-calls';

const said = words.administration;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: programmePaths.administrationCalls(), label: said.title },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'call.manage');
  const { db, now } = context.get(servicesContext);
  const at = now();
  const calls = await listCalls(db, { mayPrepare: true, now: at });
  return {
    calls: await Promise.all(
      calls.map(async ({ id, title, season, opensAt, closesAt, ...call }) => ({
        ...{ id, title, season, opensAt, closesAt },
        state: callStateAt({ ...call, opensAt, closesAt }, at),
        applications: await countApplications(db, id),
      })),
    ),
  };
}

export default function AdministrationCalls({ loaderData: { calls } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(said.title, frame.administration)}</title>
      <PageHead title={said.listTitle} lead={said.listLead}>
        <Link className="btn primary" to={programmePaths.newCall()}>
          {said.create}
        </Link>
      </PageHead>
      {calls.length === 0 ? (
        <p className="muted">{said.none}</p>
      ) : (
        <table className="records">
          <caption className="vh">{said.table}</caption>
          <thead>
            <tr>
              <th scope="col">{said.columns.call}</th>
              <th scope="col">{said.columns.state}</th>
              <th scope="col">{said.columns.dates}</th>
              <th scope="col">{said.columns.applications}</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <tr key={call.id}>
                <th scope="row">
                  <Link to={programmePaths.administrationCall(call)}>{call.title}</Link>
                  <small>{call.season.name}</small>
                </th>
                <td data-l={said.columns.state}>
                  <CallStateBadge state={call.state} />
                </td>
                <td data-l={said.columns.dates}>
                  {words.span(dates.exact(call.opensAt), dates.exact(call.closesAt))}
                </td>
                <td data-l={said.columns.applications}>
                  {said.applications(call.applications.begun, call.applications.submitted)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
}
