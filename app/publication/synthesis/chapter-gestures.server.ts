import { CHAPTER_STATES } from '#shared/publication/synthesis/chapter-state.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { canInSynthesis } from '#shared/publication/synthesis/synthesis-access.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { choice, type Gesture, gesturesOf, text, texts } from '../../kernel/gesture.server.ts';
import { notOurs, refuseBy } from '../../kernel/refusal.server.ts';
import { putFigure } from './figure.server.ts';
import type { requireChapter } from './load-synthesis.server.ts';

/** The chapter whose page it is, and who acts. */
type ChapterPage = Awaited<ReturnType<typeof requireChapter>>;

const { news } = words;
const after = afterOn(({ chapter }: Pick<ChapterPage, 'chapter'>) => synthesisPaths.chapter(chapter));
const ofChapter = gesturesOf(({ chapter }: ChapterPage) => ({ chapterId: chapter.id }));
const edit = ofChapter('synthesisChapter.edit', {
  fields: { owner: text, due: text },
  form: () => 'edit',
  done: after(news.chapitre, 'suivi'),
});
const setDue = ofChapter('synthesisChapter.setDue', {
  fields: { due: text },
  form: () => 'edit',
  done: after(news.chapitre, 'suivi'),
});

/** [SY10] A table of the data of today, into the live text. */
const figure: Gesture<ChapterPage> = {
  async perform(context, page, form) {
    const chosen = text(form.getAll('figure'));
    if (chosen === null) throw notOurs();
    const wish = { figure: chosen, userId: page.member.id };
    const put = await putFigure(context, page.chapter, wish);
    if (put.ok) return after(put.value.isNew ? news.donnees : news.rafraichi, 'donnees')(null, page);
    return refuseBy({ error: put.error, fields: { '': put.error } }, { form: 'figure', figure: chosen });
  },
};

/** What the buttons of the page of a chapter do. */
export const chapterGestures = {
  step: ofChapter('synthesisChapter.step', {
    fields: { to: choice(CHAPTER_STATES), reason: text, seen: text },
    form: () => 'step',
    done: after(news.etat, 'chapter-state'),
  }),
  remind: ofChapter('synthesisChapter.remindCity', {
    fields: { city: text },
    form: () => 'remind',
    done: after(news.relance, 'manquent'),
  }),
  figure,
  cities: ofChapter('synthesisChapter.setCities', {
    fields: { cities: texts },
    form: () => 'cities',
    done: after(news.villes, 'villes'),
  }),
  /** Whoever has a chapter says until when; who has it the coordination says. */
  edit: {
    perform: (context, page, form) =>
      (canInSynthesis(page.chapter.role, 'synthesis.manage') ? edit : setDue).perform(context, page, form),
  } satisfies Gesture<ChapterPage>,
};
