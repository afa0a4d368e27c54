import { redirect } from 'react-router';
import { saveFacilitator } from '#db/programme/facilitator/facilitator-changes.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { facilitator as words } from '#shared/programme/facilitator/facilitator.fr.ts';
import { parseFacilitator } from '#shared/programme/facilitator/territorial-facilitator.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { FacilitatorFields, refuseFacilitator } from '../facilitator-form.server.ts';
import { FacilitatorForm } from '../facilitator-form.tsx';
import type { Route } from './+types/new-facilitator';

export const handle = frameHandle({
  crumbs: () => [
    { href: programmePaths.facilitators(), label: words.title },
    { href: programmePaths.newFacilitator(), label: words.new },
  ],
});

export function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'programme.coordinate');
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId } = requirePlatform(context, 'programme.coordinate');
  const typed = parseForm(FacilitatorFields, await request.formData());
  const parsed = parseFacilitator(typed);
  if ('faults' in parsed) return refuseFacilitator(typed, parsed.faults);
  const { db, now, newId } = context.get(servicesContext);
  const saved = await saveFacilitator(db, { ...parsed, id: newId(), isNew: true, userId, now: now() });
  if (saved.ok) return redirect(programmePaths.facilitator(saved.value));
  if (saved.error === 'access.notFound') throw notFound();
  return refuseFacilitator(typed, { name: saved.unknown ? undefined : saved.error }, saved.unknown);
}

export default function NewFacilitator({ actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.new, words.title)}</title>
      <div className="head">
        <h1>{words.new}</h1>
      </div>
      <FacilitatorForm
        typed={actionData?.typed ?? {}}
        errors={actionData?.errors ?? {}}
        answer={actionData}
        cancel={programmePaths.facilitators()}
      />
    </main>
  );
}
