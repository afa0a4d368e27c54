import type { Database, Db } from '../client.ts';
import { createOrganisation } from '../organisations.ts';
import { createPerson } from '../people.ts';
import { groupMembers, groupOrganisations, groups, seasons, themes } from '../schema/group.ts';
import { demoBoards } from './demo/boards.ts';
import { demoDocuments } from './demo/documents.ts';
import { type DemoGroup, demoGroups, demoSeason } from './demo/groups.ts';
import { demoOrganisations } from './demo/organisations.ts';
import { demoPeople } from './demo/people.ts';
import { type DemoWorld, demoClock } from './demo-world.ts';
import { installBoard, installDocument } from './install-rooms.ts';

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
  { db }: Database,
  { now, newId, passwordHash }: InstallOptions,
): Promise<void> {
  const ids = new Map<string, string>();
  const idOf = (key: string) => {
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    return id;
  };
  const world: DemoWorld = { idOf, newId, ...demoClock(now) };
  await db.transaction(async (transaction) => {
    const tx = transaction as Db;
    for (const { key, ...organisation } of demoOrganisations) {
      await createOrganisation(tx, { ...organisation, id: idOf(key), municipalityCode: null, now });
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
    await installSeason(tx, world);
    for (const [index, group] of demoGroups.entries()) await installGroup(tx, world, group, index);
    for (const document of demoDocuments) await installDocument(tx, world, document);
    for (const board of demoBoards) await installBoard(tx, world, board);
  });
}

async function installSeason(tx: Db, { idOf }: DemoWorld): Promise<void> {
  const { key, themes: ofSeason, ...season } = demoSeason;
  await tx.insert(seasons).values({ ...season, id: idOf(key) });
  await tx
    .insert(themes)
    .values(ofSeason.map((theme) => ({ ...theme, id: idOf(`theme ${theme.key}`), seasonId: idOf(key) })));
}

async function installGroup(tx: Db, { idOf, at }: DemoWorld, group: DemoGroup, index: number): Promise<void> {
  const { key, theme, name, purpose, members, organisations } = group;
  const groupId = idOf(`group ${key}`);
  const addedAt = at(group.createdAt);
  await tx.insert(groups).values({
    id: groupId,
    seasonId: idOf(demoSeason.key),
    themeId: idOf(`theme ${theme}`),
    name,
    purpose,
    order: `a${index}`,
    createdAt: addedAt,
  });
  await tx.insert(groupMembers).values(
    members.map(({ person, role, until }) => ({
      groupId,
      userId: idOf(person),
      role,
      until: until ? at(`${until}T23:59:59+02:00`) : null,
      addedAt,
    })),
  );
  await tx
    .insert(groupOrganisations)
    .values(
      organisations.map(({ organisation, role }) => ({
        groupId,
        organisationId: idOf(organisation),
        role,
        addedAt,
      })),
    );
}
