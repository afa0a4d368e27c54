import { eq } from 'drizzle-orm';
import { dataNeedSteps, dataNeeds } from '#db/library/need/schema.ts';
import { experimentEvaluations, experimentLogs } from '#db/programme/experiment/follow-up-schema.ts';
import { experiments } from '#db/programme/experiment/schema.ts';
import type { ProgrammeVerb } from '#shared/people/activity/programme-events.ts';
import { EVALUATION_KEYS } from '#shared/programme/experiment/evaluation.ts';
import { typed as NEED } from '../library/data-needs.ts';
import { announcedCases } from './announced-cases.ts';
import { type Case, CITIES, CITY, INSIDE, PROGRAMME, WITHOUT_CITY } from './programme-case.ts';
import { done, forget, type World } from './programme-events.ts';
import { requestCases } from './request-cases.ts';

const ofTeam = { by: 'claire', told: ['nadia', 'yann'], loser: 'yann', lost: WITHOUT_CITY } as const;
const ANSWERS = Object.fromEntries(EVALUATION_KEYS.map((key) => [key, 'Oui']));
const FACTS = { title: 'Ombres', summary: '', startsOn: '', endsOn: '' };
const LOG = { mood: 'good', done: 'Relevés', difficulties: '', help: '' };
const ISSUE = { title: 'Comment ombrager ?', context: '' };
const TRACK = { title: 'Arbres', purpose: '', schemaName: '', isForCommonCore: '' };

const anIssue = (world: World) =>
  done(world, 'aurelie', 'localIssue.create', { ...ISSUE, theme: world.themeId, city: world.clairvigne.id });

const comment = (world: World) =>
  done(world, 'marc', 'experimentComment.add', { subject: 'log:2023-02', text: 'Quel budget ?' });

/** Every event of the programme: one that is missing here does not compile. */
export const CASES: Record<ProgrammeVerb, Case> = {
  ...requestCases,
  ...announcedCases,
  'experiment.opened': {
    ...ofTeam,
    read: PROGRAMME,
    happen: (world) =>
      done(world, 'claire', 'experiment.open', {
        ...{ ...FACTS, themeId: world.themeId, leadId: world.valmont.id },
        city: [world.valmont.id, world.aubin.id],
      }),
  },
  'experiment.stateChanged': {
    ...ofTeam,
    read: PROGRAMME,
    async happen(world) {
      const { db, experimentId } = world;
      await db.update(experiments).set({ state: 'preparing' }).where(eq(experiments.id, experimentId));
      await done(world, 'claire', 'experiment.changeState', { state: 'running', reason: '' });
    },
  },
  'experiment.milestoneChanged': {
    ...ofTeam,
    read: PROGRAMME,
    happen: (world) =>
      done(world, 'claire', 'milestone.add', { title: 'Atelier', from: '2023-04-03', to: '2023-04-04' }),
  },
  'experiment.commented': {
    ...{
      by: 'marc',
      told: ['nadia', 'yann'],
      read: INSIDE,
      happen: comment,
      loser: 'yann',
      lost: WITHOUT_CITY,
    },
  },
  'experiment.evaluated': {
    ...ofTeam,
    read: INSIDE,
    async happen(world) {
      const seen = await world.db.$count(experimentEvaluations);
      await done(world, 'claire', 'experimentEvaluation.write', { ...ANSWERS, seen, publish: '' });
    },
  },
  'log.written': {
    ...ofTeam,
    read: INSIDE,
    async happen(world) {
      const seen = await world.db.$count(experimentLogs);
      await done(world, 'claire', 'experimentLog.write', { ...LOG, month: '2023-02', seen });
    },
  },
  'data-need.asked': {
    ...ofTeam,
    read: PROGRAMME,
    happen: (world) => done(world, 'claire', 'need.add', { ...NEED, wanted: 'Crues', mayBeTwice: true }),
  },
  'data-need.changed': {
    ...ofTeam,
    read: PROGRAMME,
    async happen(world) {
      const [need] = await world.db.select().from(dataNeeds);
      const rank = String(await world.db.$count(dataNeedSteps, eq(dataNeedSteps.needId, need?.id ?? '')));
      const change = { needId: need?.id, rank, why: 'Ouvert', mayBeTwice: true };
      await done(world, 'claire', 'need.change', { ...NEED, ...change, wanted: 'Arbres publics' });
    },
  },
  'issue.created': {
    ...{
      by: 'aurelie',
      told: ['thomas'],
      read: PROGRAMME,
      loser: 'thomas',
      lost: WITHOUT_CITY,
      happen: anIssue,
    },
  },
  'issue.shared': {
    ...{ by: 'nadia', told: ['aurelie', 'thomas'], read: PROGRAMME, loser: 'thomas', lost: WITHOUT_CITY },
    async happen(world) {
      const { id: issueId } = await anIssue(world);
      await forget(world);
      await done(world, 'nadia', 'localIssue.share', { issueId });
    },
  },
  'interview.kept': {
    ...{ by: 'aurelie', told: ['thomas'], read: CITY, loser: 'thomas', lost: WITHOUT_CITY },
    happen: (world) =>
      done(world, 'aurelie', 'stakeholderInterview.keep', {
        ...{ city: world.clairvigne.id, personName: 'Agnès', personFunction: '', personOrganisation: '' },
        ...{ metOn: '2023-02-20', notes: 'La cour est chaude.', consentNote: '', hasConsent: '' },
      }),
  },
  'note.kept': {
    ...{ by: 'aurelie', told: ['thomas'], read: CITY, loser: 'thomas', lost: WITHOUT_CITY },
    happen: (world) =>
      done(world, 'aurelie', 'watchNote.keep', {
        ...{ city: world.clairvigne.id, title: 'Étude', url: 'https://exemple.fr/', says: 'Les cours' },
      }),
  },
  'track.opened': {
    ...{ by: 'claire', told: CITIES, read: PROGRAMME, loser: 'thomas', lost: WITHOUT_CITY },
    happen: (world) => done(world, 'claire', 'track.open', TRACK),
  },
  'track.moved': {
    ...{ by: 'claire', told: ['nadia'], read: PROGRAMME, loser: 'nadia', lost: WITHOUT_CITY },
    async happen(world) {
      const { id: trackId } = await done(world, 'claire', 'track.open', TRACK);
      const { id } = world.valmont;
      await done<unknown>(world, 'claire', 'track.link', { trackId, kind: 'organisation', id });
      await forget(world);
      await done<unknown>(world, 'claire', 'track.move', { trackId, to: 'construction', why: '', rank: '1' });
    },
  },
};
