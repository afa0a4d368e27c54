import { describe, expect, test } from 'vitest';
import { verifyAuditChain } from '#db/kernel/audit/audit.ts';
import { auditEntries } from '#db/kernel/audit/schema.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import { applications } from '#db/programme/application/schema.ts';
import {
  changeCall,
  changeCriteria,
  countApplications,
  createCall,
  holdCall,
  publishCall,
  unpublishCall,
} from '#db/programme/call/call-changes.ts';
import { decideDerogation, listDerogations } from '#db/programme/call/call-derogations.ts';
import { listCallEvents } from '#db/programme/call/call-events.ts';
import { extendCall } from '#db/programme/call/call-extensions.ts';
import { findCall, listExtensions } from '#db/programme/call/calls.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { defaultCriteria } from '#db/seed/default-form/default-criteria.ts';
import type { PlatformRole } from '#shared/kernel/access/access.ts';
import type { ApplicationStatus } from '#shared/programme/application/application.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { aCall } from '#tests/support/programme/builders/call-builders.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2022-03-14T09:00:00Z');
async function fill(db: Tx) {
  const site = siteOf(db, now);
  const call = await aCall(site, { toleranceMinutes: 30 });
  const person = async (platformRole: PlatformRole, organisationId?: string) =>
    aPerson(site, { platformRole, ...(organisationId && { organisationId }) });
  const city = await anOrganisation(site);
  const people = {
    claire: await person('coordinator'),
    admin: await person('admin'),
    reviewer: await person('reviewer'),
    agent: await person('member', city.id),
    other: await person('member'),
  };
  const found = (callId = call.id) => findCall(db, { callId, mayPrepare: true, now });
  const change = async (who: { id: string }, callId = call.id) => {
    const held = await holdCall(db, { callId, now });
    if (!held) throw new Error('no such call');
    return { call: held, userId: who.id, now, newId: site.newId };
  };
  const apply = (status: ApplicationStatus, organisationId = city.id, createdBy = people.agent.id) =>
    db.insert(applications).values({
      id: site.newId(),
      callId: call.id,
      organisationId,
      status,
      formVersion: 1,
      createdBy,
      createdAt: now,
      updatedAt: now,
    });
  return { db, site, call, city, people, change, apply, found };
}
type World = Awaited<ReturnType<typeof fill>>;
const withWorld = (run: (world: World) => Promise<void>) => withDb(async (db) => run(await fill(db)));

const fieldsOf = ({ call }: World) => {
  const { title, presentation, opensAt, closesAt, toleranceMinutes } = call;
  return { title, presentation, opensAt, closesAt, toleranceMinutes };
};
const extension = { closesAt: new Date('2022-05-14T10:00:00Z'), reason: 'Vacances scolaires' };

const typed = {
  ...{ title: 'Saison 3', presentation: '', opensDay: '2022-10-01', opensTime: '09:00' },
  ...{ closesDay: '2022-11-01', closesTime: '12:00', tolerance: '' },
};
const lines = {
  key: defaultCriteria.map(({ key }) => key),
  criterionTitle: defaultCriteria.map(({ title }) => title),
  description: defaultCriteria.map(({ description }) => description),
  weight: defaultCriteria.map(({ weight }) => String(weight)),
};

test('[CA2] only who prepares calls changes them: to members and reviewers there is nothing to change', () =>
  withWorld(async ({ db, people, call, city, site }) => {
    const operations = operationsOn(db, { now: () => now });
    const absent = { ok: false, error: 'access.notFound' };
    for (const who of [people.reviewer, people.agent, people.other, { id: site.newId() }]) {
      const asker = { userId: who.id };
      const of = { callId: call.id };
      const done = [
        await operations.run('call.create', asker, { ...typed, season: call.seasonId }),
        await operations.run('call.change', asker, { ...of, ...typed }),
        await operations.run('call.publish', asker, of),
        await operations.run('call.unpublish', asker, of),
        await operations.run('call.extend', asker, {
          ...{ ...of, toDay: '2022-05-14', toTime: '12:00', reason: 'Vacances' },
        }),
        await operations.run('call.changeCriteria', asker, { ...of, ...lines }),
        await operations.run('call.grantDerogation', asker, { ...of, organisation: city.id, why: 'x' }),
      ];
      for (const one of done) expect(one).toMatchObject(absent);
    }
    expect(await listCallEvents(db, call.id)).toEqual([]);
  }));

test('[CA4] everything that is wrong with a call is told at once, at its control', () =>
  withWorld(async ({ db, people, call }) => {
    const operations = operationsOn(db, { now: () => now });
    const asker = { userId: people.claire.id };
    const wrong = { ...typed, callId: call.id, title: ' ', closesDay: '2022-09-01' };
    expect(await operations.run('call.change', asker, wrong)).toMatchObject({
      fields: { title: 'call.titleInvalid', closesDay: 'call.closesBeforeOpens' },
    });
    expect(await operations.run('call.change', asker, { ...typed, callId: call.id })).toMatchObject({
      fields: { opensDay: 'call.openingFixed', closesDay: 'call.closingFixed' },
    });
  }));

test('[CA6] a new call is prepared, with the programme’s form and criteria; [CA2] then published, once', () =>
  withWorld(async (world) => {
    const { db, site, call, people, change, found } = world;
    const callId = site.newId();
    const by = { callId, userId: people.claire.id, now, newId: site.newId, fields: fieldsOf(world) };
    expect(await createCall(db, { ...by, seasonId: site.newId() })).toMatchObject({
      error: 'call.seasonMissing',
    });
    expect(await createCall(db, { ...by, seasonId: call.seasonId })).toMatchObject({ ok: true });
    expect(await found(callId)).toMatchObject({ publishedAt: null, criteria: defaultCriteria });
    expect(await publishCall(db, await change(people.admin, callId))).toMatchObject({ ok: true });
    expect(await publishCall(db, await change(people.claire, callId))).toMatchObject({
      error: 'call.alreadyPublished',
    });
    expect((await listCallEvents(db, callId)).map(({ kind }) => kind).sort()).toEqual([
      'created',
      'published',
    ]);
  }));

test('[CA4] changes leave lines in the history, what may not change any more is refused at its control', () =>
  withWorld(async (world) => {
    const { db, people, change, call, found } = world;
    const by = () => change(people.claire);
    const fields = { ...fieldsOf(world), title: 'Autre titre', toleranceMinutes: 60 };
    expect(await changeCall(db, { ...(await by()), fields })).toEqual({ ok: true });
    expect(await found()).toMatchObject({ title: 'Autre titre', toleranceMinutes: 60 });
    const lines = (await listCallEvents(db, call.id)).map(({ kind, before, after }) => [kind, before, after]);
    expect(lines.sort()).toEqual([
      ['changed', call.title, 'Autre titre'],
      ['tolerance', '30', '60'],
    ]);
    expect(await changeCall(db, { ...(await by()), fields: { ...fields, ...extension } })).toMatchObject({
      fields: { closesDay: 'call.closingFixed' },
    });
    expect(await found()).toMatchObject({ closesAt: call.closesAt });
  }));

test('[CA2] it goes back to preparation while nobody has begun an application', () =>
  withWorld(async ({ db, people, change, apply, found }) => {
    const by = () => change(people.claire);
    expect(await unpublishCall(db, await by())).toMatchObject({ ok: true });
    expect(await unpublishCall(db, await by())).toMatchObject({ error: 'call.notPublished' });
    expect(await publishCall(db, await by())).toMatchObject({ ok: true });
    await apply('draft');
    expect(await unpublishCall(db, await by())).toMatchObject({ error: 'call.hasApplications' });
    expect((await found())?.publishedAt).toEqual(now);
  }));

describe('[CA3] an extension', () => {
  test('is a dated row, and says whom to tell: writers and their organisation, coordinators and reviewers', () =>
    withWorld(async ({ db, site, people, change, apply, call, city, found }) => {
      const colleague = await aPerson(site, { organisationId: city.id });
      const elsewhere = await anOrganisation(site);
      await aPerson(site, { organisationId: elsewhere.id });
      const second = await aPerson(site, { platformRole: 'coordinator' });
      await apply('draft');
      await apply('submitted', elsewhere.id, people.other.id);
      const extended = await extendCall(db, { ...(await change(people.claire)), ...extension });
      if (!extended.ok) throw new Error(extended.error);
      const told = extended.value.map(({ email, writes }) => [email, writes]);
      expect(told.sort()).toEqual(
        [
          [people.agent.email, true],
          [colleague.email, true],
          [people.reviewer.email, false],
          [second.email, false],
        ].sort(),
      );
      expect(await found()).toMatchObject({ closesAt: extension.closesAt });
      expect(await listExtensions(db, call.id)).toMatchObject([
        { fromClosesAt: call.closesAt, toClosesAt: extension.closesAt, reason: extension.reason, at: now },
      ]);
    }));

  test('never shortens, and the same one twice is one', () =>
    withWorld(async ({ db, people, change, call }) => {
      const by = () => change(people.claire);
      const sooner = { ...extension, closesAt: new Date(call.closesAt.getTime() - 1) };
      expect(await extendCall(db, { ...(await by()), ...sooner })).toMatchObject({
        error: 'call.extensionNotLater',
      });
      expect(await extendCall(db, { ...(await by()), ...extension })).toMatchObject({ ok: true });
      expect(await extendCall(db, { ...(await by()), ...extension })).toMatchObject({
        error: 'call.extensionNotLater',
      });
      expect(await listExtensions(db, call.id)).toHaveLength(1);
    }));
});

test('[CA12] criteria change until a first application is submitted', () =>
  withWorld(async ({ db, people, change, apply, call, found }) => {
    const by = () => change(people.claire);
    const criteria = defaultCriteria.map((one, at) => ({ ...one, weight: at === 0 ? 100 : 0 }));
    await apply('draft');
    expect(await changeCriteria(db, { ...(await by()), criteria })).toMatchObject({ ok: true });
    expect((await found())?.criteria).toEqual(criteria);
    await apply('submitted');
    expect(await countApplications(db, call.id)).toEqual({ begun: 2, submitted: 1 });
    expect(await changeCriteria(db, { ...(await by()), criteria: defaultCriteria })).toMatchObject({
      error: 'call.criteriaFixed',
    });
  }));

test('[CA11] a derogation is given and taken back with a reason, each a row; saying it again says nothing', () =>
  withWorld(async ({ db, site, people, change, call, city }) => {
    const decide = async (isGranted: boolean, minute: number, organisationId = city.id) => {
      const at = { ...(await change(people.claire)), now: new Date(now.getTime() + minute * 60_000) };
      return decideDerogation(db, { ...at, organisationId, isGranted, reason: 'Convention en cours' });
    };
    expect(await decide(true, 0, site.newId())).toMatchObject({ error: 'call.organisationMissing' });
    await decide(true, 1);
    await decide(true, 2);
    await decide(false, 3);
    expect((await listDerogations(db, call.id)).map(({ isGranted, isLast }) => [isGranted, isLast])).toEqual([
      [false, true],
      [true, false],
    ]);
  }));

test('[CA4] [AU1] what others rely on is told to the audit trail, which holds', () =>
  withWorld(async ({ db, people, change, call, city }) => {
    const by = () => change(people.claire);
    await extendCall(db, { ...(await by()), ...extension });
    await changeCriteria(db, { ...(await by()), criteria: defaultCriteria });
    await decideDerogation(db, {
      ...(await by()),
      organisationId: city.id,
      isGranted: true,
      reason: 'En cours',
    });
    await unpublishCall(db, await by());
    await publishCall(db, { ...(await by()), now: new Date('2022-03-15T09:00:00Z') });
    const told = await db
      .select({ action: auditEntries.action, name: auditEntries.subjectName, payload: auditEntries.payload })
      .from(auditEntries)
      .orderBy(auditEntries.sequence);
    expect(told.map(({ action, payload }) => `${action} ${JSON.parse(payload).kind}`)).toEqual([
      'call.extended extended',
      'call.changed criteria',
      'call.changed derogation',
      'call.changed unpublished',
      'call.published published',
    ]);
    expect(told[0]).toMatchObject({ name: call.title });
    expect(JSON.parse(told[0]?.payload ?? '')).toMatchObject({ reason: extension.reason });
    expect((await verifyAuditChain(db)).fault).toBeNull();
  }));
