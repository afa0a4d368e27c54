import type { Tx } from '#db/kernel/transaction.ts';
import { findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import type { Registered } from '#server/registry.ts';
import { withDb } from '../database.ts';
import { operationsOn } from '../kernel/operations.ts';
import { siteOf } from '../publication/site.ts';

const START = new Date('2023-03-14T09:00:00Z');

/** The coordination, somebody of a city, a reviewer and a guest; time passes when it is told to. */
async function announcedWorld(db: Tx) {
  let at = START;
  const site = siteOf(db, START);
  const city = await anOrganisation(site);
  const who = async (
    platformRole: 'admin' | 'coordinator' | 'reviewer' | 'member',
    organisationId?: string,
  ) => (await aPerson(site, { platformRole, ...(organisationId && { organisationId }) })).id;
  const people = {
    claire: await who('coordinator'),
    admin: await who('admin'),
    marc: await who('reviewer'),
    nadia: await who('member', city.id),
    yann: await who('member', city.id),
    ines: await who('member', city.id),
    guest: await who('member'),
  };
  type Who = keyof typeof people | 'visitor';
  const operations = operationsOn(db, { now: () => at });
  const run = (by: Who, name: keyof Registered, input: object) =>
    operations.run(name, { userId: by === 'visitor' ? null : people[by] }, input as never);
  return {
    ...{ db, site, people, city, run },
    now: () => at,
    later: (hours: number) => {
      at = new Date(at.getTime() + hours * 3_600_000);
    },
    personOf: async (name: keyof typeof people) => {
      const person = await findExperimentPerson(db, { userId: people[name], now: at });
      if (!person) throw new Error(`${name} is nobody`);
      return person;
    },
    /** Does it, and gives what it made. */
    done: async <T = { id: string }>(by: Who, name: keyof Registered, input: object): Promise<T> => {
      const outcome = await run(by, name, input);
      if (!outcome.ok) throw new Error(`${name}: ${outcome.error}`);
      return outcome.value as T;
    },
  };
}
export type AnnouncedWorld = Awaited<ReturnType<typeof announcedWorld>>;

/** Runs on such a world of its own. */
export const withAnnounced = (test: (world: AnnouncedWorld) => Promise<void>) =>
  withDb(async (db) => test(await announcedWorld(db)));

export const refused = (error: string) => ({ ok: false, error });
