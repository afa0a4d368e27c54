import { randomUUID } from 'node:crypto';
import { EVALUATION_KEYS, type EvaluationKey } from '#shared/programme/experiment/evaluation.ts';
import { type Cases, COORDINATION, type TriedWorld } from './operation-case.ts';
import { INTERVIEW } from './programme-world.ts';

/** The coordination, and people of a city of the experiment. */
const TEAM = ['organisationAdmin', ...COORDINATION] as const;

/** Whoever is of the programme: of these people those of an organisation, and the coordination. */
const READERS = ['organisationAdmin', ...COORDINATION] as const;

const FACTS = { title: 'Ombres', summary: '', startsOn: '', endsOn: '' };
const DIFFICULTY = { kind: 'data', description: 'Refusé', lever: '', metOn: '', resolvedOn: '' };
const ANSWERS = Object.fromEntries(EVALUATION_KEYS.map((key) => [key, ''])) as Record<EvaluationKey, string>;

const ofExperiment = ({ library: { experimentId } }: TriedWorld) => ({ experimentId });
const ofMilestone = (world: TriedWorld) => ({ ...ofExperiment(world), milestoneId: randomUUID() });
const ofDifficulty = (world: TriedWorld) => ({ ...ofExperiment(world), difficultyId: randomUUID() });
const ofComment = (world: TriedWorld) => ({ ...ofExperiment(world), commentId: randomUUID() });
const ofIndicator = (world: TriedWorld) => ({ ...ofExperiment(world), indicatorId: randomUUID() });
const ofPartner = (world: TriedWorld) => ({ ...ofExperiment(world), partnerId: randomUUID() });
const ofLink = (world: TriedWorld) => ({ ...ofExperiment(world), object: `board:${randomUUID()}` });
const TRACK = { title: 'Arbres', purpose: '', schemaName: '', isForCommonCore: '' };
const ofTrack = ({ programme: { trackId } }: TriedWorld) => ({ trackId });
const STRUCTURE = {
  ...{ name: 'Agence', kind: 'agency', offer: '', address: '', site: '', areas: '' },
  ...{ contactName: '', contactEmail: '', contactPhone: '', source: '', certainty: '' },
};
const SEASON = {
  ...{ number: '7', name: 'Septième', startsOn: '2024-01-01', endsOn: '2024-12-31' },
  ...{ transition: 'Climat', biodiversite: '', risques: '' },
};
const ofFacilitator = ({ programme: { facilitatorId } }: TriedWorld) => ({ facilitatorId });
const ISSUE = { title: 'Comment ombrager ?', context: '' };
const ofIssue = ({ programme: { issueId } }: TriedWorld) => ({ issueId });
const anInterview = (id: string) => ({ kind: 'interview', id }) as const;
const ofMission = ({ programme: { missionId } }: TriedWorld) => ({ missionId });
const worked = ({ organisationId }: TriedWorld) => ({
  ...{ day: '2023-03-13', city: organisationId, quarters: '1', work: 'Atelier' },
});
const ofCities = ({ organisationId }: TriedWorld) => ({ leadId: organisationId, city: [organisationId] });

/** Operations of the programme. */
export const programmeCases: Cases<
  | `experiment.${'open' | 'edit' | 'setCities' | 'changeState' | 'undoState'}`
  | `experimentTeam.${'name' | 'unname'}`
  | `milestone.${'planSeason' | 'add' | 'slip' | 'setActual' | 'reach' | 'remove' | 'restore'}`
  | 'experimentLog.write'
  | 'experimentEffort.write'
  | `experimentDifficulty.${'write' | 'remove' | 'restore'}`
  | `experimentComment.${'add' | 'remove' | 'restore'}`
  | `experimentIndicator.${'add' | 'remove' | 'restore'}`
  | `experimentMeasure.${'add' | 'remove'}`
  | 'experimentEvaluation.write'
  | `experimentPartner.${'add' | 'remove' | 'restore'}`
  | `experimentLink.${'add' | 'remove'}`
  | `mission.${'order' | 'extend' | 'changeState' | 'nameConsultant' | 'removeConsultant'}`
  | `missionDay.${'log' | 'correct'}`
  | 'deliverable.add'
  | `delivery.${'submit' | 'answer'}`
  | `track.${'open' | 'change' | 'move' | 'link' | 'unlink'}`
  | `localIssue.${'create' | 'change' | 'trash' | 'restore' | 'share' | 'leave' | `${'link' | 'unlink'}${'Source' | 'Experiment'}`}`
  | `stakeholderInterview.${'keep' | 'giveConsent' | 'withdrawConsent'}`
  | 'watchNote.keep'
  | `heard.${'trash' | 'restore'}`
  | `facilitator.${'create' | 'change' | 'remove' | 'restore' | 'import'}`
  | `season.${'create' | 'change'}`
  | 'opennessTarget.set'
  | `cities.${'import' | 'importProgramme' | 'undoImport'}`
> = {
  'experiment.open': {
    input: (world) => ({ ...FACTS, ...ofCities(world), themeId: world.themeId }),
    allowed: COORDINATION,
  },
  'experiment.edit': { input: (world) => ({ ...ofExperiment(world), ...FACTS }), allowed: TEAM },
  'experiment.setCities': {
    input: (world) => ({ ...ofExperiment(world), ...ofCities(world) }),
    allowed: COORDINATION,
  },
  'experiment.changeState': {
    input: (world) => ({ ...ofExperiment(world), state: 'running', reason: '' }),
    allowed: TEAM,
  },
  'experiment.undoState': { input: ofExperiment, allowed: TEAM },
  'experimentTeam.name': {
    input: (world) => ({ ...ofExperiment(world), person: world.colleagueId, email: '', role: 'data' }),
    allowed: TEAM,
  },
  'experimentTeam.unname': {
    input: (world) => ({ ...ofExperiment(world), memberId: world.colleagueId, role: 'data' }),
    allowed: TEAM,
  },
  'milestone.planSeason': { input: ofExperiment, allowed: TEAM },
  'milestone.add': {
    input: (world) => ({ ...ofExperiment(world), title: 'Atelier', from: '2023-04-03', to: '2023-04-04' }),
    allowed: TEAM,
  },
  'milestone.slip': {
    input: (world) => ({ ...ofMilestone(world), to: '2023-04-05', reason: 'Crue' }),
    allowed: TEAM,
  },
  'milestone.setActual': {
    input: (world) => ({ ...ofMilestone(world), startedOn: '', doneOn: '' }),
    allowed: TEAM,
  },
  'milestone.reach': { input: ofMilestone, allowed: TEAM },
  'milestone.remove': { input: ofMilestone, allowed: TEAM },
  'milestone.restore': { input: ofMilestone, allowed: TEAM },
  'experimentLog.write': {
    input: (world) => ({
      ...ofExperiment(world),
      ...{ month: '2023-03', seen: 0, mood: 'good', done: 'Relevés', difficulties: '', help: '' },
    }),
    allowed: TEAM,
  },
  'experimentEffort.write': {
    input: (world) => ({ ...ofExperiment(world), month: '2023-03', role: 'data', days: '1', cost: '' }),
    allowed: TEAM,
  },
  'experimentDifficulty.write': {
    input: (world) => ({ ...ofExperiment(world), ...DIFFICULTY, difficultyId: '' }),
    allowed: TEAM,
  },
  'experimentDifficulty.remove': { input: ofDifficulty, allowed: TEAM },
  'experimentDifficulty.restore': { input: ofDifficulty, allowed: TEAM },
  'experimentComment.add': {
    input: (world) => ({ ...ofExperiment(world), subject: 'log:2023-03', text: 'Bien' }),
    allowed: TEAM,
  },
  'experimentComment.remove': { input: ofComment, allowed: TEAM },
  'experimentComment.restore': { input: ofComment, allowed: TEAM },
  'experimentIndicator.add': {
    input: (world) => ({ ...ofExperiment(world), name: 'Arbres', unit: '', target: '' }),
    allowed: TEAM,
  },
  'experimentIndicator.remove': { input: ofIndicator, allowed: TEAM },
  'experimentIndicator.restore': { input: ofIndicator, allowed: TEAM },
  'experimentMeasure.add': {
    input: (world) => ({ ...ofIndicator(world), on: '2023-03-14', value: '4' }),
    allowed: TEAM,
  },
  'experimentMeasure.remove': {
    input: (world) => ({ ...ofIndicator(world), measureId: randomUUID() }),
    allowed: TEAM,
  },
  'experimentEvaluation.write': {
    input: (world) => ({ ...ofExperiment(world), ...ANSWERS, seen: 0, publish: '' }),
    allowed: TEAM,
  },
  'experimentPartner.add': {
    input: (world) => ({ ...ofExperiment(world), name: 'Syndicat', part: '' }),
    allowed: TEAM,
  },
  'experimentPartner.remove': { input: ofPartner, allowed: TEAM },
  'experimentPartner.restore': { input: ofPartner, allowed: TEAM },
  'experimentLink.add': { input: ofLink, allowed: TEAM },
  'experimentLink.remove': { input: ofLink, allowed: TEAM },
  'mission.order': {
    input: ({ organisationId, library: { experimentId } }) => ({
      ...{ title: 'Appui', purpose: '', experiment: experimentId, firm: organisationId },
      ...{ cities: [organisationId], consultants: ['somebody'], days: '5', dailyPrice: '' },
      ...{ startsOn: '2023-03-01', endsOn: '2023-06-30', letter: '' },
    }),
    allowed: COORDINATION,
  },
  'mission.extend': {
    input: (world) => ({ ...ofMission(world), added: '1', endsOn: '2023-06-30', reason: 'Plus' }),
    allowed: COORDINATION,
  },
  'mission.changeState': {
    input: (world) => ({ ...ofMission(world), to: 'suspended', reason: 'Crue' }),
    allowed: COORDINATION,
  },
  'mission.nameConsultant': {
    input: (world) => ({ ...ofMission(world), consultant: world.colleagueId }),
    allowed: COORDINATION,
  },
  'mission.removeConsultant': {
    input: (world) => ({ ...ofMission(world), consultant: world.colleagueId }),
    allowed: COORDINATION,
  },
  // Consultants too: `tests/server/programme/mission/mission-operations.test.ts`. None of these people is one.
  'missionDay.log': {
    input: (world) => ({ ...ofMission(world), ...worked(world), consultant: '' }),
    allowed: COORDINATION,
  },
  'missionDay.correct': {
    input: (world) => ({
      ...{ ...ofMission(world), ...worked(world) },
      ...{ replaces: world.programme.missionDayId, reason: 'Erreur' },
    }),
    allowed: COORDINATION,
  },
  'deliverable.add': {
    input: (world) => ({ ...ofMission(world), title: 'Plan', dueOn: '' }),
    allowed: COORDINATION,
  },
  'delivery.submit': {
    input: (world) => ({
      ...{ ...ofMission(world), deliverable: 'none', note: '' },
      pinned: { sha256: '', documentId: randomUUID(), seq: 1, exactText: '' },
    }),
    allowed: COORDINATION,
  },
  'delivery.answer': {
    input: (world) => ({
      ...ofMission(world),
      ...{ delivery: world.programme.deliveryId, verdict: 'accepted', reason: '' },
    }),
    allowed: TEAM,
  },
  'track.open': { input: () => TRACK, allowed: COORDINATION },
  // Those who take part too: `tests/server/programme/track/track-operations.test.ts`. None of these people does.
  'track.change': { input: (world) => ({ ...ofTrack(world), ...TRACK }), allowed: COORDINATION },
  'track.move': {
    input: (world) => ({ ...ofTrack(world), to: 'construction', why: '', rank: 1 }),
    allowed: COORDINATION,
  },
  'track.link': {
    input: (world) => ({ ...ofTrack(world), kind: 'organisation', id: world.organisationId }),
    allowed: COORDINATION,
  },
  'track.unlink': {
    input: (world) => ({ ...ofTrack(world), kind: 'organisation', id: world.organisationId }),
    allowed: COORDINATION,
  },
  // To those of the programme who write for no city, or for another, it is refused at the field of the city.
  'localIssue.create': {
    input: (world) => ({ ...ISSUE, theme: world.themeId, city: world.organisationId }),
    allowed: READERS,
  },
  'localIssue.change': {
    input: (world) => ({ ...ofIssue(world), ...ISSUE, theme: world.themeId }),
    allowed: TEAM,
  },
  'localIssue.trash': { input: ofIssue, allowed: TEAM },
  'localIssue.restore': {
    input: ({ programme }) => ({ issueId: programme.trashedIssueId }),
    allowed: TEAM,
  },
  'localIssue.share': { input: ofIssue, allowed: READERS },
  'localIssue.leave': { input: ofIssue, allowed: READERS },
  'localIssue.linkSource': {
    input: (world) => ({ ...ofIssue(world), of: `interview:${world.programme.interviewId}`, quotation: '' }),
    allowed: TEAM,
  },
  'localIssue.unlinkSource': {
    input: (world) => ({ ...ofIssue(world), source: randomUUID() }),
    allowed: TEAM,
  },
  'localIssue.linkExperiment': {
    input: (world) => ({ ...ofIssue(world), experiment: world.library.experimentId }),
    allowed: TEAM,
  },
  'localIssue.unlinkExperiment': {
    input: (world) => ({ ...ofIssue(world), experiment: world.library.experimentId }),
    allowed: TEAM,
  },
  'stakeholderInterview.keep': {
    input: ({ organisationId }) => ({ ...INTERVIEW, city: organisationId, consentNote: '', hasConsent: '' }),
    allowed: READERS,
  },
  'stakeholderInterview.giveConsent': {
    input: ({ programme }) => ({ interview: programme.interviewId }),
    allowed: TEAM,
  },
  'stakeholderInterview.withdrawConsent': {
    input: ({ programme }) => ({ interview: programme.interviewId }),
    allowed: TEAM,
  },
  'heard.trash': { input: ({ programme }) => anInterview(programme.interviewId), allowed: TEAM },
  'heard.restore': { input: ({ programme }) => anInterview(programme.trashedInterviewId), allowed: TEAM },
  'watchNote.keep': {
    input: ({ organisationId }) => ({
      ...{ city: organisationId, title: 'Étude', url: 'https://exemple.fr/', says: 'Les cours' },
    }),
    allowed: READERS,
  },
  'facilitator.create': { input: () => STRUCTURE, allowed: COORDINATION },
  'facilitator.change': {
    input: (world) => ({ ...ofFacilitator(world), ...STRUCTURE }),
    allowed: COORDINATION,
  },
  'facilitator.remove': { input: ofFacilitator, allowed: COORDINATION },
  'facilitator.restore': { input: ofFacilitator, allowed: COORDINATION },
  'facilitator.import': { input: () => ({ rows: [] }), allowed: COORDINATION },
  'season.create': { input: () => SEASON, allowed: COORDINATION },
  'season.change': {
    input: ({ programme }) => ({ ...SEASON, season: programme.seasonId }),
    allowed: COORDINATION,
  },
  'opennessTarget.set': {
    input: () => ({ indicator: 'needsOpen', percent: '50', dueOn: '2023-06-30' }),
    allowed: COORDINATION,
  },
  'cities.import': { input: () => ({ table: { header: [], rows: [] } }), allowed: COORDINATION },
  'cities.importProgramme': { input: () => ({}), allowed: COORDINATION },
  'cities.undoImport': { input: () => ({ importId: randomUUID() }), allowed: COORDINATION },
};
