import { support as words } from '#shared/publication/support/support.fr.ts';
import { supportPaths } from '#shared/publication/support/support-paths.ts';
import { gesturesOf, text } from '../../kernel/gesture.server.ts';

/** The city whose page it is. */
interface CityPage {
  readonly cityId: string;
}

const onCity = gesturesOf(({ cityId }: CityPage) => ({ cityId }));
const onSupport = gesturesOf((_page: CityPage) => ({}));
const here = ({ cityId }: CityPage) => ({ to: supportPaths.territoryCity(cityId), focus: 'supports' });
const undoing = (intent: 'withdraw' | 'restore', supportId: string) => ({
  undo: { label: words.undo, fields: { intent, supportId } },
});

/** [AT7] What the forms of the page of a city on the desk do. */
export const supportGestures = {
  offer: onCity('support.offer', {
    fields: {},
    done: ({ id }, page) => ({ ...here(page), said: words.done.offered, ...undoing('withdraw', id) }),
  }),
  note: onCity('support.note', {
    fields: { what: text, day: text },
    form: () => 'note',
    done: (_made, page) => ({ ...here(page), said: words.done.noted }),
  }),
  write: onCity('support.write', {
    fields: { message: text },
    form: () => 'write',
    done: ({ sent }, page) => ({ ...here(page), said: words.done.sent(sent) }),
  }),
  change: onSupport('support.change', {
    fields: { supportId: text, what: text, day: text },
    form: ({ supportId }) => supportId,
    done: (_made, page) => ({ ...here(page), said: words.done.changed }),
  }),
  withdraw: onSupport('support.withdraw', {
    fields: { supportId: text },
    done: (_made, page, { supportId }) => ({
      ...{ ...here(page), said: words.done.withdrawn },
      ...undoing('restore', supportId),
    }),
  }),
  restore: onSupport('support.restore', {
    fields: { supportId: text },
    done: (_made, page) => ({ ...here(page), said: words.done.restored }),
  }),
};
