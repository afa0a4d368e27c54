import { eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/kernel/transaction.ts';
import { tellNext } from '#db/news/notification/notification-fan-out.ts';
import { takeMailed, takeWeek } from '#db/news/notification/notification-mails.ts';
import { countUnread, listHeard } from '#db/news/notification/notifications.ts';
import { isHeardByAll } from '#db/news/notification/programme-events.ts';
import { programmeSince } from '#db/news/programme-news.ts';
import { listChanges, numberChanges } from '#db/operations/change/changes.ts';
import { recordActivity } from '#db/people/activity/activities.ts';
import { activities } from '#db/people/activity/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { recusals } from '#db/programme/assessment/schema.ts';
import { listExperimentComments } from '#db/programme/experiment/experiment-comments.ts';
import { territorialFacilitators } from '#db/programme/facilitator/schema.ts';
import { isOutside, PROGRAMME_VERBS, type ProgrammeVerb } from '#shared/people/activity/programme-events.ts';
import { keepWorld } from '#tests/support/database.ts';
import { PROGRAMME } from '#tests/support/news/programme-case.ts';
import { CASES } from '#tests/support/news/programme-cases.ts';
import {
  cover,
  declare,
  forget,
  type Name,
  submit,
  type World,
} from '#tests/support/news/programme-events.ts';
import { answerTo, type Person } from '#tests/support/programme/experiment-operations.ts';
import { withAdoptions } from '#tests/support/publication/adoptions.ts';

type Reached = Partial<Record<Name, string[]>>;

/** An experiment of Valmont and Aubin with its published sheet, and somebody of each sort; nothing waits to be told. */
const programme = keepWorld<World>((test) =>
  withAdoptions(async (world) => {
    await forget(world);
    await test(world);
  }),
);
beforeAll(() => programme.open());
afterAll(() => programme.close());
const withProgramme = programme.run;

async function tell({ db, site }: World): Promise<void> {
  while (await tellNext(db, { now: site.now(), newId: site.newId }));
}

/** What reaches each of these people, with its reason; those whom nothing reaches are absent. */
async function reached(world: World): Promise<Reached> {
  await tell(world);
  const said: Reached = {};
  for (const [name, person] of Object.entries(world.people) as [Name, Person][]) {
    const heard = await listHeard(world.db, person);
    expect(await countUnread(world.db, person)).toBe(new Set(heard.map(({ objectId }) => objectId)).size);
    if (heard.length > 0) said[name] = heard.map(({ verb, reason }) => `${verb} ${reason}`);
  }
  return said;
}

const comment = (world: World, person: Person, subject = 'log:2023-02') =>
  answerTo(world, person, 'experimentComment.add', { subject, text: 'Quel budget ?' });

/** What of the programme this person finds in the change feed, and in their news. */
async function readIn({ db, people }: World, name: Name) {
  while ((await numberChanges(db)) > 0);
  const reader = people[name];
  const { changes } = await listChanges(db, { ...reader, after: null, groupId: null, limit: 100 });
  const { kinds } = await programmeSince(db, { ...reader, since: new Date(0) });
  return {
    feed: changes.flatMap(({ type, group }) => (group ? [] : [type])),
    news: kinds.flatMap(({ items }) => items.map(({ verb }) => verb)),
  };
}

/** All of these, and nobody else. */
const eachOf = (names: readonly Name[], verb: ProgrammeVerb): Reached =>
  Object.fromEntries(names.map((name) => [name, [`${verb} programme`]]));

describe('[NO12] every event of the programme', () => {
  test.each(PROGRAMME_VERBS)('[NO16] %s reaches those whom it must, once, and none of the others', (verb) =>
    withProgramme(async (world) => {
      const { happen, told } = CASES[verb];
      await happen(world);
      expect(await reached(world)).toEqual(eachOf(told, verb));
      expect(await reached(world)).toEqual(eachOf(told, verb));
    }),
  );

  test.each(PROGRAMME_VERBS)('[NO7] of %s nothing reaches who lost the right, told before or after', (verb) =>
    withProgramme(async (world) => {
      const { happen, told, loser, lost } = CASES[verb];
      if (!lost) return;
      const { userId } = world.people[loser];
      await happen(world);
      expect(await reached(world)).toHaveProperty(loser);
      await world.db.update(users).set(lost).where(eq(users.id, userId));
      const others = told.filter((name) => name !== loser);
      expect(await reached(world)).toEqual(eachOf(others, verb));
      await happen(world);
      const after = await reached(world);
      expect(Object.keys(after).toSorted()).toEqual(others.toSorted());
      const mail = { userId, now: world.site.now(), apartMs: 0 };
      expect(await inTransaction(world.db, (tx) => takeMailed(tx, mail))).toBeNull();
      expect(await readIn(world, loser)).toEqual({ feed: [], news: [] });
    }),
  );

  test.each(PROGRAMME_VERBS)('of %s a suspended account hears nothing', (verb) =>
    withProgramme(async (world) => {
      const { happen, told, loser } = CASES[verb];
      const suspended = { suspendedAt: world.site.now() };
      await world.db.update(users).set(suspended).where(eq(users.id, world.people[loser].userId));
      await happen(world);
      const others = told.filter((name) => name !== loser);
      expect(await reached(world)).toEqual(eachOf(others, verb));
      expect(await readIn(world, loser)).toEqual({ feed: [], news: [] });
    }),
  );

  test.each(PROGRAMME_VERBS)(
    '[CF1] [HV7] %s is in the feed and in the news of those who may open it',
    (verb) =>
      withProgramme(async (world) => {
        const { happen, by, read } = CASES[verb];
        await happen(world);
        for (const name of Object.keys(world.people) as Name[]) {
          const told = read.includes(name) ? [verb] : [];
          const news = name === by ? [] : told;
          expect([name, await readIn(world, name)]).toEqual([name, { feed: told, news }]);
        }
      }),
  );

  test.each(PROGRAMME_VERBS)(
    '[WH10] %s is told to other programs only if anybody of the programme may open it',
    (verb) =>
      withProgramme(async (world) => {
        const { happen, read } = CASES[verb];
        await happen(world);
        const heard = await world.db
          .select()
          .from(activities)
          .where(await isHeardByAll(world.db, world.site.now()));
        expect(heard.map((row) => row.verb)).toEqual(isOutside(verb) ? [verb] : []);
        expect(!isOutside(verb) || PROGRAMME.every((name) => read.includes(name))).toBe(true);
      }),
  );

  test.each(PROGRAMME_VERBS)('%s that is rolled back tells nobody', (verb) =>
    withProgramme(async (world) => {
      const undone = inTransaction(world.db, async (tx) => {
        await CASES[verb].happen({ ...world, db: tx });
        expect(await tx.$count(activities, isNull(activities.toldAt))).toBe(1);
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      expect(await reached(world)).toEqual({});
    }),
  );
});

test('[NO13] what the team answers is told to whoever spoke there before, of the same month only', () =>
  withProgramme(async (world) => {
    const { people, db } = world;
    await comment(world, people.marc);
    await comment(world, people.claire, 'evaluation:data');
    await forget(world);
    await comment(world, people.nadia);
    expect(await reached(world)).toEqual({
      yann: ['experiment.commented programme'],
      marc: ['experiment.commented reply'],
    });
    const [last] = await listHeard(db, people.yann);
    expect(last).toMatchObject({ title: 'Arbres et ombrage', data: { place: 'log:2023-02' }, group: null });
  }));

test('[EX19] [NO13] a comment that is taken off before it is told is told to nobody', () =>
  withProgramme(async (world) => {
    const { db, people, experimentId } = world;
    await comment(world, people.marc);
    const [said] = await listExperimentComments(db, { experimentId, about: 'log' });
    const removing = { commentId: said?.id ?? '' };
    expect(await answerTo(world, people.marc, 'experimentComment.remove', removing)).toBe('ok');
    expect(await reached(world)).toEqual({});
  }));

test('[EX3] [NO13] somebody who is named in the team hears, as long as they are of the organisation they were named for', () =>
  withProgramme(async (world) => {
    const { db, people, namePaul, clairvigne } = world;
    await namePaul();
    await comment(world, people.marc);
    expect(await reached(world)).toHaveProperty('paul');
    await db.update(users).set({ organisationId: clairvigne.id }).where(eq(users.id, people.paul.userId));
    await comment(world, people.marc);
    expect(await reached(world)).not.toHaveProperty('paul');
  }));

test('[AS3] [NO14] who is recused, or of the city that writes it, does not hear of an application', () =>
  withProgramme(async (world) => {
    const { db, site, people, clairvigne } = world;
    const objectId = await submit(world);
    await forget(world);
    const near = { reason: 'J’y habite.', declaredAt: site.now() };
    await db
      .insert(recusals)
      .values({ id: site.newId(), applicationId: objectId, userId: people.marc.userId, ...near });
    const ofClairvigne = { organisationId: clairvigne.id };
    await db.update(users).set(ofClairvigne).where(eq(users.id, people.claire.userId));
    const event = { verb: 'application.resubmitted', objectId, title: 'Ombres' } as const;
    const by = { id: site.newId(), actorId: people.aurelie.userId, now: site.now() };
    await recordActivity(db, { ...event, ...by, groupId: null });
    expect(await reached(world)).toEqual({});
  }));

test('[AT3] [NO15] structures hear that cover the city and are in the network; a step that declares nothing is told to nobody', () =>
  withProgramme(async (world) => {
    const { db, people, saved, move } = world;
    await cover(world, '75');
    await declare(world);
    expect(Object.keys(await reached(world)).toSorted()).toEqual(['claire', 'nadia', 'yann']);
    const removed = await cover(world);
    await db
      .update(territorialFacilitators)
      .set({ removedAt: world.site.now() })
      .where(eq(territorialFacilitators.id, removed));
    await declare(world);
    expect(await reached(world)).not.toHaveProperty('paul');
    const before = await reached(world);
    const id = await saved(people.ines);
    expect(await move(people.ines, id, 'done', 0)).toMatchObject({ ok: false });
    expect(await reached(world)).toEqual(before);
  }));

test('[NO8] [NO12] who wants it in the mail of the week has it once, without a group, and not at once', () =>
  withProgramme(async (world) => {
    const { db, people, site } = world;
    const { userId } = people.nadia;
    const mails = { mention: 'mail', reply: 'mail', assigned: 'mail', suggestion: 'mail', own: 'mail' };
    const quiet = { quietFrom: '0', quietTo: '0', quietWeekends: false };
    const chosen = { ...mails, ...quiet, group: 'mail', programme: 'digest', digest: true, newsletter: true };
    expect(await answerTo(world, people.nadia, 'notification.choose', chosen)).toBe('ok');
    await comment(world, people.marc);
    await tell(world);
    const atOnce = { userId, now: site.now(), apartMs: 0 };
    expect(await inTransaction(db, (tx) => takeMailed(tx, atOnce))).toBeNull();
    const monday = new Date(site.now().getTime() + 6 * 86_400_000);
    const week = (until: Date) => inTransaction(db, (tx) => takeWeek(tx, { userId, until, now: monday }));
    expect(await week(site.now())).toBeNull();
    expect((await week(monday))?.heard).toMatchObject([{ verb: 'experiment.commented', group: null }]);
    expect(await week(monday)).toBeNull();
  }));
