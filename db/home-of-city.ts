import { and, eq, inArray } from 'drizzle-orm';
import type { CaseForCity, HomeOfCity, OwnTerritory } from '#shared/home-of-city.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { paths } from '#shared/paths.ts';
import { callStateAt } from '#shared/programme/call/call.ts';
import { deskPaths } from '#shared/programme/facilitator/desk-paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { adoptionPaths } from '#shared/publication/adoption/adoption-paths.ts';
import { casesForCity, isReady } from '#shared/publication/adoption/cases-for-city.ts';
import { support as words } from '#shared/publication/support/support.fr.ts';
import { filterTerritory, isFacilitator, waitingOf } from '#shared/publication/support/territory.ts';
import type { Reader } from './documents/listed-documents.ts';
import type { Db } from './kernel/client.ts';
import { listOpenGroups } from './people/member/join-requests.ts';
import type { OwnOrganisation } from './people/organisation/organisations.ts';
import { listCalls } from './programme/call/calls.ts';
import { experimentOrganisations, experiments } from './programme/experiment/schema.ts';
import { listKnownRecords, proposalsFrom } from './publication/adoption/adoption-proposals.ts';
import { type Adopter, findAdopter } from './publication/adoption/adoptions.ts';
import { listOwnAdoptions } from './publication/adoption/own-adoptions.ts';
import { listPublicSheets } from './publication/sheet/public-sheets.ts';
import { listFacilitatorsForCity } from './publication/support/support-rights.ts';
import { listOwnStructures, listTerritory } from './publication/support/territory.ts';

/** More sheets than the programme publishes in its seasons. */
const SHEETS = 200;
const REPEATED = 5;
const OPEN_GROUPS = 4;

/**
 * [RP11] [RP12] What the home of a city outside the experiments shows; null for whoever is of no
 * city, and for a city that leads or takes part in an experiment that goes on.
 */
export async function findHomeOfCity(
  db: Db,
  { groupIds, ...reader }: Reader & { groupIds: readonly Readable<'group'>[] },
): Promise<HomeOfCity | null> {
  const city = await findAdopter(db, reader);
  if (!city) return null;
  if (await hasExperiment(db, city.id)) return null;
  const [cases, adoptions, calls, openGroups, facilitators] = await Promise.all([
    listCases(db, { city, ...reader }),
    listOwnAdoptions(db, { city, groupIds, limit: REPEATED }),
    listCalls(db, { mayPrepare: false, now: reader.now }),
    listOpenGroups(db, reader),
    listFacilitatorsForCity(db, { cityId: city.id, reader }),
  ]);
  const open = calls.filter((call) => callStateAt(call, reader.now) === 'open').at(-1);
  return {
    population: city.population,
    facilitators: facilitators.map(({ id, name, contact }) => ({ id, name, contact })),
    ...cases,
    repeated: adoptions.map(({ id, title, board, asked, ready }) => ({
      ...{ id, title, board, asked, ready },
      href: adoptionPaths.adoption({ id, title }),
    })),
    call: open
      ? {
          title: open.title,
          href: programmePaths.call(open),
          apply: programmePaths.newApplication(open.id),
          closesAt: open.closesAt,
        }
      : null,
    openGroups: openGroups.slice(0, OPEN_GROUPS).map(({ id, name, purpose }) => ({ id, name, purpose })),
  };
}

/** A city leads or takes part in an experiment that goes on, or is about to. */
async function hasExperiment(db: Db, organisationId: string): Promise<boolean> {
  const found = await db
    .select({ id: experiments.id })
    .from(experiments)
    .innerJoin(experimentOrganisations, eq(experimentOrganisations.experimentId, experiments.id))
    .where(
      and(
        eq(experimentOrganisations.organisationId, organisationId),
        inArray(experiments.state, ['preparing', 'running']),
      ),
    )
    .limit(1);
  return found.length > 0;
}

async function listCases(
  db: Db,
  asking: Reader & { city: Adopter },
): Promise<{ cases: CaseForCity[]; total: number }> {
  const [{ sheets, total }, records] = await Promise.all([
    listPublicSheets(db, { size: SHEETS }),
    listKnownRecords(db, asking),
  ]);
  // What it did itself is no case for it: names of organisations are one each ([O1]).
  const others = sheets.filter(({ facts }) => !facts.cities.includes(asking.city.name));
  const weighed = others.map(({ title, address, facts, photo }) => ({
    ...{ title, address, facts, photo },
    size: facts.size,
    asked: facts.needs.length,
    ready: proposalsFrom(facts.needs, records).filter(({ answer }) => isReady(answer)).length,
  }));
  const cases = casesForCity(asking.city.population, weighed).map(
    ({ title, address, facts, photo, reason }) => ({ title, address, facts, photo, reason }),
  );
  return { cases, total };
}

/** [AF7] What of a territory stands on the home: its page has the rest. */
const CITIES = 8;

/** [AF7] The territory of whoever works for a structure of the network, those that wait first; null for everybody else. */
export async function findOwnTerritory(
  db: Db,
  {
    organisation,
    ...reader
  }: Reader & { organisation: Pick<OwnOrganisation, 'kind' | 'hasTerritory'> | null },
): Promise<OwnTerritory | null> {
  if (!organisation || !isFacilitator(organisation)) return null;
  const own = await listOwnStructures(db, reader);
  const all = own ? await listTerritory(db, { ...own, now: reader.now }) : [];
  const cities = filterTerritory(all, { department: '', asking: false }).slice(0, CITIES);
  return {
    total: all.length,
    waiting: all.filter((city) => waitingOf(city).length > 0).length,
    cities: cities.map((city) => {
      const { id, code, name, supports } = city;
      const [last] = supports;
      return {
        name,
        href: id ? deskPaths.territoryCity(id) : paths.city(code ?? ''),
        asks: waitingOf(city)
          .toReversed()
          .map(({ kind, title, by, at }) => ({ said: words.ask(kind, title), by, day: parisDay(at) })),
        last: last ? { said: words.kinds[last.kind], by: last.by, day: last.day } : null,
      };
    }),
  };
}
