import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { applications, complements, corrections, submissions } from '#db/programme/application/schema.ts';
import { assessmentGivings, assessments, expertOpinions, recusals } from '#db/programme/assessment/schema.ts';
import { calls } from '#db/programme/call/schema.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { findToDo } from '#db/to-do.ts';
import type { ObligationKind } from '#shared/obligations.ts';
import { withDb } from '#tests/support/database.ts';
import { anApplication } from '#tests/support/programme/builders/assessment-builders.ts';
import { aCall } from '#tests/support/programme/builders/call-builders.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

/** A call with an application of a city, and everybody who has to do with it, or has not. */
async function around(db: Db) {
  const site = siteOf(db, now);
  const [city, other] = [await anOrganisation(site), await anOrganisation(site)];
  const people = {
    holder: await aPerson(site, { organisationId: city.id }),
    colleague: await aPerson(site, { organisationId: city.id }),
    stranger: await aPerson(site, { organisationId: other.id }),
    reviewer: await aPerson(site, { platformRole: 'reviewer' }),
    coordinator: await aPerson(site, { platformRole: 'coordinator' }),
    expert: await aPerson(site),
  };
  const call = await aCall(site, { title: 'Appel' });
  const made = { callId: call.id, organisationId: city.id, createdBy: people.holder.id, title: 'Ombres' };
  const application = await anApplication(site, made);
  const who = async (kind: ObligationKind) => {
    const found: Record<string, string> = {};
    for (const [name, { id }] of Object.entries(people))
      for (const line of await findToDo(db, { userId: id, now }))
        if (line.kind === kind) found[name] = `${line.title} ${line.count}`;
    return found;
  };
  const close = () =>
    db
      .update(calls)
      .set({ closesAt: days(-1) })
      .where(eq(calls.id, call.id));
  return { site, call, applicationId: application.id, who, close, ...people };
}

test('[AF1] [AP1] a draft waits for who holds it, else for all of its organisation, as long as the call is open', () =>
  withDb(async (db) => {
    const { who, close } = await around(db);
    expect(await who('draft')).toEqual({});
    await db.update(applications).set({ status: 'draft', completeness: 60 });
    expect(await who('draft')).toEqual({ holder: 'Ombres 60' });
    await db.update(applications).set({ heldBy: null });
    expect(await who('draft')).toEqual({ holder: 'Ombres 60', colleague: 'Ombres 60' });
    await close();
    expect(await who('draft')).toEqual({});
  }));

test('[AF1] a correction that was asked for waits for who holds the application, until it is closed', () =>
  withDb(async (db) => {
    const { who, site, applicationId } = await around(db);
    await db.update(applications).set({ status: 'correction' });
    await db
      .insert(corrections)
      .values({ id: site.newId(), applicationId, fields: [], message: '', until: days(5), askedAt: now });
    expect(await who('correction')).toEqual({ holder: 'Ombres 1' });
    await db.update(corrections).set({ closedAt: now });
    expect(await who('correction')).toEqual({});
  }));

test('[AF1] [AP15] what is asked of laureates waits for who holds the application, until it is handed in', () =>
  withDb(async (db) => {
    const { who, applicationId, stranger } = await around(db);
    await db.update(applications).set({ status: 'decided' });
    await db.insert(complements).values({ applicationId, askedAt: now, completeness: 40 });
    expect(await who('complement')).toEqual({ holder: 'Ombres 40' });
    const handedIn = { answers: {}, hash: '0', handedInAt: now, handedInBy: stranger.id };
    await db.update(complements).set(handedIn);
    expect(await who('complement')).toEqual({});
  }));

test('[AF1] [AS1] [AS3] [AS4] what is to be given to assessors, marked and advised on waits once the call is over', () =>
  withDb(async (db) => {
    const { who, site, applicationId, close, reviewer, coordinator, expert } = await around(db);
    const assign = async (userId: string) => {
      const id = site.newId();
      await db.insert(assessments).values({ id, applicationId, userId, assignedAt: now });
      return id;
    };
    const own = await assign(reviewer.id);
    await db
      .insert(expertOpinions)
      .values({ id: site.newId(), applicationId, userId: expert.id, question: 'Réaliste ?', askedAt: now });
    expect([await who('assess'), await who('assign'), await who('opinion')]).toEqual([{}, {}, {}]);
    await close();
    expect(await who('assess')).toEqual({ reviewer: 'Appel 1' });
    expect(await who('assign')).toEqual({ coordinator: 'Appel 1' });
    expect(await who('opinion')).toEqual({ expert: 'Ombres 1' });
    await assign(coordinator.id);
    expect(await who('assign')).toEqual({});
    const given = { assessmentId: own, rank: 1, marks: {}, givenAt: now };
    await db.insert(assessmentGivings).values({ ...given, submissionRank: 1 });
    await db.update(expertOpinions).set({ answeredAt: now });
    expect([await who('assess'), await who('opinion')]).toEqual([{ coordinator: 'Appel 1' }, {}]);
    // Submitted again, it is to be marked again; whoever is recused has nothing to do with it.
    const [first] = await db.select().from(submissions).where(eq(submissions.applicationId, applicationId));
    if (first) await db.insert(submissions).values({ ...first, rank: 2 });
    expect(await who('assess')).toEqual({ reviewer: 'Appel 1', coordinator: 'Appel 1' });
    const recused = { id: site.newId(), applicationId, userId: reviewer.id, reason: '', declaredAt: now };
    await db.insert(recusals).values(recused);
    expect(await who('assess')).toEqual({ coordinator: 'Appel 1' });
    await db.update(applications).set({ status: 'withdrawn' });
    expect(await who('assess')).toEqual({});
  }));
