import type { Synthesis } from '#db/publication/synthesis/syntheses.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { servicesContext } from '../../context.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { type Gesture, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { refuseBy } from '../../kernel/refusal.server.ts';
import { readWhole } from './load-whole.server.ts';

/** The season whose page it is. */
interface SeasonPage {
  readonly season: { readonly id: string; readonly number: number };
}
/** The synthesis of it, and who acts. */
interface SynthesisPage extends SeasonPage {
  readonly synthesis: Pick<Synthesis, 'id'>;
  readonly userId: string;
}

const { news } = words;
const after = afterOn(({ season }: SeasonPage) => synthesisPaths.synthesis({ season: season.number }));
const beginning = gesturesOf(({ season }: SeasonPage) => ({ seasonId: season.id }))('synthesis.begin', {
  fields: { title: text, group: text, due: text },
  form: (_typed, error) => (error === 'synthesis.exists' ? error : 'begin'),
  done: after(news.commencee, null),
});

/** [SY1] Of two who begin it, the second sees the synthesis of the first. */
const begin: Gesture<SeasonPage> = {
  async perform(context, page, form) {
    const answer = await beginning.perform(context, page, form);
    return 'data' in answer && answer.data.values.form === 'synthesis.exists'
      ? after(words.errors['synthesis.exists'], null)(null, page)
      : answer;
  },
};

/** What the button of the page of a season without synthesis does. */
export const seasonGestures = { begin };

const ofSynthesis = gesturesOf(({ synthesis }: SynthesisPage) => ({ synthesisId: synthesis.id }));
const shifting = (places: -1 | 1) =>
  gesturesOf(({ synthesis }: SynthesisPage) => ({ synthesisId: synthesis.id, places }))(
    'synthesis.shiftChapter',
    { fields: { chapter: text }, done: after(news.ordre, 'chapitres') },
  );

/** [SY8] What the chapters say in their live rooms. */
const assemble: Gesture<SynthesisPage> = {
  async perform(context, page, form) {
    const { synthesisAssembly } = context.get(servicesContext);
    const wish = { synthesisId: page.synthesis.id, userId: page.userId };
    const made = await synthesisAssembly.assemble({ ...wish, isConfirmed: form.has('anyway') });
    return made.ok ? after(news.prepare, 'ensemble')(null, page) : refuseBy(made, { form: 'assemble' });
  },
};

/** [SY11] What the whole says in its live room. */
const publish: Gesture<SynthesisPage> = {
  async perform(context, page) {
    const { operations } = context.get(servicesContext);
    const { id: synthesisId } = page.synthesis;
    const wish = { synthesisId, text: (await readWhole(context, synthesisId)) ?? null };
    const published = await operations.run('synthesis.publish', { userId: page.userId }, wish);
    return published.ok
      ? after(news.publiee, 'publique')(null, page)
      : refuseBy(published, { form: 'publish' });
  },
};

/** What the buttons of the page of a synthesis do. */
export const synthesisGestures = {
  settings: ofSynthesis('synthesis.edit', {
    fields: { title: text, due: text },
    form: () => 'settings',
    done: after(news.enregistree, 'reglages'),
  }),
  add: ofSynthesis('synthesis.addChapter', {
    fields: { chapterTitle: text, owner: text, chapterDue: text },
    form: () => 'add',
    done: after(news.ajoute, 'ajouter'),
  }),
  assemble,
  publish,
  withdraw: ofSynthesis('synthesis.withdraw', {
    fields: {},
    form: () => 'withdraw',
    done: after(news.depubliee, 'publique'),
  }),
  up: shifting(-1),
  down: shifting(1),
  remove: ofSynthesis('synthesis.removeChapter', {
    fields: { chapter: text },
    done: after(news.retire, 'chapitres'),
  }),
  putBack: ofSynthesis('synthesis.putChapterBack', {
    fields: { chapter: text },
    done: after(news.remis, 'chapitres'),
  }),
};
