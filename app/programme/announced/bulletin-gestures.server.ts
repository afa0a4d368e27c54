import { bulletin as words } from '#shared/programme/bulletin/bulletin.fr.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { gesturesOf, text } from '../../kernel/gesture.server.ts';

/** The announcement whose page it is. */
export interface BulletinPage {
  readonly bulletinId: string;
}

const { news } = words;
const ofBulletin = gesturesOf(({ bulletinId }: BulletinPage) => ({ bulletinId }));
const ofProgramme = gesturesOf(() => ({}));
const fields = { title: text, text, toldTo: text };
const toPage = (said: string) => (made: { readonly id: string; readonly title: string }) => ({
  ...{ to: bulletinPaths.bulletin(made), said, focus: null },
});

/** [AE3] What the form of a new announcement does. */
export const newBulletinGestures = {
  save: ofProgramme('bulletin.write', { fields, done: toPage(news.written) }),
};

/** [AE3] What the form of one that is there does. */
export const bulletinEditGestures = {
  save: ofBulletin('bulletin.change', { fields, done: toPage(news.changed) }),
};

/** [AE3] What the buttons of its page do. */
export const bulletinGestures = {
  publish: ofBulletin('bulletin.publish', { fields: {}, done: toPage(news.published) }),
  withdraw: ofBulletin('bulletin.withdraw', {
    fields: {},
    done: (made) => ({
      ...toPage(news.withdrawn)(made),
      undo: { label: words.undo, fields: { intent: 'restore' } },
    }),
  }),
  restore: ofBulletin('bulletin.restore', { fields: {}, done: toPage(news.restored) }),
};
