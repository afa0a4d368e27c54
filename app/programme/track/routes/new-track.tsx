import { data, redirect } from 'react-router';
import { createTrack } from '#db/programme/track/tracks.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataset as datasetWords } from '#shared/library/dataset/dataset.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { track as words } from '#shared/programme/track/track.fr.ts';
import { parseTrack } from '#shared/programme/track/track.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { TrackForm as TypedForm, wordsOf } from '../track-form.server.ts';
import { TrackForm } from '../track-form.tsx';
import type { Route } from './+types/new-track';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.datasets(), label: datasetWords.title },
    { href: programmePaths.tracks(), label: words.title },
    { href: programmePaths.newTrack(), label: words.new },
  ],
});

export function loader({ context }: Route.LoaderArgs) {
  if (!canOnPlatform(requireMember(context).platformRole, 'track.manage')) throw forbidden();
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId } = requireMember(context);
  const typed = parseForm(TypedForm, await request.formData());
  const parsed = parseTrack(typed);
  if ('faults' in parsed) return data({ errors: wordsOf(parsed.faults), typed }, { status: 422 });
  const { db, now, newId } = context.get(servicesContext);
  const trackId = newId();
  const made = await createTrack(db, { trackId, fields: parsed.fields, userId, now: now() });
  if (!made.ok) throw made.error === 'access.forbidden' ? forbidden() : notFound();
  return redirect(programmePaths.track({ id: trackId, title: parsed.fields.title }));
}

export default function NewTrack({ actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.new, words.title)}</title>
      <div className="head">
        <h1>{words.new}</h1>
      </div>
      <TrackForm
        typed={actionData?.typed ?? {}}
        errors={actionData?.errors ?? {}}
        answer={actionData}
        submit={words.create}
        cancel={programmePaths.tracks()}
      />
    </main>
  );
}
