import { randomInt } from 'node:crypto';
import type { GroupRole, PlatformRole } from '#shared/kernel/access/access.ts';
import type { Joining } from '#shared/people/member/joining.ts';
import type { OrganisationKind } from '#shared/people/organisation/organisation.ts';
import { boards } from '../../boards/schema.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { groupMembers, groupOrganisations, groups, seasons, themes } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { signatories } from '../../people/organisation/signatory-schema.ts';
import { accounts, users } from '../../people/person/schema.ts';

/** Where builders build, and what the world gives them. */
export interface Site {
  readonly db: Db;
  readonly now: () => Date;
  readonly newId: () => string;
}

interface PersonOptions {
  readonly name?: string;
  readonly email?: string;
  readonly platformRole?: PlatformRole;
  readonly organisationId?: string;
  /** [O4] Administers this organisation of theirs. */
  readonly administersId?: string;
  /** [O7] Whether they may speak for their organisation, by its address: true when it is not said. */
  readonly isSignatory?: boolean;
  /** As better-auth hashes it; without one nobody can sign in as this person. */
  readonly passwordHash?: string;
}

/** The address by which people of builders are signatories. */
const DECLARED = 'mairie@exemple.test';

/** A person with an account. Whatever the caller does not care about is filled in. */
export async function aPerson({ db, now, newId }: Site, options: PersonOptions = {}) {
  const id = newId();
  const person = {
    id,
    name: options.name ?? 'Camille Fournier',
    email: options.email ?? `${id}@exemple.test`,
    platformRole: options.platformRole ?? ('member' as const),
    organisationId: options.organisationId ?? options.administersId ?? null,
    administersId: options.administersId ?? null,
    emailVerified: true,
    createdAt: now(),
    updatedAt: now(),
  };
  await db.insert(users).values(person);
  const { organisationId } = person;
  if (organisationId !== null && options.isSignatory !== false)
    await db
      .insert(signatories)
      .values({ userId: id, organisationId, confirmedAt: now(), confirmedAddress: DECLARED });
  if (options.passwordHash) {
    await db.insert(accounts).values({
      id: newId(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: options.passwordHash,
      createdAt: now(),
      updatedAt: now(),
    });
  }
  return person;
}

/** A city by default, with the first of the city colours. */
export async function anOrganisation(
  { db, now, newId }: Site,
  options: { name?: string; kind?: OrganisationKind; colour?: number } = {},
) {
  const organisation = {
    id: newId(),
    name: options.name ?? 'Ville de Vervins',
    shortName: 'VV',
    kind: options.kind ?? ('municipality' as const),
    colour: options.colour ?? 1,
    createdAt: now(),
  };
  await db.insert(organisations).values(organisation);
  return organisation;
}

/** Unique and growing, from a start by chance: two processes that counted rows would take the same one, and wait for one another. */
let seasonNumber = randomInt(1, 2_000) * 1_000_000;

/** A working group, with a season and a theme of its own. */
export async function aGroup({ db, now, newId }: Site, options: { name?: string; joining?: Joining } = {}) {
  const seasonId = newId();
  const themeId = newId();
  await db.insert(seasons).values({
    id: seasonId,
    number: seasonNumber++,
    name: 'Saison d’essai',
    startsOn: '2023-09-01',
    endsOn: '2024-06-30',
  });
  await db.insert(themes).values({ id: themeId, seasonId, key: 'biodiversite', name: 'Biodiversité' });
  const group = {
    id: newId(),
    themeId,
    name: options.name ?? 'Arbres en ville',
    purpose: 'Décrire et partager le patrimoine arboré',
    joining: options.joining ?? ('nobody' as const),
    createdAt: now(),
  };
  await db.insert(groups).values(group);
  return group;
}

/** A membership, of a person or of an organisation. */
export async function aMember(
  { db, now }: Site,
  options: { groupId: string; role: GroupRole; until?: Date } & (
    | { userId: string }
    | { organisationId: string }
  ),
): Promise<void> {
  const { groupId, role } = options;
  if ('userId' in options) {
    const { userId, until } = options;
    await db.insert(groupMembers).values({ groupId, userId, role, until: until ?? null, addedAt: now() });
  } else {
    await db
      .insert(groupOrganisations)
      .values({ groupId, organisationId: options.organisationId, role, addedAt: now() });
  }
}

interface ObjectOptions {
  readonly groupId: string;
  readonly createdBy: string;
  readonly title?: string;
}

/** A document without text yet. */
export async function aDocument(site: Site, options: ObjectOptions) {
  const document = anObject(site, options, 'Guide des îlots de chaleur');
  await site.db.insert(documents).values(document);
  return document;
}

/** A board without columns yet. */
export async function aBoard(site: Site, options: ObjectOptions) {
  const board = anObject(site, options, 'Suivi de l’expérimentation');
  await site.db.insert(boards).values(board);
  return board;
}

function anObject({ now, newId }: Site, { groupId, createdBy, title }: ObjectOptions, untitled: string) {
  return { id: newId(), groupId, title: title ?? untitled, createdBy, createdAt: now(), updatedAt: now() };
}
