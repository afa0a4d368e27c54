import { Plus, Upload } from 'lucide-react';
import { data, Link, redirect } from 'react-router';
import { z } from 'zod';
import { removeFacilitator } from '#db/programme/facilitator/facilitator-changes.ts';
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
import { notFound, requireMember, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { Logo } from '../../../ui/logo.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { ProgrammeTabs } from '../../programme-tabs.tsx';
import { FacilitatorFilterForm } from '../facilitator-filter-form.tsx';
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
  const mayWrite = canOnPlatform(platformRole, 'programme.coordinate');
  return {
    filter,
    isEmpty: found.length === 0 && filter.region === '',
    facilitators: filterFacilitators(found, filter.query),
    regions: await listRegions(db),
    mayWrite,
    removed: mayWrite ? await listRemovedFacilitators(db) : [],
  };
}

const Restore = z.object({ id: z.string().max(64) });

export async function action({ request, context }: Route.ActionArgs) {
  if (request.method !== 'POST') throw data(null, { status: 405 });
  const { id: userId } = requirePlatform(context, 'programme.coordinate');
  const { id } = parseForm(Restore, await request.formData());
  const { db, now } = context.get(servicesContext);
  const done = await removeFacilitator(db, { id, isRemoved: false, userId, now: now() });
  if (!done.ok) throw notFound();
  return redirect(programmePaths.facilitator({ id }));
}

export default function Facilitators({ loaderData }: Route.ComponentProps) {
  const { filter, isEmpty, facilitators, regions, mayWrite, removed } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        {mayWrite && (
          <p className="row">
            <Link className="btn" to={programmePaths.facilitatorsImport()}>
              <Upload className="icon" aria-hidden="true" />
              {words.import.link}
            </Link>
            <Link className="btn primary" to={programmePaths.newFacilitator()}>
              <Plus className="icon" aria-hidden="true" />
              {words.new}
            </Link>
          </p>
        )}
      </div>
      <ProgrammeTabs under="cities" current="facilitators" />
      {isEmpty ? (
        <div className="empty">
          <Logo />
          <h2>{words.emptyTitle}</h2>
          <p>{mayWrite ? words.emptyWriter : words.emptyText}</p>
        </div>
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
                <PostButton fields={{ id }} label={words.restoreOf(name)}>
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
