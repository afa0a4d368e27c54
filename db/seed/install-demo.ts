import { eq } from 'drizzle-orm';
import type { Database, Db } from '../kernel/client.ts';
import { inTransaction, type Tx } from '../kernel/transaction.ts';
import { findSpaceId } from '../people/group/groups.ts';
import { groupMembers, groupOrganisations, groups, seasons } from '../people/group/schema.ts';
import { nameOrganisationAdmin } from '../people/organisation/organisation-admins.ts';
import { createOrganisation } from '../people/organisation/organisations.ts';
import { signatories } from '../people/organisation/signatory-schema.ts';
import { createPerson } from '../people/person/people.ts';
import { ensureSeason, listSeasons, listThemes, type Theme } from '../programme/season/seasons.ts';
import { importCities } from '../programme/territory/city-import.ts';
import { programmeList } from '../programme/territory/programme-list.ts';
import { loadRegister, type Register } from '../programme/territory/register.ts';
import { saveBoardProjection } from '../realtime/projections.ts';
import { placeSheets } from './builders/place-sheets.ts';
import { begunBoards, demoBoards } from './demo/boards.ts';
import type { DemoBoard } from './demo/demo-board.ts';
import { demoDocuments } from './demo/documents.ts';
import { type DemoGroup, demoGroups } from './demo/groups.ts';
import { demoMeetings } from './demo/meetings.ts';
import { demoOrganisations, type OrganisationKey } from './demo/organisations.ts';
import { demoPeople } from './demo/people.ts';
import { demoSeasons } from './demo/seasons.ts';
import { filledSpaces, spaceBoards, spaceDocuments } from './demo/spaces.ts';
import { type DemoWorld, demoClock } from './demo-world.ts';
import { installAdoptions, installSupports } from './install/adoptions.ts';
import { installAnnounced, installNewsletter } from './install/announced.ts';
import { installApplications } from './install/applications.ts';
import { installAssessment } from './install/assessment.ts';
import { installCalls } from './install/calls.ts';
import { installDataNeeds } from './install/data-needs.ts';
import { installDatasets } from './install/datasets.ts';
import { installDatePolls } from './install/date-polls.ts';
import { installDossiers } from './install/dossiers.ts';
import { installEntry } from './install/entry.ts';
import { installExperiments } from './install/experiments.ts';
import { installFavourites } from './install/favourites.ts';
import { installHeld } from './install/held.ts';
import { installInterview } from './install/interview.ts';
import { installLocalIssues } from './install/local-issues.ts';
import { installMeeting } from './install/meetings.ts';
import { installOutcomes } from './install/outcomes.ts';
import type { InstalledTexts } from './install/quotes.ts';
import { installResources } from './install/resources.ts';
import { installSheets } from './install/sheets.ts';
import { installSynthesis } from './install/synthesis.ts';
import { tellInstalled } from './install/told.ts';
import { installTopics } from './install/topics.ts';
import { type InstalledBoard, installBoard, installDocument } from './install-rooms.ts';
import { programmeSeason } from './season.ts';

interface InstallOptions {
  readonly now: Date;
  readonly newId: () => string;
  /** Hash of the one password of all demonstration accounts. */
  readonly passwordHash: string;
  /** Where the cities of the programme’s own list are looked up. */
  readonly register: Register;
}

/**
 * Fills an empty database with the demonstration, all of it or nothing. Its story happens in March 2023; its dates are moved
 * by whole weeks so that it reads as this week's work. Real communes are there as the public list has them, and nothing is told of them.
 */
export async function installDemo(
  { db, run }: Database,
  { now, newId, passwordHash, register }: InstallOptions,
): Promise<void> {
  const ids = new Map<string, string>();
  const idOf = (key: string) => {
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    return id;
  };
  const world: DemoWorld = { idOf, newId, ...demoClock(now) };
  const installed: InstalledBoard[] = [];
  const texts: InstalledTexts = new Map();
  await loadRegister(db, register, now);
  await inTransaction(db, async (tx) => {
    await installPeople(tx, world, { now, passwordHash });
    await installCities(tx, world);
    await installSeasons(tx, world);
    const ofSeason = await listThemes(tx);
    for (const group of demoGroups) await installGroup(tx, world, group, ofSeason);
    for (const { organisation, key } of filledSpaces)
      ids.set(`group ${key}`, (await findSpaceId(tx, idOf(organisation))) ?? '');
    for (const document of documents) await installDocument(tx, world, document, texts);
    await installInterview(tx, world, texts);
    for (const board of boards) {
      const isOfActions = boardOf(board.group) === board;
      const ofActions = documents.filter(({ group }) => isOfActions && group === board.group);
      installed.push(await installBoard(tx, world, board, { documents: ofActions, texts }));
    }
    await installLocalIssues(tx, world);
    await installAnnounced(tx, world);
    for (const meeting of demoMeetings) {
      await installMeeting(tx, world, meeting);
      await installHeld(tx, world, meeting);
    }
    await installDatePolls(tx, world);
    await installCalls(tx, world);
    await installResources(tx, world);
    await installDatasets(tx, world);
    await installApplications(tx, world, now);
    await installExperiments(tx, world, { now, seasons: await listSeasons(tx) });
    await installDataNeeds(tx, world, now);
    await installSheets(tx, world, now);
    await placeSheets(tx);
    await installTopics(tx, world);
    await installAdoptions(tx, world, now);
    await installSupports(tx, world, now);
    await installDossiers(tx, world, { now, themes: ofSeason });
    await installNewsletter(tx, world);
    const season = { id: await programmeSeasonId(tx), name: programmeSeason.name };
    await installSynthesis(tx, world, season);
    await installEntry(tx, world, now);
    await installAssessment(tx, world, { now, seasonId: season.id });
    await installFavourites(tx, world, now);
  });
  // The server would note these cards as new at this very moment; of a process that ends here it still does.
  for (const { state, cards, movedAt } of installed) await saveBoardProjection(run, state, cards, movedAt);
  await installOutcomes({ db, run }, world, { documents, texts, boardOf });
  await tellInstalled(db, { now, newId });
}

const documents = [...demoDocuments, ...spaceDocuments];
const boards = [...demoBoards, ...begunBoards, ...spaceBoards];
/** Where the actions of a group’s texts have their cards: its oldest board ([DA7]). */
const boardOf = (group: DemoBoard['group']) =>
  boards.filter((board) => board.group === group).sort((a, b) => a.createdAt.localeCompare(b.createdAt))[0];

/** The administrator’s first day. */
const CITIES_SINCE = '2022-09-05T10:00:00+02:00';
/** Before anything of the story was signed. */
const SIGNATORIES_SINCE = '2022-09-12T09:00:00+02:00';
/** The address that an organisation of the demonstration has declared. */
const declaredBy = (organisation: OrganisationKey) => `signatures@${organisation}.example`;

async function programmeSeasonId(tx: Db): Promise<string> {
  const [season] = await tx
    .select({ id: seasons.id })
    .from(seasons)
    .where(eq(seasons.number, programmeSeason.number));
  if (!season) throw new Error('the demonstration has its season');
  return season.id;
}

/** The ten organisations with their people, who sign for them, and the one who manages Valmont’s accounts. */
async function installPeople(
  tx: Tx,
  world: DemoWorld,
  { now, passwordHash }: Pick<InstallOptions, 'now' | 'passwordHash'>,
): Promise<void> {
  const { idOf } = world;
  for (const { key, ...organisation } of demoOrganisations) {
    await createOrganisation(tx, {
      ...organisation,
      id: idOf(key),
      municipalityCode: null,
      declaredEmail: declaredBy(key),
      now,
    });
  }
  for (const { key, organisation, ...person } of demoPeople) {
    const made = await createPerson(tx, {
      ...person,
      id: idOf(key),
      organisationId: idOf(organisation),
      passwordHash,
      now,
    });
    if (!made.ok) throw new Error(`${person.email}: ${made.error}`);
  }
  await tx.insert(signatories).values(
    demoPeople.map(({ key, organisation }) => ({
      userId: idOf(key),
      organisationId: idOf(organisation),
      confirmedAt: world.at(SIGNATORIES_SINCE),
      confirmedAddress: declaredBy(organisation),
    })),
  );
  const named = { id: idOf('nadia-ferrand'), by: idOf('helene-castaing'), isAdmin: true, now };
  await nameOrganisationAdmin(tx, named);
}

/** The communes of the programme, as its administrator imports them. */
async function installCities(tx: Tx, { idOf, at, newId }: DemoWorld): Promise<void> {
  const imported = { by: idOf('helene-castaing'), now: at(CITIES_SINCE), newId };
  const cities = await importCities(tx, programmeList(), imported);
  if (!cities.ok) throw new Error('the list of the programme fits the register');
}

/** Both seasons, dated by the clock of the story, so that nothing of it happens outside of its season. */
async function installSeasons(tx: Tx, { day, newId }: DemoWorld): Promise<void> {
  for (const season of demoSeasons) {
    const dated = { startsOn: day(season.startsOn), endsOn: day(season.endsOn) };
    await ensureSeason(tx, { ...season, ...dated }, newId);
    // The present one is there from the first start on, with the programme’s own dates.
    await tx.update(seasons).set(dated).where(eq(seasons.number, season.number));
  }
}

async function installGroup(
  tx: Db,
  { idOf, at }: DemoWorld,
  group: DemoGroup,
  ofSeason: readonly Theme[],
): Promise<void> {
  const { key, theme, name, purpose, joining = 'nobody', members, organisations } = group;
  const groupId = idOf(`group ${key}`);
  const addedAt = at(group.createdAt);
  const themeId = ofSeason.find((candidate) => candidate.key === theme)?.id;
  if (!themeId) throw new Error(`the season has no theme ${theme}`);
  await tx.insert(groups).values({ id: groupId, themeId, name, purpose, joining, createdAt: addedAt });
  await tx.insert(groupMembers).values(
    members.map(({ person, role, until }) => ({
      groupId,
      userId: idOf(person),
      role,
      until: until ? at(`${until}T23:59:59+02:00`) : null,
      addedAt,
    })),
  );
  await tx.insert(groupOrganisations).values(
    organisations.map(({ organisation, role }) => ({
      groupId,
      organisationId: idOf(organisation),
      role,
      addedAt,
    })),
  );
}
