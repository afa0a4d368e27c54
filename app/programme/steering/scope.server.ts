import type { RouterContextProvider } from 'react-router';
import type { Db } from '#db/kernel/client.ts';
import { listPlaces } from '#db/programme/steering/steering-cities.ts';
import {
  listSeasons,
  listThemesOfSeason,
  type Season,
  type SteeringScope,
} from '#db/programme/steering/steering-scope.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { SteeringAddress } from '#shared/programme/programme-paths.ts';
import { steering as words } from '#shared/programme/steering/steering.fr.ts';
import { currentSeason, endOfDay, parseSteeredDay } from '#shared/programme/steering/steering.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound, requirePlatform } from '../../kernel/access.server.ts';

/** What an address of steering asks for, and what of it could not be shown. */
export interface AskedSteering {
  readonly scope: SteeringScope;
  readonly season: Season;
  readonly seasons: readonly Season[];
  readonly isToday: boolean;
  /** The same as an address, without what is usual. */
  readonly address: SteeringAddress;
  /** What was typed as a day, and why it is refused. */
  readonly day: { readonly typed: string; readonly error: string | null };
}

/** [PI1] [PI3] Who may look, at what part, on which day. A day that is refused gives today’s page, which says why. */
export async function requireSteering(
  context: Readonly<RouterContextProvider>,
  request: Request,
): Promise<AskedSteering> {
  const { id: userId } = requirePlatform(context, 'steering.read');
  const { db, now: clock } = context.get(servicesContext);
  const asked = new URL(request.url).searchParams;
  const value = (name: string) => (asked.get(name) ?? '').trim().slice(0, 64);
  const now = clock();
  const today = dates.iso(now);
  const seasons = await listSeasons(db);
  const wanted = value('saison');
  const usual = currentSeason(seasons, today);
  const season = wanted ? seasons.find(({ number }) => String(number) === wanted) : usual;
  if (!season || !usual) throw notFound();
  const typed = value('date');
  const parsed = parseSteeredDay(typed, { today, season });
  const day = parsed.ok ? parsed.value : today;
  const isToday = day === today;
  const filter = { theme: value('theme'), region: value('region'), department: value('departement') };
  return {
    scope: {
      ...{ ...filter, seasonId: asReadable<'steering'>(season.id), userId, now },
      ...{ day, end: isToday ? now : endOfDay(day) },
    },
    season,
    seasons,
    isToday,
    address: { ...filter, season: season.id === usual.id ? '' : season.number, day: isToday ? '' : day },
    day: { typed, error: parsed.ok ? null : words.errors[parsed.error] },
  };
}

/** The same for a file: a visitor has nothing to be sent back to. */
export async function requireSteeringFile(
  context: Readonly<RouterContextProvider>,
  request: Request,
): Promise<AskedSteering> {
  if (!context.get(memberContext)) throw notFound();
  return requireSteering(context, request);
}

/** What the form offers to choose from: the themes of the season, the register’s territories, those of the region once it is chosen. */
export async function readChoices(db: Db, { seasonId, region }: SteeringScope) {
  return { themes: await listThemesOfSeason(db, seasonId), ...(await listPlaces(db, region)) };
}
