import { redirect } from 'react-router';
import { saveFacilitator } from '#db/programme/facilitator/facilitator-changes.ts';
import { findFacilitator } from '#db/programme/facilitator/territorial-facilitators.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { facilitator as words } from '#shared/programme/facilitator/facilitator.fr.ts';
import { parseFacilitator } from '#shared/programme/facilitator/territorial-facilitator.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { FacilitatorFields, refuseFacilitator, typedOf } from '../facilitator-form.server.ts';
import { FacilitatorForm } from '../facilitator-form.tsx';
import type { Route } from './+types/facilitator-edit';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ place, typed }) => [
    { href: programmePaths.facilitators(), label: words.title },
    { href: programmePaths.facilitator(place), label: typed.name },
    { href: programmePaths.facilitatorEdit(place), label: words.edit },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { id: userId } = requirePlatform(context, 'programme.coordinate');
  const id = idOfSegment(params.structure);
  const { db, now } = context.get(servicesContext);
  const found = id ? await findFacilitator(db, { id, reader: { userId, now: now() } }) : null;
  if (!found) throw notFound();
  return { place: { id: found.id, title: found.name }, typed: typedOf(found) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { id: userId } = requirePlatform(context, 'programme.coordinate');
  const id = idOfSegment(params.structure);
  if (!id) throw notFound();
  const typed = parseForm(FacilitatorFields, await request.formData());
  const parsed = parseFacilitator(typed);
  if ('faults' in parsed) return refuseFacilitator(typed, parsed.faults);
  const { db, now } = context.get(servicesContext);
  const saved = await saveFacilitator(db, { ...parsed, id, isNew: false, userId, now: now() });
  if (saved.ok) return redirect(programmePaths.facilitator(saved.value));
  if (saved.error === 'access.notFound') throw notFound();
  return refuseFacilitator(typed, { name: saved.unknown ? undefined : saved.error }, saved.unknown);
}

export default function FacilitatorEdit({ loaderData: { place, typed }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.edit, typed.name)}</title>
      <div className="head">
        <h1 className="break-words">{words.editTitle(typed.name)}</h1>
      </div>
      <FacilitatorForm
        typed={actionData?.typed ?? typed}
        errors={actionData?.errors ?? {}}
        answer={actionData}
        cancel={programmePaths.facilitator(place)}
      />
    </main>
  );
}
