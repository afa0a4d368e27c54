import type { SheetForMember } from '#db/publication/sheet/use-case-sheets.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { SHEET_STATES } from '#shared/publication/sheet/sheet-state.ts';
import { sheetVisa as visaWords } from '#shared/publication/sheet/sheet-visa.fr.ts';
import { useCaseSheet as words } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { VISA_KINDS } from '#shared/publication/sheet/visa.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { choice, type Gesture, gesturesOf, text, texts } from '../../kernel/gesture.server.ts';
import { notOurs } from '../../kernel/refusal.server.ts';
import { textToSubmit } from '../../reviews/open-round.server.ts';
import { textToPublish } from './visas.server.ts';

/** The sheet whose page it is. */
interface SheetPage {
  readonly sheet: SheetForMember;
}

const after = afterOn(({ sheet }: SheetPage) => sheetPaths.sheet(sheet));
const ofSheet = gesturesOf(({ sheet }: SheetPage) => ({ sheetId: sheet.id }));
const photo = (said: string) => after(said, 'sheet-photo');
const experiments = after(words.told.changed, 'sheet-experiments');

/** The ticked boxes of one name, as one text: it is shown again beside a refusal. */
const together = (sent: readonly FormDataEntryValue[]) => texts(sent)?.join(' ') ?? null;

/** [US5] With the text as it is in its live room, if it is published by whoever may. */
const move: Gesture<SheetPage> = {
  async perform(context, page, form) {
    const { sheet } = page;
    const to = choice(SHEET_STATES)(form.getAll('to'));
    if (to === null) throw notOurs();
    const isPublished = to === 'published' && sheet.role === 'manager';
    const now = isPublished ? ((await textToPublish(context, sheet)) ?? null) : null;
    return gesturesOf((_page: SheetPage) => ({ sheetId: sheet.id, text: now }))('useCaseSheet.move', {
      fields: { to: () => to, reason: text, seen: text },
      form: () => 'move',
      done: after(words.stateChanged(words.states[to]), 'sheet-state'),
    }).perform(context, page, form);
  },
};

/** [US7] On the text as it is in its live room. */
const visa: Gesture<SheetPage> = {
  async perform(context, page, form) {
    const { sheet } = page;
    const now = await textToSubmit(context, { id: sheet.documentId, title: sheet.title });
    return gesturesOf((_page: SheetPage) => ({ sheetId: sheet.id, text: now }))('visa.ask', {
      fields: { kind: choice(VISA_KINDS), deadline: text },
      form: () => 'visa',
      done: after(visaWords.asked, 'visas'),
    }).perform(context, page, form);
  },
};

/** What the buttons of the page of a sheet do. */
export const sheetGestures = {
  fields: ofSheet('useCaseSheet.edit', {
    fields: { hook: text, serviceKind: text, sizeClass: text, uses: together },
    form: () => 'fields',
    done: after(words.saved, 'sheet-fields'),
  }),
  add: ofSheet('useCaseSheet.addExperiment', {
    fields: { experiment: text },
    form: () => 'add',
    done: experiments,
  }),
  remove: ofSheet('useCaseSheet.removeExperiment', {
    fields: { experiment: text },
    form: () => 'remove',
    done: experiments,
  }),
  removePhoto: ofSheet('useCaseSheet.removePhoto', {
    fields: {},
    done: (made, page) => ({
      ...photo(words.photo.removed)(made, page),
      undo: { label: words.photo.undo, fields: { intent: 'restorePhoto' } },
    }),
  }),
  restorePhoto: ofSheet('useCaseSheet.restorePhoto', { fields: {}, done: photo(words.photo.restored) }),
  visa,
  move,
};
