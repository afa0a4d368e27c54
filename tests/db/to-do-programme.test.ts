import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { dataNeeds, wantedDatasets } from '#db/library/need/schema.ts';
import { listPeopleToTellTheWeek, mayTell, takeWeek } from '#db/news/notification/notification-mails.ts';
import { themes } from '#db/people/group/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { experimentLogs, experimentMilestones } from '#db/programme/experiment/follow-up-schema.ts';
import { experimentComments } from '#db/programme/experiment/result-schema.ts';
import { experiments, experimentTeam } from '#db/programme/experiment/schema.ts';
import { missionDeliverables, missionDeliveries, missionVerdicts } from '#db/programme/mission/schema.ts';
import { findProgrammeLine } from '#db/programme/steering/programme-line.ts';
import { aGroup, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { findToDo } from '#db/to-do.ts';
import { obligationKey } from '#shared/news/to-do/to-do.ts';
import type { ObligationKind } from '#shared/obligations.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { aMission } from '#tests/support/programme/builders/mission-builders.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

/** An experiment of Valmont with a mission, its people, and people who have nothing to do with it. */
async function around(db: Db) {
  const site = siteOf(db, now);
  await aGroup(site);
  const [theme] = await db.select({ id: themes.id }).from(themes).limit(1);
  const [city, firm, other] = [
    await anOrganisation(site),
    await anOrganisation(site, { kind: 'consultancy' }),
    await anOrganisation(site),
  ];
  const person = (more: Parameters<typeof aPerson>[1] = {}) => aPerson(site, more);
  const people = {
    agent: await person({ organisationId: city.id }),
    consultant: await person({ organisationId: firm.id }),
    stranger: await person({ organisationId: other.id }),
    suspended: await person({ organisationId: city.id }),
    coordinator: await person({ platformRole: 'coordinator' }),
    reviewer: await person({ platformRole: 'reviewer' }),
  };
  await db.update(users).set({ suspendedAt: now }).where(eq(users.id, people.suspended.id));
  const { experimentId, missionId } = await aMission(site, {
    ...{
      firmId: firm.id,
      cityIds: [city.id],
      consultantIds: [people.consultant.id],
      themeId: theme?.id ?? '',
    },
  });
  await db.update(experiments).set({ startsOn: '2023-01-09' }).where(eq(experiments.id, experimentId));
  /** Who has a line of this kind, and what it says. */
  const who = async (kind: ObligationKind) => {
    const found: Record<string, string[]> = {};
    for (const [name, { id }] of Object.entries(people)) {
      const lines = (await findToDo(db, { userId: id, now })).filter((line) => line.kind === kind);
      if (lines.length > 0) found[name] = lines.map(({ title, day }) => `${title} ${day}`);
    }
    return found;
  };
  const month = (of: string) =>
    db.insert(experimentLogs).values({
      ...{ experimentId, month: of, version: 1, mood: 'good', done: 'Relevés', difficulties: '', help: '' },
      ...{ writtenBy: people.agent.id, writtenAt: now },
    });
  return { site, ...people, city, experimentId, missionId, who, month };
}

test('[AF1] [EX13] the month and the one before wait for who is expected to write them, until they are written', () =>
  withDb(async (db) => {
    const { who, month, experimentId, stranger, site, city } = await around(db);
    const due = ['Arbres et fraîcheur 2023-02-28', 'Arbres et fraîcheur 2023-03-31'];
    expect(await who('log')).toEqual({ agent: due });
    expect(await who('missingLog')).toEqual({ coordinator: [due[0]] });
    await month('2023-02');
    expect(await who('log')).toEqual({ agent: [due[1]] });
    expect(await who('missingLog')).toEqual({});
    await month('2023-03');
    expect(await who('log')).toEqual({});
    await db.delete(experimentLogs);
    // Once somebody is named, it is theirs alone; whoever changed their organisation is in no team.
    const named = await aPerson(site, { organisationId: city.id });
    const member = { experimentId, role: 'business' as const };
    await db.insert(experimentTeam).values([
      { ...member, userId: named.id, organisationId: city.id },
      { ...member, userId: stranger.id, organisationId: city.id },
    ]);
    expect(await who('log')).toEqual({});
    expect((await findToDo(db, { userId: named.id, now })).map(({ kind }) => kind)).toEqual(['log', 'log']);
    await db.update(experiments).set({ state: 'ended' });
    expect(await findToDo(db, { userId: named.id, now })).toEqual([]);
  }));

test('[AF1] [EX19] a question on the log waits for the team until one of its people has answered', () =>
  withDb(async (db) => {
    const { who, reviewer, agent, experimentId, site } = await around(db);
    const say = (writtenBy: string, text: string, minutes: number) =>
      db.insert(experimentComments).values({
        ...{ id: site.newId(), experimentId, subject: 'log:2023-02', text, writtenBy },
        writtenAt: new Date(now.getTime() + minutes * 60_000),
      });
    await say(reviewer.id, 'Bravo à l’équipe.', 0);
    await say(agent.id, 'Faut-il tout relever ?', 1);
    expect(await who('question')).toEqual({});
    await say(reviewer.id, 'Quel budget ?', 2);
    expect(await who('question')).toEqual({ agent: ['Arbres et fraîcheur null'] });
    await say(reviewer.id, 'Et pour quand ?', 3);
    await say(agent.id, 'Douze mille euros, en mai.', 4);
    expect(await who('question')).toEqual({});
  }));

test('[AF1] [AF4] [EX9] a milestone waits when it is near, is reached today, and has its days back', () =>
  withDb(async (db) => {
    const { who, agent, experimentId, site } = await around(db);
    const plan = async (plannedTo: string) => {
      const id = site.newId();
      const days = { plannedFrom: '2023-02-01', plannedTo, firstFrom: '2023-02-01', firstTo: plannedTo };
      await db.insert(experimentMilestones).values({
        ...{ id, experimentId, title: `J ${plannedTo}`, ...days, createdAt: now, startedOn: '2023-02-06' },
      });
      return id;
    };
    const milestoneId = await plan('2023-03-03');
    await plan('2023-05-05');
    expect(await who('milestone')).toEqual({ agent: ['J 2023-03-03 2023-03-03'] });
    const operations = operationsOn(db, { now: () => now });
    const of = { experimentId, milestoneId };
    const reach = () => operations.run('milestone.reach', { userId: agent.id }, of);
    expect(await reach()).toMatchObject({ ok: true, value: { startedOn: '2023-02-06' } });
    expect(await who('milestone')).toEqual({});
    expect(await reach()).toMatchObject({ ok: false, error: 'experiment.changedMeanwhile' });
    const back = { ...of, startedOn: '2023-02-06', doneOn: '' };
    expect(await operations.run('milestone.setActual', { userId: agent.id }, back)).toMatchObject({
      ok: true,
    });
    expect(await who('milestone')).toEqual({ agent: ['J 2023-03-03 2023-03-03'] });
  }));

test('[AF1] data that were to open by now wait for the team', () =>
  withDb(async (db) => {
    const { who, experimentId, site } = await around(db);
    const wanted = {
      id: site.newId(),
      name: 'Réseaux enterrés',
      nameKey: 'reseaux enterres',
      createdAt: now,
    };
    await db.insert(wantedDatasets).values(wanted);
    const need = {
      ...{
        experimentId,
        wantedId: wanted.id,
        producerKind: 'public_local' as const,
        producerName: '',
      },
      ...{
        importance: 'essential' as const,
        accessNote: '',
        inCharge: '',
        schemaName: '',
        contact: '',
        comment: '',
      },
      ...{ frequency: 'unknown' as const, licence: 'none' as const, createdAt: now, updatedAt: now },
    };
    await db.insert(dataNeeds).values([
      { ...need, id: site.newId(), accessStatus: 'candidate', opensOn: '2023-03-01' },
      { ...need, id: site.newId(), accessStatus: 'open', opensOn: '2023-03-01' },
      { ...need, id: site.newId(), accessStatus: 'candidate', opensOn: '2023-09-01' },
    ]);
    expect(await who('need')).toEqual({ agent: [`${wanted.name} 2023-03-01`] });
  }));

test('[AF1] [MS7] a deliverable waits for its consultants, once handed over for the city, and again when it is to be changed', () =>
  withDb(async (db) => {
    const { who, missionId, consultant, agent, site } = await around(db);
    const deliverableId = site.newId();
    await db
      .insert(missionDeliverables)
      .values({ id: deliverableId, missionId, title: 'Inventaire', dueOn: '2023-04-03', createdAt: now });
    expect(await who('deliverable')).toEqual({ consultant: ['Inventaire 2023-04-03'] });
    const deliveryId = site.newId();
    await db.insert(missionDeliveries).values({
      ...{ id: deliveryId, deliverableId, number: 1, sha256: 'x', note: '' },
      ...{ submittedBy: consultant.id, submittedAt: now },
    });
    expect(await who('deliverable')).toEqual({});
    expect(await who('verdict')).toEqual({ agent: ['Inventaire null'] });
    const answer = { deliveryId, reason: 'Trop court', givenBy: agent.id, givenAt: now };
    await db.insert(missionVerdicts).values({ ...answer, verdict: 'changes' });
    expect(await who('verdict')).toEqual({});
    expect(await who('deliverable')).toEqual({ consultant: ['Inventaire 2023-04-03'] });
    await db.update(missionVerdicts).set({ verdict: 'accepted' });
    expect([await who('deliverable'), await who('verdict')]).toEqual([{}, {}]);
  }));

test('[AF5] the programme in one line is for who follows it: what runs, what is late and why', () =>
  withDb(async (db) => {
    const { experimentId, month, site } = await around(db);
    const line = (platformRole: 'member' | 'reviewer') =>
      findProgrammeLine(db, { platformRole, today: '2023-03-14' });
    expect(await line('member')).toBeNull();
    expect(await line('reviewer')).toMatchObject({
      experiments: 1,
      quarters: { used: 0, granted: 40 },
      late: [{ id: experimentId, missingMonth: '2023-02', milestone: null }],
    });
    await month('2023-02');
    expect((await line('reviewer'))?.late).toEqual([]);
    await db.insert(experimentMilestones).values({
      ...{ id: site.newId(), experimentId, title: 'Inventaire', createdAt: now },
      ...{
        plannedFrom: '2023-02-01',
        plannedTo: '2023-03-13',
        firstFrom: '2023-02-01',
        firstTo: '2023-03-13',
      },
    });
    expect((await line('reviewer'))?.late).toMatchObject([{ missingMonth: null, milestone: 'Inventaire' }]);
  }));

test('[AF6] [NO7] the mail of the week tells once what waits by its end, to who takes it, and leaves only while all of it waits', () =>
  withDb(async (db) => {
    const { agent, stranger, suspended, month } = await around(db);
    await db.update(users).set({ createdAt: new Date('2023-01-02T09:00:00Z') });
    const until = new Date('2023-03-13T07:00:00Z');
    const people = await listPeopleToTellTheWeek(db, until);
    expect(people).toEqual(expect.arrayContaining([agent.id, stranger.id]));
    expect(people).not.toContain(suspended.id);
    const week = (userId: string) => takeWeek(db, { userId, until, now });
    const told = await week(agent.id);
    // The month that runs is due later.
    expect(told?.due.map(({ title, day }) => `${title} ${day}`)).toEqual(['Arbres et fraîcheur 2023-02-28']);
    expect(await week(agent.id)).toBeNull();
    expect(await week(stranger.id)).toBeNull();
    expect(await listPeopleToTellTheWeek(db, until)).not.toContain(agent.id);
    const tells = {
      userId: agent.id,
      ids: [],
      groupId: null,
      due: (told?.due ?? []).map(obligationKey),
      now,
    };
    expect(await mayTell(db, tells)).toBe(true);
    await month('2023-02');
    expect(await mayTell(db, tells)).toBe(false);
    // Whoever came since has the next one.
    await db.update(users).set({ createdAt: now });
    expect(await listPeopleToTellTheWeek(db, until)).toEqual([]);
  }));
