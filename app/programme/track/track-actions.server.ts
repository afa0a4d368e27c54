import { data, type RouterContextProvider, redirect } from 'react-router';
import { z } from 'zod';
import { linkTrack } from '#db/programme/track/track-links.ts';
import { moveTrack, type TrackForMember } from '#db/programme/track/tracks.ts';
import { SentCount } from '#shared/kernel/sent-values.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { track as words } from '#shared/programme/track/track.fr.ts';
import { TRACK_LINKS, TRACK_PHASES } from '#shared/programme/track/track.ts';
import { servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { parseForm } from '../../kernel/refusal.server.ts';

const Gesture = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('move'),
    to: z.enum(TRACK_PHASES),
    why: z.string().max(500),
    rank: SentCount,
  }),
  z.object({
    intent: z.enum(['link', 'unlink']),
    kind: z.enum(TRACK_LINKS),
    id: z.string().max(64),
  }),
]);

/** One gesture on a track: another phase, something linked, or no more. */
export async function changeTrackPage(
  context: Readonly<RouterContextProvider>,
  { track, by }: { track: TrackForMember; by: string },
  form: FormData,
) {
  const gesture = parseForm(Gesture, form);
  const { db, now } = context.get(servicesContext);
  const change = { trackId: track.id, userId: by, now: now() };
  const isMove = gesture.intent === 'move';
  const done = isMove
    ? await moveTrack(db, { ...change, to: gesture.to, why: gesture.why, rank: gesture.rank })
    : await linkTrack(db, {
        ...change,
        kind: gesture.kind,
        id: gesture.id,
        isLinked: gesture.intent === 'link',
      });
  if (done.ok) return redirect(programmePaths.track(track));
  if (done.error === 'access.notFound') throw notFound();
  if (done.error === 'access.forbidden') throw forbidden();
  const field = isMove ? (done.error === 'track.whyMissing' ? 'why' : 'to') : `add-${gesture.kind}`;
  return data(
    {
      errors: { [field]: words.errors[done.error] } as Partial<Record<string, string>>,
      typed: isMove ? { to: gesture.to as string, why: gesture.why } : null,
    },
    { status: 422 },
  );
}
