import { findProgrammeReader } from '#db/programme/experiment/experiment-rights.ts';
import { holdTrack, type TrackForMember } from '#db/programme/track/tracks.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { TrackLink } from '#shared/programme/track/track.ts';
import type { Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

type OfTrack = { readonly trackId: string };
type OnTrack = ByPerson & { readonly track: TrackForMember };

/** [ST1] Whoever opens tracks; for those whom the programme is not there for, they are not there either. */
export const openingTracks: Right<unknown, ByPerson> = async ({ tx, now }, { userId }) => {
  const person = userId === null ? null : await findProgrammeReader(tx, { userId, now });
  if (userId === null || !person) return fail('access.notFound');
  return canOnPlatform(person.platformRole, 'track.manage') ? ok({ by: userId }) : fail('access.forbidden');
};

function onTrack<Input extends OfTrack>(
  may: (track: TrackForMember, input: Input) => boolean,
): Right<Input, OnTrack> {
  return async ({ tx, now }, { userId }, input) => {
    const { trackId } = input;
    const track = userId === null ? null : await holdTrack(tx, { trackId, userId, now });
    if (userId === null || !track) return fail('access.notFound');
    return may(track, input) ? ok({ by: userId, track }) : fail('access.forbidden');
  };
}

/** [ST3] Whoever takes part in the track of the input. */
export const writingTrack = onTrack(({ mayWrite }) => mayWrite);

/** [ST3] Whoever moves the track of the input. */
export const managingTrack = onTrack(({ mayManage }) => mayManage);

/** [ST3] Whoever says what the track of the input is linked to; who takes part is said by whoever manages it. */
export const linkingTrack = onTrack<OfTrack & { readonly kind: TrackLink }>(
  ({ mayWrite, mayManage }, { kind }) =>
    kind === 'person' || kind === 'organisation' ? mayManage : mayWrite,
);
