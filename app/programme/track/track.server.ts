import type { RouterContextProvider } from 'react-router';
import { findTrack, type TrackForMember } from '#db/programme/track/tracks.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { type Member, servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';

/** The person and the track of an address segment, if they may see it. */
export async function requireTrack(
  context: Readonly<RouterContextProvider>,
  segment: string | undefined,
): Promise<{ member: Member; track: TrackForMember }> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const trackId = idOfSegment(segment);
  const track = trackId ? await findTrack(db, { trackId, userId: member.id, now: now() }) : null;
  if (!track) throw notFound();
  return { member, track };
}
