import { findUnknownCities } from '#db/programme/facilitator/facilitator-ties.ts';
import { findUnknownAreas } from '#db/programme/facilitator/territorial-facilitators.ts';
import { facilitator as words } from '#shared/programme/facilitator/facilitator.fr.ts';
import { parseCityNames } from '#shared/programme/facilitator/tie.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../context.ts';
import { type Gesture, gesturesOf, text } from '../../kernel/gesture.server.ts';

/** The structure whose page it is. */
export interface FacilitatorPage {
  readonly facilitatorId: string;
}

const ofNetwork = gesturesOf(() => ({}));
const ofFacilitator = gesturesOf(({ facilitatorId }: FacilitatorPage) => ({ facilitatorId }));
const fields = {
  name: text,
  kind: text,
  offer: text,
  address: text,
  site: text,
  contactName: text,
  contactEmail: text,
  contactPhone: text,
  source: text,
  certainty: text,
  areas: text,
};
const { news } = words;

/** The same, told which territories are not in the register. */
function namingAreas<Page>(gesture: Gesture<Page>): Gesture<Page> {
  return {
    async perform(context, page, form) {
      const answer = await gesture.perform(context, page, form);
      if ('to' in answer || answer.data.errors.areas !== fr.errors['facilitator.areaNotFound']) return answer;
      const { areas = '' } = answer.data.values;
      const unknown = await findUnknownAreas(context.get(servicesContext).db, areas.split('\n'));
      const errors = { ...answer.data.errors, areas: words.notFound(unknown) };
      return { ...answer, data: { ...answer.data, errors } };
    },
  };
}

/** [AT1] What the form of a new structure does. */
export const newFacilitatorGestures = {
  save: namingAreas(
    ofNetwork('facilitator.create', {
      fields,
      done: (made) => ({ to: programmePaths.facilitator(made), said: news.created, focus: null }),
    }),
  ),
};

/** [AT1] What the form of a structure that is there does. */
export const facilitatorEditGestures = {
  save: namingAreas(
    ofFacilitator('facilitator.change', {
      fields,
      done: (made) => ({ to: programmePaths.facilitator(made), said: news.changed, focus: null }),
    }),
  ),
};

/** [AT5] What the form that ties a structure does; told which cities are not here. */
const tie = ofFacilitator('facilitator.tie', {
  fields: { organisation: text, cities: text },
  form: () => 'tie',
  done: (_made, { facilitatorId }) => ({
    ...{ to: programmePaths.facilitator({ id: facilitatorId }), said: words.tie.done, focus: null },
  }),
});
export const facilitatorTieGestures = {
  ...facilitatorEditGestures,
  tie: {
    async perform(context, page, form) {
      const answer = await tie.perform(context, page, form);
      if ('to' in answer || answer.data.errors.cities !== fr.errors['facilitator.cityNotFound'])
        return answer;
      const names = parseCityNames(answer.data.values.cities ?? '');
      const unknown = names.ok ? await findUnknownCities(context.get(servicesContext).db, names.value) : [];
      const errors = { ...answer.data.errors, cities: words.tie.unknown(unknown) };
      return { ...answer, data: { ...answer.data, errors } };
    },
  } satisfies Gesture<FacilitatorPage>,
};

/** [AT1] What the buttons of the page of a structure do. */
export const facilitatorGestures = {
  remove: ofFacilitator('facilitator.remove', {
    fields: {},
    done: (_made, { facilitatorId }) => ({
      ...{ to: programmePaths.facilitators(), said: news.removed, focus: null },
      undo: { label: words.undo, fields: { intent: 'restore', facilitatorId } },
    }),
  }),
};

/** [AT1] What the buttons beside the structures that were removed do. */
export const removedFacilitatorGestures = {
  restore: ofNetwork('facilitator.restore', {
    fields: { facilitatorId: text },
    done: (_made, _page, { facilitatorId }) => ({
      ...{ to: programmePaths.facilitator({ id: facilitatorId }), said: news.restored, focus: null },
    }),
  }),
};
