import { z } from 'zod';
import { findNeedForMember } from '#db/library/need/data-need-lists.ts';
import { listProgrammeNeeds, type ProgrammeNeed } from '#db/library/need/programme-needs.ts';
import { findOrganisationBadge, listOrganisations } from '#db/people/organisation/organisations.ts';
import {
  findApplication,
  type ListedApplication,
  listApplicationsOfCall,
  listOwnApplications,
} from '#db/programme/application/applications.ts';
import { findCall, listCalls } from '#db/programme/call/calls.ts';
import { findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import { findExperiment, listExperiments } from '#db/programme/experiment/experiments.ts';
import { findIssue, listIssues } from '#db/programme/local-issue/local-issues.ts';
import { findMissionForMember, listMissionsForMember } from '#db/programme/mission/missions.ts';
import { findTrack, listTracks } from '#db/programme/track/tracks.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { ACCESS_STATUSES } from '#shared/library/dataset/dataset.ts';
import { ORGANISATION_KINDS } from '#shared/people/organisation/organisation.ts';
import { mayReadProgramme } from '#shared/people/organisation/organisation-access.ts';
import { APPLICATION_STATUSES } from '#shared/programme/application/application.ts';
import { CALL_STATES, callStateAt } from '#shared/programme/call/call.ts';
import { EXPERIMENT_STATES } from '#shared/programme/experiment/experiment.ts';
import { EXPERIMENT_ROLES } from '#shared/programme/experiment/experiment-access.ts';
import { MISSION_STATES } from '#shared/programme/mission/mission.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { TRACK_PHASES } from '#shared/programme/track/track.ts';
import { ALL, type Asker, reading } from './readings.ts';
import { each, Id, needed, Organisation, Theme } from './shapes.ts';

const Text = z.string();
const Day = z.iso.date();
const Moment = z.iso.datetime();
const Titled = z.object({ id: Text, title: Text });
const Shown = Titled.extend({ id: Id, url: z.url() });

const OfProgramme = Organisation.extend({ id: Id, shortName: Text, kind: z.enum(ORGANISATION_KINDS) });
const Experiment = Shown.extend({
  ...each(Text, 'summary', 'season'),
  state: z.enum(EXPERIMENT_STATES),
  theme: Theme,
  ...each(Day.nullable(), 'startsOn', 'endsOn'),
  /** The lead first. */
  cities: z.array(Organisation.extend({ isLead: z.boolean() })),
  /** Of whoever asks. */
  role: z.enum(EXPERIMENT_ROLES),
});
const CallForProjects = Shown.extend({
  presentation: Text,
  state: z.enum(CALL_STATES),
  season: Organisation,
  ...each(Moment, 'opensAt', 'closesAt'),
  toleranceMinutes: z.int(),
  /** Weights are of a hundred. */
  criteria: z.array(z.object({ ...each(Text, 'title', 'description'), weight: z.number() })),
});
const Application = Shown.extend({
  status: z.enum(APPLICATION_STATUSES),
  /** Per cent of what must be answered. */
  completeness: z.number(),
  organisation: Organisation,
  agreement: Organisation.nullable(),
  call: Titled,
  /** Of the first submission, as `submittedAt`; null before it. */
  number: Text.nullable(),
  submittedAt: Moment.nullable(),
  isLate: z.boolean(),
  /** [AP15] What is asked since it was selected: how far it is, and when it was handed in; null where nothing is. */
  complement: z.object({ completeness: z.number(), handedInAt: Moment.nullable() }).nullable(),
  updatedAt: Moment,
});
const Mission = Shown.extend({
  state: z.enum(MISSION_STATES),
  ...each(Day, 'startsOn', 'endsOn'),
  /** Of a day. */
  ...each(z.int(), 'grantedQuarters', 'usedQuarters'),
  dailyPriceCents: z.int().nullable(),
  experiment: Titled,
  firm: Organisation,
  cities: z.array(Organisation),
});
const DataNeed = z.object({
  id: Id,
  ...each(Text, 'wanted', 'producerName'),
  importance: needed.importance,
  producerKind: needed.producerKind,
  accessStatus: z.enum(ACCESS_STATUSES),
  experiment: Titled,
  cities: z.array(Organisation),
  updatedAt: Moment,
  url: z.url(),
});
/** `contact` is for those who read the inside of the experiment; empty for all others. */
const WholeDataNeed = DataNeed.extend({
  ...needed,
  ...each(Text, 'accessNote', 'inCharge', 'contact', 'comment'),
  accessReason: Text.nullable(),
  opensOn: Day.nullable(),
});
const LocalIssue = Shown.extend({
  theme: Theme,
  /** Null for one of the programme. */
  city: Text.nullable(),
  /** How many. */
  ...each(z.int(), 'sharedBy', 'experiments'),
});
const Source = z.object({ id: Text, quotation: Text });
const WholeLocalIssue = Shown.extend({
  theme: Theme,
  city: Organisation.nullable(),
  context: Text,
  sharing: z.array(Organisation),
  experiments: z.array(Titled),
  /** What it comes from, as far as whoever asks may know it. */
  sources: z.array(
    z.discriminatedUnion('kind', [
      Source.extend({
        kind: z.literal('interview'),
        /** Null for those who may only know that there is one. */
        person: z.object({ ...each(Text, 'name', 'said'), metOn: Day }).nullable(),
      }),
      Source.extend({ kind: z.literal('note'), ...each(Text, 'title', 'says', 'url') }),
    ]),
  ),
  updatedAt: Moment,
});
const Track = Shown.extend({
  ...each(Text, 'purpose', 'schemaName'),
  phase: z.enum(TRACK_PHASES),
  isForCommonCore: z.boolean(),
  updatedAt: Moment,
});

const mayPrepare = ({ platformRole }: Asker) => canOnPlatform(platformRole, 'call.manage');

/** [AP1] [AP3] What this person writes, then what was submitted to each call, which is there for its assessors only. */
async function listApplications({ db, userId, now }: Asker): Promise<ListedApplication[]> {
  const listed = await listOwnApplications(db, { userId });
  for (const { id: callId } of await listCalls(db, { mayPrepare: false, now }))
    listed.push(...(await listApplicationsOfCall(db, { callId, userId, limit: ALL })).items);
  return [...new Map(listed.map((one) => [one.id, one])).values()];
}

/** [A13] The organisations of the programme for whoever is of it, else one’s own. */
async function listKnownOrganisations({ db, ...asker }: Asker) {
  const person = await findExperimentPerson(db, asker);
  if (person && mayReadProgramme(person.standing)) return listOrganisations(db);
  const own = person?.organisationId && (await findOrganisationBadge(db, person.organisationId));
  return own ? [own] : [];
}

/** [I6] The programme, for whoever sees it on the pages. */
export const programmeOperations = [
  reading({
    noun: 'organisations',
    path: ['organisations', 'organisation'],
    item: OfProgramme.meta({ id: 'Organisation' }),
    at: () => '',
    list: listKnownOrganisations,
    find: async (asker, id) => (await listKnownOrganisations(asker)).find((one) => one.id === id) ?? null,
  }),
  reading({
    noun: 'experiments',
    path: ['experiments', 'experiment'],
    item: Experiment.meta({ id: 'Experiment' }),
    at: programmePaths.experiment,
    list: async (asker) => (await listExperiments(asker.db, { ...asker, size: ALL })).experiments,
    find: (asker, experimentId) => findExperiment(asker.db, { ...asker, experimentId }),
  }),
  reading({
    noun: 'calls',
    path: ['calls', 'call'],
    item: CallForProjects.meta({ id: 'Call' }),
    at: programmePaths.call,
    list: async (asker) =>
      (await listCalls(asker.db, { ...asker, mayPrepare: mayPrepare(asker) })).map((call) => ({
        ...call,
        state: callStateAt(call, asker.now),
      })),
    find: async (asker, callId) => {
      const call = await findCall(asker.db, { ...asker, callId, mayPrepare: mayPrepare(asker) });
      return call && { ...call, state: callStateAt(call, asker.now) };
    },
  }),
  reading({
    noun: 'applications',
    path: ['applications', 'application'],
    scope: 'applications:read',
    item: Application.meta({ id: 'Application' }),
    whole: Application.extend({ coLeads: z.array(Organisation) }).meta({ id: 'WholeApplication' }),
    at: programmePaths.application,
    list: listApplications,
    find: (asker, applicationId) => findApplication(asker.db, { ...asker, applicationId }),
  }),
  reading({
    noun: 'missions',
    path: ['missions', 'mission'],
    item: Mission.meta({ id: 'Mission' }),
    whole: Mission.extend({ purpose: z.string(), consultants: z.array(Organisation) }).meta({
      id: 'WholeMission',
    }),
    at: programmePaths.mission,
    list: (asker) => listMissionsForMember(asker.db, asker),
    find: (asker, missionId) => findMissionForMember(asker.db, { ...asker, missionId }),
  }),
  reading({
    noun: 'dataNeeds',
    path: ['data-needs', 'need'],
    item: DataNeed.meta({ id: 'DataNeed' }),
    whole: WholeDataNeed.meta({ id: 'WholeDataNeed' }),
    at: ({ experiment }: Pick<ProgrammeNeed, 'experiment'>) => programmePaths.experimentNeeds(experiment),
    list: async (asker) => {
      const seenBy = await findExperimentPerson(asker.db, asker);
      if (!seenBy) return [];
      return (await listProgrammeNeeds(asker.db, { filters: { seenBy }, page: 1, size: ALL })).needs;
    },
    find: async (asker, needId) => {
      const need = await findNeedForMember(asker.db, { ...asker, needId });
      return need && { ...need, cities: need.experiment.cities };
    },
  }),
  reading({
    noun: 'localIssues',
    path: ['local-issues', 'issue'],
    item: LocalIssue.meta({ id: 'LocalIssue' }),
    whole: WholeLocalIssue.meta({ id: 'WholeLocalIssue' }),
    at: programmePaths.localIssue,
    list: async (asker) => {
      const filter = { query: '', theme: '', city: '', page: 1 };
      return (await listIssues(asker.db, { ...asker, filter, size: ALL })).issues;
    },
    find: (asker, issueId) => findIssue(asker.db, { ...asker, issueId }),
  }),
  reading({
    noun: 'tracks',
    path: ['tracks', 'track'],
    item: Track.meta({ id: 'Track' }),
    at: programmePaths.track,
    list: async (asker) => (await listTracks(asker.db, asker))?.tracks ?? [],
    find: (asker, trackId) => findTrack(asker.db, { ...asker, trackId }),
  }),
].flat();
