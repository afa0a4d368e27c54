import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import { expect } from 'vitest';
import { activities } from '#db/people/activity/schema.ts';
import { users } from '#db/people/person/schema.ts';
import {
  facilitatorCities,
  serviceAreas,
  territorialFacilitators,
} from '#db/programme/facilitator/schema.ts';
import { departments } from '#db/programme/territory/schema.ts';
import { findOwnAdoption, listAdoptionSteps } from '#db/publication/adoption/adoptions.ts';
import type { Registered } from '#server/registry.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import {
  aCall,
  anApplication,
  shortAnswers,
  writeAnswers,
} from '#tests/support/programme/builders/application-builders.ts';
import { operationsOn } from '../kernel/operations.ts';
import type { AdoptionWorld } from '../publication/adoptions.ts';

export type World = AdoptionWorld;
export type Name = keyof World['people'];

/** What happened until now is of no interest here: it is told to nobody, and no news. */
export async function forget({ db, site }: World): Promise<void> {
  await db.delete(activities).where(isNull(activities.groupId));
  await db.update(activities).set({ toldAt: site.now() }).where(isNull(activities.toldAt));
}

/** One of these people does something, at this moment or so much later; gives what it made. */
export async function done<T = { id: string }>(
  { db, people, site, experimentId }: World,
  who: Name,
  name: keyof Registered,
  input: object,
  laterMs = 0,
): Promise<T> {
  const now = () => new Date(site.now().getTime() + laterMs);
  const { userId } = people[who];
  const made = await operationsOn(db, { now }).run(name, { userId }, { experimentId, ...input } as never);
  expect(made).toMatchObject({ ok: true });
  return (made as { value: unknown }).value as T;
}

/** Aurélie submits an application of her city: this one, which is corrected, or a new one. */
export async function submit(world: World, known?: string, call?: { readonly id: string }): Promise<string> {
  const { db, people, site } = world;
  const { userId } = people.aurelie;
  const here = { ...site, db };
  const make = async () =>
    (await anApplication(here, { callId: (call ?? (await aCall(here))).id, by: userId, answers: [] })).id;
  const id = known ?? (await make());
  const state = await writeAnswers(here, { id, by: userId, answers: shortAnswers });
  await done(world, 'aurelie', 'application.submit', { applicationId: id, key: site.newId(), ...state });
  return id;
}

/** Claire asks for a correction of it. */
export async function askCorrection(world: World, applicationId: string): Promise<void> {
  const wish = { fields: ['problematique'], message: 'Où exactement ?', until: '2023-03-28' };
  await done(world, 'claire', 'application.askCorrection', { applicationId, ...wish });
}

/** The agency of Paul covers the department of Clairvigne. */
export async function cover({ db, site, people }: World, code = '38'): Promise<string> {
  const [paul] = await db.select().from(users).where(eq(users.id, people.paul.userId));
  const [id, at] = [site.newId(), site.now()];
  const said = { name: `Agence ${id}`, offer: '', address: '', site: '', source: '', certainty: '' };
  const contact = { contactName: '', contactEmail: '', contactPhone: '' };
  await db.insert(territorialFacilitators).values({
    ...{ ...said, ...contact, id, createdAt: at, updatedAt: at },
    kind: 'agency',
    organisationId: paul?.organisationId ?? null,
  });
  await db.insert(serviceAreas).values({ facilitatorId: id, level: 'department', code });
  await db.insert(departments).values({ code: '38', name: 'Isère', regionCode: '84' }).onConflictDoNothing();
  return id;
}

/** The agency of Paul covers Clairvigne by its name; the one that does, once he is of none. */
export async function coverByName(world: World): Promise<void> {
  const { paul } = world.people;
  const isOfOne = and(eq(users.id, paul.userId), isNotNull(users.organisationId));
  if ((await world.db.$count(users, isOfOne)) === 0) return;
  const facilitatorId = await cover(world, '75');
  const { id: organisationId } = world.clairvigne;
  await world.db.insert(facilitatorCities).values({ facilitatorId, organisationId });
  // The one that covered it before would be told too.
  await world.db.delete(facilitatorCities).where(ne(facilitatorCities.facilitatorId, facilitatorId));
}

/** Aurélie declares the interest of Clairvigne, again if she did; gives its id. */
export async function declare(world: World): Promise<string> {
  const { db, people, sheetId, saved, move } = world;
  const known = await findOwnAdoption(db, { sheetId, ...people.aurelie });
  const id = known ?? (await saved(people.aurelie, { departement: '38' }));
  if (!known) await forget(world);
  const seen = async () => (await listAdoptionSteps(db, asReadable<'adoption'>(id))).length;
  if (known) await move(people.aurelie, id, 'givenUp', await seen(), 'Plus tard');
  expect(await move(people.aurelie, id, 'declared', await seen())).toMatchObject({ ok: true });
  return id;
}
