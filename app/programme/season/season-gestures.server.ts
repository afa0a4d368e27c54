import { call } from '#shared/programme/call/call.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { gesturesOf, text } from '../../kernel/gesture.server.ts';

const gesture = gesturesOf(() => ({}));
const { news } = call.seasons;
const after = afterOn(programmePaths.administrationSeasons);
const fields = {
  number: text,
  name: text,
  startsOn: text,
  endsOn: text,
  transition: text,
  biodiversite: text,
  risques: text,
};

/** [CA13] What the forms of seasons do. */
export const seasonGestures = {
  create: gesture('season.create', { fields, form: () => '', done: after(news.creee, 'seasons') }),
  change: gesture('season.change', {
    fields: { ...fields, season: text },
    form: ({ season }) => season,
    done: (made, page, { season }) => after(news.enregistree, `season-${season}`)(made, page),
  }),
};
