import { z } from 'zod';
import { linkTrack, unlinkTrack } from '#db/programme/track/track-links.ts';
import { changeTrack, createTrack, moveTrack } from '#db/programme/track/tracks.ts';
import { Id, readForm, Said } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { SentCount } from '#shared/kernel/sent-values.ts';
import { parseTrack, TRACK_LINKS, TRACK_PHASES } from '#shared/programme/track/track.ts';
import { operation } from '../../kernel/operation.ts';
import { linkingTrack, managingTrack, openingTracks, writingTrack } from './track-rights.ts';

const OfTrack = z.object({ trackId: Id });

/** [ST1] Every field that is wrong is told at once. */
const Fields = z
  .object({ title: Said, purpose: Said, schemaName: Said, isForCommonCore: Said })
  .transform(readForm(parseTrack));

const Link = OfTrack.extend({ kind: z.enum(TRACK_LINKS), id: z.string().max(64) });

/** [ST1] [ST2] [ST3] [ST4] Standardisation tracks. */
export const trackOperations = {
  'track.open': operation({
    input: Fields,
    right: openingTracks,
    refusals: {},
    async run({ tx, by, now, newId }, { fields }) {
      const id = newId();
      await createTrack(tx, { trackId: id, fields, by, now });
      return ok({ id, title: fields.title });
    },
  }),

  'track.change': operation({
    input: OfTrack.and(Fields),
    right: writingTrack,
    refusals: {},
    async run({ tx, track, now }, { fields }) {
      await changeTrack(tx, { trackId: track.id, fields, now });
      return ok({ id: track.id, title: fields.title });
    },
  }),

  /** `rank`: the last phase that whoever moves it has seen. */
  'track.move': operation({
    input: OfTrack.extend({ to: z.enum(TRACK_PHASES), why: z.string().max(500), rank: SentCount }),
    right: managingTrack,
    refusals: { 'track.changedSince': 'to', 'track.phaseSame': 'to', 'track.whyMissing': 'why' },
    run: ({ tx, track, by, now }, { to, why, rank }) => moveTrack(tx, { track, to, why, rank, by, now }),
  }),

  'track.link': operation({
    input: Link,
    right: linkingTrack,
    refusals: { 'track.objectNotFound': 'id', 'track.full': 'id' },
    run: ({ tx, by, now }, { trackId, kind, id }) => linkTrack(tx, { trackId, kind, id, userId: by, now }),
  }),

  'track.unlink': operation({
    input: Link,
    right: linkingTrack,
    refusals: {},
    async run({ tx, now }, { trackId, kind, id }) {
      await unlinkTrack(tx, { trackId, kind, id, now });
      return ok();
    },
  }),
};
