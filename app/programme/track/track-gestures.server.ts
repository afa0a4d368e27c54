import { programmePaths } from '#shared/programme/programme-paths.ts';
import { track as words } from '#shared/programme/track/track.fr.ts';
import { TRACK_LINKS, TRACK_PHASES } from '#shared/programme/track/track.ts';
import { choice, gesturesOf, text } from '../../kernel/gesture.server.ts';

/** The track whose page it is. */
export interface TrackPage {
  readonly track: { readonly id: string; readonly title: string };
}

const ofTrack = gesturesOf(({ track }: TrackPage) => ({ trackId: track.id }));
const fields = { title: text, purpose: text, schemaName: text, isForCommonCore: text };
const [kind, to] = [choice(TRACK_LINKS), choice(TRACK_PHASES)];
const { news } = words;

/** [ST1] What the form of a new track does. */
export const newTrackGestures = {
  save: gesturesOf(() => ({}))('track.open', {
    fields,
    done: (made) => ({ to: programmePaths.track(made), said: news.opened, focus: null }),
  }),
};

/** What the form of a track that is there does. */
export const trackEditGestures = {
  save: ofTrack('track.change', {
    fields,
    done: (made) => ({ to: programmePaths.track(made), said: news.changed, focus: null }),
  }),
};

/** [ST2] [ST4] What the buttons of the page of a track do. */
export const trackGestures = {
  move: ofTrack('track.move', {
    fields: { to, why: text, rank: text },
    form: () => 'move',
    done: (_made, { track }, { to: phase }) => ({
      to: programmePaths.track(track),
      said: news.moved(words.phases[phase]),
      focus: 'phases',
    }),
  }),
  link: ofTrack('track.link', {
    fields: { kind, id: text },
    form: ({ kind: of }) => `add-${of}`,
    done: (_made, { track }, { kind: of }) => ({
      ...{ to: programmePaths.track(track), said: news.linked, focus: `links-${of}` },
    }),
  }),
  unlink: ofTrack('track.unlink', {
    fields: { kind, id: text },
    form: () => '',
    done: (_made, { track }, { kind: of, id }) => ({
      ...{ to: programmePaths.track(track), said: news.unlinked, focus: `links-${of}` },
      undo: { label: words.putBack, fields: { intent: 'link', kind: of, id } },
    }),
  }),
};
