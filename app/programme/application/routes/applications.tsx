import {
  findLastAnsweredCall,
  listApplicationsOfCall,
  listOwnApplications,
} from '#db/programme/application/applications.ts';
import { listCalls } from '#db/programme/call/calls.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import { APPLICATION_STATUSES, COMPLEMENT_FILTERS } from '#shared/programme/application/application.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { Empty } from '../../../ui/page/empty.tsx';
import { NewLink } from '../../../ui/page/new-link.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { CallPart } from '../../call/call-part.tsx';
import { partsOfCalls } from '../../call/call-parts.server.ts';
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
  const calls = await listCalls(db, { mayPrepare: false, now: now() });
  if (!canOnPlatform(platformRole, 'application.assess')) {
    const { open, coming } = partsOfCalls(calls, now());
    return { own, open, coming, assessed: null, now: now() };
  }
  const asked = new URL(request.url).searchParams;
  const named = calls.find(({ id }) => id === asked.get('appel'))?.id;
  const callId = named ?? (await findLastAnsweredCall(db)) ?? calls[0]?.id ?? '';
  const page = Math.max(1, Math.trunc(Number(asked.get('page'))) || 1);
  const filter = {
    status: APPLICATION_STATUSES.find((status) => status === asked.get('etat')),
    complement: COMPLEMENT_FILTERS.find((state) => state === asked.get('etat')),
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
    open: [],
    coming: [],
    assessed: { ...found, calls: shown, callId, filter, page, pages: Math.ceil(found.total / PAGE) },
    now: now(),
  };
}

export default function Applications({ loaderData }: Route.ComponentProps) {
  const { own, open, coming, assessed, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={assessed ? words.leadAssess : words.lead}>
        {!assessed && <NewLink to={programmePaths.newApplication()}>{words.new}</NewLink>}
      </PageHead>
      {assessed && <ProgrammeTabs under="applications" current="applications" />}
      {assessed && <SubmittedTable {...assessed} />}
      {own.length > 0 && <ApplicationTable applications={own} now={now} />}
      <CallPart part="open" calls={open} />
      <CallPart part="coming" calls={coming} />
      {!assessed && own.length + open.length + coming.length === 0 && (
        <Empty title={words.emptyTitle} text={words.emptyText} />
      )}
    </main>
  );
}
