import { data, redirect } from 'react-router';
import { changeTrack } from '#db/programme/track/tracks.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { track as words } from '#shared/programme/track/track.fr.ts';
import { parseTrack } from '#shared/programme/track/track.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { requireTrack } from '../track.server.ts';
import { TrackForm as TypedForm, wordsOf } from '../track-form.server.ts';
import { TrackForm } from '../track-form.tsx';
import type { Route } from './+types/track-edit';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ track }) => [
    { href: programmePaths.tracks(), label: words.title },
    { href: programmePaths.track(track), label: track.title },
    { href: programmePaths.trackEdit(track), label: words.edit },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { track } = await requireTrack(context, params.chantier);
  if (!track.mayWrite) throw forbidden();
  return { track };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, track } = await requireTrack(context, params.chantier);
  const typed = parseForm(TypedForm, await request.formData());
  const parsed = parseTrack(typed);
  if ('faults' in parsed) return data({ errors: wordsOf(parsed.faults), typed }, { status: 422 });
  const { db, now } = context.get(servicesContext);
  const change = { trackId: track.id, userId: member.id, now: now() };
  const changed = await changeTrack(db, { ...change, fields: parsed.fields });
  if (!changed.ok) throw changed.error === 'access.forbidden' ? forbidden() : notFound();
  return redirect(programmePaths.track({ id: track.id, title: parsed.fields.title }));
}

export default function TrackEdit({ loaderData: { track }, actionData }: Route.ComponentProps) {
  const { title, purpose, schemaName, isForCommonCore } = track;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.edit, title)}</title>
      <div className="head">
        <h1>{words.editTitle(title)}</h1>
      </div>
      <TrackForm
        typed={
          actionData?.typed ?? { title, purpose, schemaName, isForCommonCore: isForCommonCore ? 'oui' : '' }
        }
        errors={actionData?.errors ?? {}}
        answer={actionData}
        submit={words.save}
        cancel={programmePaths.track(track)}
      />
    </main>
  );
}
