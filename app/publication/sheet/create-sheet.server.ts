import { findSheetOfExperiment } from '#db/publication/sheet/use-case-sheets.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { useCaseSheet as words } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { servicesContext } from '../../context.ts';
import { type Gesture, text } from '../../kernel/gesture.server.ts';
import { notOurs, refuseBy } from '../../kernel/refusal.server.ts';

/** [US1] Begins the sheet of an experiment, in one gesture; who comes second is shown the one that is there. */
export const createSheet: Gesture<{ readonly userId: string }> = {
  async perform(context, { userId }, form) {
    const { operations, db, now } = context.get(servicesContext);
    const [experiment, group] = [text(form.getAll('experiment')), text(form.getAll('group'))];
    if (experiment === null || group === null) throw notOurs();
    const made = await operations.run('useCaseSheet.create', { userId }, { experiment, group });
    if (made.ok) return { to: sheetPaths.sheet(made.value), said: words.created, focus: null };
    const isThere = made.error === 'useCaseSheet.exists';
    const asked = { experimentId: experiment, userId, now: now() };
    const known = isThere ? await findSheetOfExperiment(db, asked) : null;
    return known
      ? { to: sheetPaths.sheet(known), said: words.errors['useCaseSheet.exists'], focus: null }
      : refuseBy(made, { form: 'create', experiment, group });
  },
};
