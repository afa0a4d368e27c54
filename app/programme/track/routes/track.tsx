import { ExternalLink } from 'lucide-react';
import { Link } from 'react-router';
import { listTrackEnds } from '#db/programme/track/track-links.ts';
import { listTrackSteps } from '#db/programme/track/tracks.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataset as datasetWords } from '#shared/library/dataset/dataset.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { track as words } from '#shared/programme/track/track.fr.ts';
import { schemaAddress, type TRACK_LINKS } from '#shared/programme/track/track.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { PhaseBadge } from '../phase-badge.tsx';
import { requireTrack } from '../track.server.ts';
import { trackChoices } from '../track-choices.server.ts';
import { trackGestures } from '../track-gestures.server.ts';
import { TrackLinks } from '../track-links.tsx';
import { MoveForm, TrackPhases } from '../track-phases.tsx';
import type { Route } from './+types/track';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ track }) => [
    { href: paths.datasets(), label: datasetWords.title },
    { href: programmePaths.tracks(), label: words.title },
    { href: programmePaths.track(track), label: track.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, track } = await requireTrack(context, params.chantier);
  const { db, now } = context.get(servicesContext);
  const reader = { userId: member.id, now: now() };
  return {
    track,
    steps: await listTrackSteps(db, track.id),
    ends: await listTrackEnds(db, { trackId: track.id, ...reader }),
    choices: await trackChoices(db, track, reader),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { track } = await requireTrack(context, params.chantier);
  return act(context, await request.formData(), trackGestures, { track });
}

export default function Track({ loaderData, actionData }: Route.ComponentProps) {
  const { track, steps, ends, choices } = loaderData;
  const { form = '' } = actionData?.values ?? {};
  // Each list of choices has the id of its own form.
  const errors = Object.fromEntries(
    Object.entries(actionData?.errors ?? {}).map(([field, said]) => [field === 'id' ? form : field, said]),
  );
  const links = (kinds: readonly (typeof TRACK_LINKS)[number][], mayChange: boolean) =>
    kinds.map((kind) => (
      <TrackLinks
        key={kind}
        kind={kind}
        ends={ends[kind]}
        choices={choices[kind]}
        mayChange={mayChange}
        error={errors[`add-${kind}`]}
      />
    ));
  return (
    <main id="contenu">
      <title>{frame.pageTitle(track.title, words.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over row">
            {words.over}
            <PhaseBadge phase={track.phase} />
            {track.isForCommonCore && <span className="badge">{words.commonCore}</span>}
          </p>
          <h1 className="break-words">{track.title}</h1>
          {track.purpose && <p className="lead whitespace-pre-line break-words">{track.purpose}</p>}
        </div>
        {track.mayWrite && (
          <Link className="btn" to={programmePaths.trackEdit(track)}>
            {words.edit}
          </Link>
        )}
      </div>
      <ErrorSummary title={words.refusedLink} faults={faultsOf(errors)} answer={actionData} />
      <div className="cols">
        <div>
          <TrackPhases steps={steps} />
          {links(['document', 'wanted', 'dataset'], track.mayWrite)}
          {ends.hidden > 0 && <p className="muted small">{words.hidden(ends.hidden)}</p>}
        </div>
        <aside className="stack-lg" aria-label={words.links.person}>
          <section className="card" aria-labelledby="schema">
            <h2 id="schema" className="mb-3">
              {words.columns.schema}
            </h2>
            {track.schemaName ? (
              <>
                <p>
                  <code>{track.schemaName}</code>
                </p>
                <p className="small mt-2">
                  <a href={schemaAddress(track.schemaName)} rel="noreferrer">
                    {words.schemaLink} <ExternalLink className="icon" aria-hidden="true" />
                  </a>
                </p>
              </>
            ) : (
              <p className="muted">{words.noSchema}</p>
            )}
          </section>
          {links(['organisation', 'person'], track.mayManage)}
          {track.mayManage && (
            <MoveForm
              phase={track.phase}
              rank={track.rank}
              errors={errors}
              typed={form === 'move' ? (actionData?.values ?? null) : null}
            />
          )}
          {!track.mayWrite && <p className="muted small">{words.readOnly}</p>}
        </aside>
      </div>
    </main>
  );
}
