import { seenIn } from '#shared/kernel/sent-values.ts';
import { paths } from '#shared/paths.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import { adoptionPaths } from '#shared/publication/adoption/adoption-paths.ts';
import { readAnswers } from '#shared/publication/adoption/feasibility.ts';
import { INTEREST_STATES } from '#shared/publication/adoption/interest.ts';
import type { SheetNeed } from '#shared/publication/sheet/sheet-facts.ts';
import { servicesContext } from '../../context.ts';
import { choice, type Gesture, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { notOurs, refuseBy } from '../../kernel/refusal.server.ts';

/** The sheet that a city answers about, and who acts. */
interface SheetPage {
  readonly sheet: { readonly address: string; readonly facts: { readonly needs: readonly SheetNeed[] } };
  readonly userId: string;
}
/** The check of it. */
interface AdoptionPage extends SheetPage {
  readonly adoption: { readonly id: string; readonly title: string };
}

/** [RP5] Which questions there are the sheet says: what was typed stands in their place when it is refused. */
const save: Gesture<SheetPage> = {
  async perform(context, { sheet, userId }, form) {
    const typed: Readonly<Record<string, string>> = Object.fromEntries(
      [...form].map(([name, value]) => {
        if (typeof value !== 'string') throw notOurs();
        return [name, value];
      }),
    );
    const { operations } = context.get(servicesContext);
    const saved = await operations.run(
      'adoption.save',
      { userId },
      {
        address: sheet.address,
        answers: readAnswers(sheet.facts.needs, (field) => typed[field] ?? null),
        ...{ note: typed.note ?? '', departement: typed.departement ?? '', seen: seenIn(typed.seen) },
      },
    );
    if (!saved.ok) return refuseBy(saved, { ...typed, form: 'save' });
    return { to: adoptionPaths.adoption(saved.value), said: words.savedNotice, focus: 'reponse' };
  },
};

/** What the button of the page of a new check does. */
export const newAdoptionGestures = { save };

const ofAdoption = gesturesOf(({ adoption }: AdoptionPage) => ({ adoptionId: adoption.id }));

/** What the buttons of the page of a check do. */
export const adoptionGestures = {
  save: save satisfies Gesture<AdoptionPage>,
  board: ofAdoption('adoption.makeBoard', {
    fields: { group: text },
    form: () => 'board',
    done: (made) => ({ to: paths.board(made), said: words.boardMade, focus: null }),
  }),
  move: ofAdoption('adoption.moveInterest', {
    fields: { to: choice(INTEREST_STATES), reason: text, seen: text },
    form: () => 'move',
    done: (_made, { adoption }) => ({
      to: adoptionPaths.adoption(adoption),
      said: words.movedNotice,
      focus: 'interet',
    }),
  }),
};
