import { TEAM_ROLES } from '#shared/programme/experiment/experiment.ts';
import { experimentPage as words } from '#shared/programme/experiment/experiment-page.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { choice, text, texts } from '../../kernel/gesture.server.ts';
import { type ExperimentPage, factFields, ofExperiment, whole } from './experiment-gestures.server.ts';

const after = afterOn(({ experiment }: ExperimentPage) => programmePaths.experimentSettings(experiment));
const { news } = words;
const role = choice(TEAM_ROLES);

/** [EX1] [EX3] [EX4] [EX20] What the buttons of the settings of an experiment do. */
export const settingsGestures = {
  facts: ofExperiment('experiment.edit', {
    fields: factFields,
    form: () => 'facts',
    done: after(news.facts, 'facts'),
  }),
  cities: ofExperiment('experiment.setCities', {
    fields: { leadId: text, city: texts },
    form: () => 'cities',
    done: after(news.cities, 'cities'),
  }),
  name: ofExperiment('experimentTeam.name', {
    fields: { person: text, email: text, role },
    form: () => 'name',
    done: after(news.named, 'team'),
  }),
  unname: ofExperiment('experimentTeam.unname', {
    fields: { memberId: text, role },
    form: whole,
    done: after(news.unnamed, 'team'),
  }),
  partner: ofExperiment('experimentPartner.add', {
    fields: { name: text, part: text },
    form: () => 'partner',
    done: after(news.partner, 'partners'),
  }),
  removePartner: ofExperiment('experimentPartner.remove', {
    fields: { partnerId: text },
    form: whole,
    done: (made, page, { partnerId }) => ({
      ...after(words.partnerRemoved, 'partners')(made, page),
      undo: { label: words.undoRemoval, fields: { intent: 'restorePartner', partnerId } },
    }),
  }),
  restorePartner: ofExperiment('experimentPartner.restore', {
    fields: { partnerId: text },
    form: whole,
    done: after(news.partnerBack, 'partners'),
  }),
  link: ofExperiment('experimentLink.add', {
    fields: { object: text },
    form: () => 'link',
    done: after(news.linked, 'linked'),
  }),
  unlink: ofExperiment('experimentLink.remove', {
    fields: { object: text },
    form: whole,
    done: after(news.unlinked, 'linked'),
  }),
};
