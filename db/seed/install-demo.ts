import { eq } from 'drizzle-orm';
import type { Database, Db } from '../kernel/client.ts';
import { inTransaction } from '../kernel/transaction.ts';
import { groupMembers, groupOrganisations, groups, seasons } from '../people/group/schema.ts';
import { nameOrganisationAdmin } from '../people/organisation/organisation-admins.ts';
import { createOrganisation } from '../people/organisation/organisations.ts';
import { signatories } from '../people/organisation/signatory-schema.ts';
import { createPerson } from '../people/person/people.ts';
import { ensureSeason, listThemes, type Theme } from '../programme/season/seasons.ts';
import { saveBoardProjection } from '../realtime/projections.ts';
import { placeSheets } from './builders/place-sheets.ts';
import { demoBoards } from './demo/boards.ts';
import { demoDocuments } from './demo/documents.ts';
import { type DemoGroup, demoGroups } from './demo/groups.ts';
import { demoMeetings } from './demo/meetings.ts';
import { demoOrganisations, type OrganisationKey } from './demo/organisations.ts';
import { demoPeople } from './demo/people.ts';
import { type DemoWorld, demoClock } from './demo-world.ts';
import { installAdoptions } from './install/adoptions.ts';
import { installApplications } from './install/applications.ts';
import { installAssessment } from './install/assessment.ts';
import { installCalls } from './install/calls.ts';
import { installDataNeeds } from './install/data-needs.ts';
import { installDatasets } from './install/datasets.ts';
import { installDossiers } from './install/dossiers.ts';
import { installExperiments } from './install/experiments.ts';
import { installHeld } from './install/held.ts';
import { installInterview } from './install/interview.ts';
import { installLocalIssues } from './install/local-issues.ts';
import { installMeeting } from './install/meetings.ts';
import type { InstalledTexts } from './install/quotes.ts';
import { installResources } from './install/resources.ts';
import { installSheets } from './install/sheets.ts';
import { installSynthesis } from './install/synthesis.ts';
import { type InstalledBoard, installBoard, installDocument } from './install-rooms.ts';
import { programmeSeason } from './season.ts';

interface InstallOptions {
  readonly now: Date;
  readonly newId: () => string;
  /** Hash of the one password of all demonstration accounts. */
  readonly passwordHash: string;
}

/**
 * Fills an empty database with the demonstration, all of it or nothing. Its story happens in March 2023; its dates are moved
 * by whole weeks so that it reads as this week's work.
 */
export async function installDemo(
  { db, run }: Database,
  { now, newId, passwordHash }: InstallOptions,
): Promise<void> {
  const ids = new Map<string, string>();
  const idOf = (key: string) => {
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    return id;
  };
  const world: DemoWorld = { idOf, newId, ...demoClock(now) };
  const installed: InstalledBoard[] = [];
  await inTransaction(db, async (tx) => {
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
    await ensureSeason(tx, programmeSeason, newId);
    const ofSeason = await listThemes(tx);
    for (const group of demoGroups) await installGroup(tx, world, group, ofSeason);
    const texts: InstalledTexts = new Map();
    for (const document of demoDocuments) await installDocument(tx, world, document, texts);
    await installInterview(tx, world, texts);
    for (const board of demoBoards) installed.push(await installBoard(tx, world, board));
    await installLocalIssues(tx, world);
    for (const meeting of demoMeetings) {
      await installMeeting(tx, world, meeting);
      await installHeld(tx, world, meeting);
    }
    await installCalls(tx, world);
    await installResources(tx, world);
    await installDatasets(tx, world);
    await installApplications(tx, world, now);
    await installExperiments(tx, world, { now, themes: ofSeason });
    await installDataNeeds(tx, world, now);
    await installSheets(tx, world, now);
    await placeSheets(tx);
    await installAdoptions(tx, world, now);
    await installDossiers(tx, world, { now, themes: ofSeason });
    const season = { id: await programmeSeasonId(tx), name: programmeSeason.name };
    await installSynthesis(tx, world, season);
    await installAssessment(tx, world, { now, seasonId: season.id });
  });
  // The server would note these cards as new at this very moment; of a process that ends here it still does.
  for (const { state, cards, movedAt } of installed) await saveBoardProjection(run, state, cards, movedAt);
}

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
