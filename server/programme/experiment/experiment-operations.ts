import { z } from 'zod';
import {
  editExperiment,
  nameTeamMember,
  setCities,
  unnameTeamMember,
} from '#db/programme/experiment/experiment-settings.ts';
import { changeState, undoState } from '#db/programme/experiment/experiment-states.ts';
import { openExperiment } from '#db/programme/experiment/experiments.ts';
import { Id, PersonId, readForm, readTogether, Said } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { EXPERIMENT_STATES, TEAM_ROLES } from '#shared/programme/experiment/experiment.ts';
import {
  chooseCities,
  EXPERIMENT_FACTS,
  type FactKey,
  ofEachFact,
  parseFacts,
} from '#shared/programme/experiment/experiment-facts.ts';
import { operation } from '../../kernel/operation.ts';
import { onPlatform } from '../../people/rights.ts';
import { changeOf, managing } from './experiment-change.ts';
import { inExperiment } from './experiment-rights.ts';

const OfExperiment = z.object({ experimentId: Id });
const Paragraph = z.string().max(60_000);
const Facts = z.object(
  ofEachFact<Record<FactKey, typeof Said>>((key) =>
    EXPERIMENT_FACTS[key].control === 'paragraph' ? Paragraph : Said,
  ),
);
const Cities = z.object({ leadId: z.string().max(64), city: z.array(z.string().max(64)).max(1_000) });

const FactsInput = Facts.transform(readForm(parseFacts));

/** [EX1] [EX3] [EX4] [EX5] [EX6] Opening an experiment, and what it says of itself. */
export const experimentOperations = {
  /** The city that leads is of it, named among the others or not. */
  'experiment.open': operation({
    input: z
      .object({ themeId: Said })
      .and(FactsInput)
      .and(
        Cities.transform(
          readTogether(({ leadId, city }) => chooseCities([leadId, ...city].filter(Boolean), leadId), {
            'experiment.citiesMissing': 'leadId',
            'experiment.leadNotOne': 'leadId',
          }),
        ).transform((cities) => ({ cities })),
      ),
    right: onPlatform('experiment.create'),
    refusals: {
      'experiment.themeNotFound': 'themeId',
      'experiment.citiesMissing': 'leadId',
      'experiment.applicationTaken': '',
    },
    run: ({ tx, by, now, newId }, experiment) =>
      openExperiment(tx, {
        ...{ ...experiment, experimentId: newId(), applicationId: null },
        ...{ userId: by, now, newId },
      }),
  }),

  'experiment.edit': operation({
    input: OfExperiment.and(FactsInput),
    right: inExperiment('experiment.write'),
    refusals: {},
    async run(act, { experimentId, facts }) {
      await editExperiment(act.tx, { ...changeOf(act, experimentId), facts });
      return ok();
    },
  }),

  'experiment.setCities': operation({
    input: OfExperiment.and(
      Cities.transform(
        readTogether(({ leadId, city }) => chooseCities(city, leadId), {
          'experiment.citiesMissing': '',
          'experiment.leadNotOne': 'leadId',
        }),
      ).transform((cities) => ({ cities })),
    ),
    right: inExperiment('experiment.manage'),
    refusals: { 'experiment.citiesMissing': '' },
    run: (act, { experimentId, cities }) => setCities(act.tx, { ...changeOf(act, experimentId), cities }),
  }),

  'experiment.changeState': operation({
    input: OfExperiment.extend({ state: z.enum(EXPERIMENT_STATES), reason: Paragraph }),
    right: inExperiment('experiment.write'),
    refusals: {
      'experiment.stateUnreachable': '',
      'experiment.stateOthers': '',
      'experiment.reasonMissing': 'reason',
      'experiment.textTooLong': 'reason',
    },
    run: (act, { experimentId, state: to, reason }) =>
      changeState(act.tx, { ...managing(act, experimentId), to, reason }),
  }),

  'experiment.undoState': operation({
    input: OfExperiment,
    right: inExperiment('experiment.write'),
    refusals: { 'experiment.undoTooLate': '' },
    run: (act, { experimentId }) => undoState(act.tx, changeOf(act, experimentId)),
  }),

  /** Somebody by their account, or by the e-mail address that is typed in its place. */
  'experimentTeam.name': operation({
    input: OfExperiment.extend({ person: Said, email: Said, role: z.enum(TEAM_ROLES) }),
    right: inExperiment('experiment.write'),
    refusals: { 'experiment.personNotFound': '' },
    run: (act, { experimentId, person, email, role }) =>
      nameTeamMember(act.tx, { ...managing(act, experimentId), person: email.trim() || person, role }),
  }),

  'experimentTeam.unname': operation({
    input: OfExperiment.extend({ memberId: PersonId, role: z.enum(TEAM_ROLES) }),
    right: inExperiment('experiment.write'),
    refusals: {},
    async run(act, { experimentId, memberId, role }) {
      await unnameTeamMember(act.tx, { ...changeOf(act, experimentId), memberId, role });
      return ok();
    },
  }),
};
