import { Upload } from 'lucide-react';
import { data, Link } from 'react-router';
import {
  listFacilitators,
  listRegions,
  listRemovedFacilitators,
} from '#db/programme/facilitator/territorial-facilitators.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { facilitator as words } from '#shared/programme/facilitator/facilitator.fr.ts';
import { filterFacilitators } from '#shared/programme/facilitator/facilitator-list.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { Empty } from '../../../ui/page/empty.tsx';
import { NewLink } from '../../../ui/page/new-link.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { ProgrammeTabs } from '../../programme-tabs.tsx';
import { FacilitatorFilterForm } from '../facilitator-filter-form.tsx';
import { removedFacilitatorGestures } from '../facilitator-gestures.server.ts';
import { FacilitatorsByArea, FacilitatorTable } from '../facilitator-table.tsx';
import type { Route } from './+types/facilitators';

export const handle = frameHandle({
  crumbs: () => [{ href: programmePaths.facilitators(), label: words.title }],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId, platformRole } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const asked = new URL(request.url).searchParams;
  const filter = {
    query: asked.get('texte')?.trim().slice(0, 100) ?? '',
    region: asked.get('region') ?? '',
    view: asked.get('vue') === 'territoires' ? 'territoires' : '',
  };
  const found = await listFacilitators(db, { reader: { userId, now: now() }, region: filter.region || null });
  return {
    filter,
    isEmpty: found.length === 0 && filter.region === '',
    facilitators: filterFacilitators(found, filter.query),
    regions: await listRegions(db),
    mayWrite: canOnPlatform(platformRole, 'programme.coordinate'),
    removed: await listRemovedFacilitators(db, platformRole),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  if (request.method !== 'POST') throw data(null, { status: 405 });
  requirePlatform(context, 'programme.coordinate');
  return act(context, await request.formData(), removedFacilitatorGestures, {});
}

export default function Facilitators({ loaderData }: Route.ComponentProps) {
  const { filter, isEmpty, facilitators, regions, mayWrite, removed } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.lead}>
        {mayWrite && (
          <p className="row">
            <Link className="btn" to={programmePaths.facilitatorsImport()}>
              <Upload className="icon" aria-hidden="true" />
              {words.import.link}
            </Link>
            <NewLink to={programmePaths.newFacilitator()}>{words.new}</NewLink>
          </p>
        )}
      </PageHead>
      <ProgrammeTabs under="cities" current="facilitators" />
      {isEmpty ? (
        <Empty title={words.emptyTitle} text={mayWrite ? words.emptyWriter : words.emptyText} />
      ) : (
        <>
          <FacilitatorFilterForm filter={filter} regions={regions} />
          <p className="mb-4 font-semibold" role="status">
            {facilitators.length > 0 ? words.count(facilitators.length) : words.noMatchTitle}
          </p>
          {facilitators.length === 0 && <p>{words.noMatchText}</p>}
          {facilitators.length > 0 &&
            (filter.view ? (
              <FacilitatorsByArea facilitators={facilitators} />
            ) : (
              <FacilitatorTable facilitators={facilitators} />
            ))}
        </>
      )}
      {removed.length > 0 && (
        <details className="mt-12">
          <summary>{words.removed}</summary>
          <ul className="ruled mt-3">
            {removed.map(({ id, name }) => (
              <li key={id} className="row">
                <span className="min-w-0 flex-1">{name}</span>
                <PostButton fields={{ intent: 'restore', facilitatorId: id }} label={words.restoreOf(name)}>
                  {words.restore}
                </PostButton>
              </li>
            ))}
          </ul>
        </details>
      )}
    </main>
  );
}
