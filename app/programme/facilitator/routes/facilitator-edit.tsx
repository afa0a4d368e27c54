import { findFacilitatorTie } from '#db/programme/facilitator/facilitator-ties.ts';
import { findFacilitator } from '#db/programme/facilitator/territorial-facilitators.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { facilitator as words } from '#shared/programme/facilitator/facilitator.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { typedOf } from '../facilitator-form.server.ts';
import { FacilitatorForm, FacilitatorTieForm } from '../facilitator-form.tsx';
import { facilitatorTieGestures } from '../facilitator-gestures.server.ts';
import type { Route } from './+types/facilitator-edit';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ place, typed }) => [
    { href: programmePaths.facilitators(), label: words.title },
    { href: programmePaths.facilitator(place), label: typed.name },
    { href: programmePaths.facilitatorEdit(place), label: words.edit },
  ],
});

async function requireFacilitator(context: Route.LoaderArgs['context'], segment: string | undefined) {
  const { id: userId } = requirePlatform(context, 'programme.coordinate');
  const id = idOfSegment(segment);
  const { db, now } = context.get(servicesContext);
  const found = id ? await findFacilitator(db, { id, reader: { userId, now: now() } }) : null;
  if (!found) throw notFound();
  return found;
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const found = await requireFacilitator(context, params.structure);
  const { db } = context.get(servicesContext);
  const { organisation, cities } = await findFacilitatorTie(db, found.id);
  return {
    place: { id: found.id, title: found.name },
    typed: typedOf(found),
    tie: { organisation, cities: cities.join('\n') },
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { id: facilitatorId } = await requireFacilitator(context, params.structure);
  return act(context, await request.formData(), facilitatorTieGestures, { facilitatorId });
}

export default function FacilitatorEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { place, typed, tie } = loaderData;
  const ofTie = actionData?.values.form === 'tie' ? actionData : undefined;
  const ofForm = ofTie ? undefined : actionData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.edit, typed.name)}</title>
      <div className="head">
        <h1 className="break-words">{words.editTitle(typed.name)}</h1>
      </div>
      <FacilitatorForm known={typed} answer={ofForm} cancel={programmePaths.facilitator(place)} />
      <FacilitatorTieForm known={tie} answer={ofTie} />
    </main>
  );
}
