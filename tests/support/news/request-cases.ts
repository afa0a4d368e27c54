import { eq } from 'drizzle-orm';
import { resourceUploads } from '#db/library/resource/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { experiments } from '#db/programme/experiment/schema.ts';
import { missionDeliverables, missionDeliveries } from '#db/programme/mission/schema.ts';
import { listAdoptionSteps } from '#db/publication/adoption/adoptions.ts';
import { adoptions } from '#db/publication/adoption/schema.ts';
import { helpDemands } from '#db/publication/support/schema.ts';
import { callMomentQueue } from '#server/programme/call/call-moments.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import type { ProgrammeVerb } from '#shared/people/activity/programme-events.ts';
import {
  aCall,
  laterAnswers,
  twoPartForm,
  writeAnswers,
} from '#tests/support/programme/builders/application-builders.ts';
import { ALL, type Case, CITIES, CITY, PROGRAMME, WITHOUT_CITY } from './programme-case.ts';
import {
  askCorrection,
  cover,
  coverByName,
  declare,
  done,
  forget,
  submit,
  type World,
} from './programme-events.ts';

const DAY_MS = 86_400_000;

/** A mission of the firm of Camille for Valmont. */
async function aMission(world: World): Promise<string> {
  const { db, people, valmont, experimentId } = world;
  const [camille] = await db.select().from(users).where(eq(users.id, people.camille.userId));
  const order = {
    ...{ title: 'Appui', purpose: '', experiment: experimentId, firm: camille?.organisationId ?? '' },
    ...{ cities: [valmont.id], consultants: [people.camille.userId], days: '5', dailyPrice: '900' },
    ...{ startsOn: '2023-03-01', endsOn: '2023-06-30', letter: '' },
  };
  await db.update(experiments).set({ state: 'running' }).where(eq(experiments.id, experimentId));
  return (await done(world, 'claire', 'mission.order', order)).id;
}
const MISSION_READERS = ['nadia', 'claire', 'marc', 'camille'] as const;

/** Camille hands something over on a new mission; gives its id. */
async function deliver(world: World): Promise<string> {
  const missionId = await aMission(world);
  await forget(world);
  const uploadId = world.site.newId();
  const by = world.people.camille.userId;
  const upload = { name: 'a.pdf', bytes: 3, storageKey: uploadId };
  await world.db
    .insert(resourceUploads)
    .values({ ...upload, id: uploadId, missionId, by, touchedAt: world.site.now() });
  const file = { fileName: 'a.pdf', contentType: 'application/pdf', bytes: 3, storageKey: uploadId };
  const pinned = { ...file, uploadId, sha256: 'a'.repeat(64) };
  const deliverable = world.site.newId();
  const made = {
    title: 'Plan',
    dueOn: null,
    createdBy: world.people.camille.userId,
    createdAt: world.site.now(),
  };
  await world.db.insert(missionDeliverables).values({ id: deliverable, missionId, ...made });
  await done(world, 'camille', 'delivery.submit', { missionId, deliverable, note: '', pinned });
  return missionId;
}

/** A call of which Aurélie has begun an application, that opened and closes at these moments. */
/** And selected, two days later. */
async function aSelectedApplication(world: World) {
  const closesAt = new Date(world.site.now().getTime() + DAY_MS);
  const { applicationId, id: callId } = await aWrittenCall(world, closesAt);
  const decision = { applicationId, outcome: 'selected', waitingRank: '', motivation: 'Retenue.' };
  await done<unknown>(world, 'claire', 'committee.decide', decision, 2 * DAY_MS);
  await done<unknown>(world, 'claire', 'committee.announce', { callId }, 2 * DAY_MS);
  return applicationId;
}

async function aWrittenCall(world: World, closesAt?: Date) {
  const options = { form: twoPartForm, ...(closesAt && { closesAt }) };
  const call = await aCall({ ...world.site, db: world.db }, options);
  const id = await submit(world, undefined, call);
  await forget(world);
  return { ...call, applicationId: id };
}

const moments = ({ db, site }: World, laterMs: number) =>
  callMomentQueue({ db, now: () => new Date(site.now().getTime() + laterMs) }).run(null);

const aStructure = ({ site }: World) => ({
  ...{ name: `Agence ${site.newId()}`, kind: 'agency', offer: '', address: '', site: '', areas: '' },
  ...{ contactName: '', contactEmail: '', contactPhone: '', source: '', certainty: '' },
});

/** Events of calls, of what answers them, of missions and of those who repeat a sheet. */
export const requestCases = {
  'call.published': {
    ...{ by: 'claire', told: CITIES, read: ALL, loser: 'thomas', lost: null },
    async happen(world) {
      const { id: callId } = await aCall({ ...world.site, db: world.db }, { publishedAt: null });
      await done<unknown>(world, 'claire', 'call.publish', { callId });
    },
  },
  'call.extended': {
    ...{ by: 'claire', told: ['aurelie', 'thomas'], read: ALL, loser: 'thomas', lost: null },
    async happen(world) {
      const { id: callId } = await aWrittenCall(world);
      const later = { toDay: '2023-05-14', toTime: '12:00', reason: 'Vacances' };
      await done<unknown>(world, 'claire', 'call.extend', { callId, ...later });
    },
  },
  'call.opened': {
    ...{ by: null, told: CITIES, read: ALL, loser: 'thomas', lost: null },
    async happen(world) {
      const opensAt = new Date(world.site.now().getTime() - 60_000);
      await aCall({ ...world.site, db: world.db }, { opensAt });
      await moments(world, 0);
    },
  },
  'call.closed': {
    ...{ by: null, told: ['aurelie', 'thomas'], read: ALL, loser: 'thomas', lost: null },
    async happen(world) {
      await aWrittenCall(world, new Date(world.site.now().getTime() + DAY_MS));
      await moments(world, 2 * DAY_MS);
    },
  },
  'application.submitted': {
    ...{
      by: 'aurelie',
      told: ['claire', 'marc'],
      read: CITY,
      loser: 'marc',
      lost: { platformRole: 'member' },
    },
    happen: (world) => submit(world),
  },
  'application.resubmitted': {
    ...{
      by: 'aurelie',
      told: ['claire', 'marc'],
      read: CITY,
      loser: 'marc',
      lost: { platformRole: 'member' },
    },
    async happen(world) {
      const id = await submit(world);
      await askCorrection(world, id);
      await forget(world);
      await submit(world, id);
    },
  },
  'application.decided': {
    ...{ by: 'claire', told: ['aurelie', 'thomas'], read: CITY, loser: 'thomas', lost: WITHOUT_CITY },
    happen: aSelectedApplication,
  },
  'application.completed': {
    ...{
      by: 'aurelie',
      told: ['claire', 'marc'],
      read: CITY,
      loser: 'marc',
      lost: { platformRole: 'member' },
    },
    async happen(world) {
      const { db, people, site } = world;
      const id = await aSelectedApplication(world);
      await forget(world);
      const by = people.aurelie.userId;
      const state = await writeAnswers({ ...site, db }, { id, by, answers: laterAnswers });
      await done<unknown>(
        world,
        'aurelie',
        'application.handIn',
        { applicationId: id, ...state },
        3 * DAY_MS,
      );
    },
  },
  'mission.ordered': {
    ...{
      by: 'claire',
      told: ['nadia', 'camille'],
      read: MISSION_READERS,
      loser: 'nadia',
      lost: WITHOUT_CITY,
    },
    happen: aMission,
  },
  'mission.stateChanged': {
    // Suspended, it is no more its consultants’.
    ...{
      by: 'claire',
      told: ['nadia'],
      read: ['nadia', 'claire', 'marc'],
      loser: 'nadia',
      lost: WITHOUT_CITY,
    },
    async happen(world) {
      const missionId = await aMission(world);
      await forget(world);
      const change = { missionId, to: 'suspended', reason: 'Crue' };
      await done<unknown>(world, 'claire', 'mission.changeState', change);
    },
  },
  'mission.delivered': {
    ...{ by: 'camille', told: ['nadia'], read: MISSION_READERS, loser: 'nadia', lost: WITHOUT_CITY },
    happen: deliver,
  },
  'mission.answered': {
    ...{
      by: 'claire',
      told: ['nadia', 'camille'],
      read: MISSION_READERS,
      loser: 'nadia',
      lost: WITHOUT_CITY,
    },
    async happen(world) {
      const missionId = await deliver(world);
      const [last] = await world.db
        .select({ id: missionDeliveries.id })
        .from(missionDeliveries)
        .innerJoin(missionDeliverables, eq(missionDeliverables.id, missionDeliveries.deliverableId))
        .where(eq(missionDeliverables.missionId, missionId));
      await forget(world);
      const answer = { missionId, delivery: last?.id, verdict: 'accepted', reason: '' };
      await done<unknown>(world, 'claire', 'delivery.answer', answer);
    },
  },
  'adoption.declared': {
    ...{
      by: 'aurelie',
      told: ['nadia', 'yann', 'claire', 'paul'],
      read: PROGRAMME,
      loser: 'paul',
      lost: WITHOUT_CITY,
    },
    async happen(world) {
      await cover(world);
      await declare(world);
    },
  },
  'adoption.moved': {
    ...{
      by: 'aurelie',
      told: ['nadia', 'yann', 'claire', 'paul'],
      read: PROGRAMME,
      loser: 'paul',
      lost: WITHOUT_CITY,
    },
    async happen(world) {
      await cover(world);
      const id = await declare(world);
      await forget(world);
      const seen = (await listAdoptionSteps(world.db, asReadable<'adoption'>(id))).length;
      await world.move(world.people.aurelie, id, 'preparing', seen);
    },
  },
  'facilitator.added': {
    ...{ by: 'claire', told: CITIES, read: ALL, loser: 'thomas', lost: null },
    happen: (world) => done(world, 'claire', 'facilitator.create', aStructure(world)),
  },
  'facilitator.checked': {
    ...{ by: 'ines', told: ['paul'], read: ['paul', 'claire'], loser: 'paul', lost: WITHOUT_CITY },
    async happen(world) {
      await cover(world);
      await world.db.delete(adoptions).where(eq(adoptions.organisationId, world.pontOrmeau.id));
      await world.saved(world.people.ines, { departement: '38' });
    },
  },
  'facilitator.asked': {
    ...{ by: 'aurelie', told: ['paul'], read: ['paul', 'claire'], loser: 'paul', lost: WITHOUT_CITY },
    async happen(world) {
      await coverByName(world);
      await world.db.delete(helpDemands);
      await done<unknown>(world, 'aurelie', 'support.ask', { message: 'Par où commencer ?' });
    },
  },
  'facilitator.changed': {
    ...{ by: 'claire', told: ['paul'], read: ALL, loser: 'paul', lost: null },
    async happen(world) {
      const facilitatorId = await cover(world);
      await done(world, 'claire', 'facilitator.change', { ...aStructure(world), facilitatorId });
    },
  },
} satisfies Partial<Record<ProgrammeVerb, Case>>;
