import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { listApplicationsOfCall, listOwnApplications } from '#db/programme/application/applications.ts';
import { listCalls } from '#db/programme/call/calls.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import { APPLICATION_STATUSES } from '#shared/programme/application/application.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { Logo } from '../../../ui/logo.tsx';
import { ProgrammeTabs } from '../../programme-tabs.tsx';
import { ApplicationTable, SubmittedTable } from '../application-tables.tsx';
import type { Route } from './+types/applications';

export const handle = frameHandle({
  crumbs: () => [{ href: programmePaths.applications(), label: words.title }],
});

const PAGE = 50;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId, platformRole } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const own = await listOwnApplications(db, { userId });
  if (!canOnPlatform(platformRole, 'application.assess')) return { own, assessed: null, now: now() };
  const asked = new URL(request.url).searchParams;
  const calls = await listCalls(db, { mayPrepare: false, now: now() });
  const callId = calls.find(({ id }) => id === asked.get('appel'))?.id ?? calls[0]?.id ?? '';
  const page = Math.max(1, Math.trunc(Number(asked.get('page'))) || 1);
  const filter = {
    status: APPLICATION_STATUSES.find((status) => status === asked.get('etat')),
    isLate: asked.get('delai') === 'hors' ? true : undefined,
    text: asked.get('texte')?.slice(0, 100) ?? '',
  };
  const found = await listApplicationsOfCall(db, {
    callId,
    userId,
    ...filter,
    offset: (page - 1) * PAGE,
    limit: PAGE,
  });
  const shown = calls.map(({ id, title }) => ({ id, title }));
  return {
    own,
    assessed: { ...found, calls: shown, callId, filter, page, pages: Math.ceil(found.total / PAGE) },
    now: now(),
  };
}

export default function Applications({ loaderData }: Route.ComponentProps) {
  const { own, assessed, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{assessed ? words.leadAssess : words.lead}</p>
        </div>
        {!assessed && (
          <Link className="btn primary" to={programmePaths.newApplication()}>
            <Plus className="icon" aria-hidden="true" />
            {words.new}
          </Link>
        )}
      </div>
      {assessed && <ProgrammeTabs under="applications" current="applications" />}
      {assessed && <SubmittedTable {...assessed} />}
      {!assessed && own.length === 0 && (
        <div className="empty">
          <Logo />
          <h2>{words.emptyTitle}</h2>
          <p>{words.emptyText}</p>
        </div>
      )}
      {own.length > 0 && <ApplicationTable applications={own} now={now} />}
    </main>
  );
}
