import { asc, desc, eq, sql } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ThematicDossierError } from '#shared/publication/dossier/dossier-errors.ts';
import {
  type DossierFields,
  type FrozenDossier,
  isSameDossier,
  parseDossier,
} from '#shared/publication/dossier/thematic-dossier.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import { themes } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import { findAsking } from '../../programme/mission/mission-access.ts';
import { publications } from '../public-document/schema.ts';
import { useCaseSheets } from '../sheet/schema.ts';
import { findPublishedItems, type PublishedItem } from './published-items.ts';
import { thematicDossierItems, thematicDossierSteps, thematicDossiers } from './schema.ts';

export type DossierRefusal = 'access.notFound' | ThematicDossierError;

/** Whether the public reads it: never did, reads it, no longer does. */
export type DossierState = 'draft' | 'published' | 'withdrawn';

/** An item as the coordination sees it: `shown` is null when the public no longer reads it. */
export interface DossierItem {
  readonly documentId: string;
  /** Its title today, or the last one that was published. */
  readonly title: string;
  readonly line: string;
  readonly isSheet: boolean;
  readonly shown: PublishedItem | null;
}

/** A dossier as the coordination sees it. */
export interface DossierForEditor extends DossierFields {
  readonly id: string;
  readonly theme: FrozenDossier['theme'];
  readonly revision: number;
  readonly state: DossierState;
  readonly address: string | null;
  /** What the public reads is not what it says now. */
  readonly isChanged: boolean;
  readonly items: readonly DossierItem[];
}

/** [TD1] Dossiers are the coordination's: for everybody else they are absent. */
export async function mayEditDossiers(db: Db, userId: string): Promise<boolean> {
  const person = await findAsking(db, userId);
  return person !== null && canOnPlatform(person.platformRole, 'programme.coordinate');
}

const stateOf = (row: { published: FrozenDossier | null; withdrawnAt: Date | null }): DossierState =>
  row.published === null ? 'draft' : row.withdrawnAt ? 'withdrawn' : 'published';

/** [TD1] The dossiers, the last changed first; null for whoever does not coordinate. */
export async function listDossiers(db: Db, { userId }: Pick<Reader, 'userId'>) {
  if (!(await mayEditDossiers(db, userId))) return null;
  const rows = await db
    .select({
      id: thematicDossiers.id,
      title: thematicDossiers.title,
      theme: { key: themes.key, name: themes.name },
      published: thematicDossiers.published,
      withdrawnAt: thematicDossiers.withdrawnAt,
      updatedAt: thematicDossiers.updatedAt,
      count: db.$count(thematicDossierItems, eq(thematicDossierItems.dossierId, thematicDossiers.id)),
    })
    .from(thematicDossiers)
    .innerJoin(themes, eq(themes.id, thematicDossiers.themeId))
    .orderBy(desc(thematicDossiers.updatedAt), asc(thematicDossiers.id))
    .limit(500);
  return rows.map(({ published, withdrawnAt, ...row }) => ({
    ...row,
    state: stateOf({ published, withdrawnAt }),
  }));
}

async function readItems(db: Db, dossierId: string): Promise<DossierItem[]> {
  const rows = await db
    .select({
      documentId: thematicDossierItems.documentId,
      title: publications.title,
      line: thematicDossierItems.line,
      sheetId: useCaseSheets.id,
    })
    .from(thematicDossierItems)
    .innerJoin(publications, eq(publications.documentId, thematicDossierItems.documentId))
    .leftJoin(useCaseSheets, eq(useCaseSheets.documentId, thematicDossierItems.documentId))
    .where(eq(thematicDossierItems.dossierId, dossierId))
    .orderBy(asc(thematicDossierItems.position), asc(thematicDossierItems.documentId));
  const there = await findPublishedItems(
    db,
    rows.map(({ documentId }) => documentId),
  );
  return rows.map(({ sheetId, ...row }) => ({
    ...row,
    isSheet: sheetId !== null,
    shown: there.get(row.documentId) ?? null,
  }));
}

/** What the dossier says now, as it would be frozen. */
export const frozenNow = ({ title, theme, introduction, items }: DossierForEditor): FrozenDossier => ({
  title,
  theme,
  introduction,
  items: items.map(({ documentId, line }) => ({ documentId, line })),
});

/** [TD1] One dossier with its items in order; null when there is none or this person does not coordinate. */
export async function findDossier(
  db: Db,
  { dossierId, userId }: { dossierId: string; userId: string },
): Promise<DossierForEditor | null> {
  if (!(await mayEditDossiers(db, userId))) return null;
  const [row] = await db
    .select({ dossier: thematicDossiers, theme: { key: themes.key, name: themes.name } })
    .from(thematicDossiers)
    .innerJoin(themes, eq(themes.id, thematicDossiers.themeId))
    .where(eq(thematicDossiers.id, dossierId));
  if (!row) return null;
  const { dossier, theme } = row;
  const { id, title, themeId, introduction, revision, address, published } = dossier;
  const items = await readItems(db, dossierId);
  const state = stateOf(dossier);
  const given = { id, title, themeId, introduction, theme, revision, state, address, items };
  const isChanged =
    published !== null && !isSameDossier(published, frozenNow({ ...given, isChanged: false }));
  return { ...given, isChanged };
}

/** [TD5] Its publications and withdrawals, the last first. The caller has checked who reads. */
export function listDossierSteps(db: Db, dossierId: string) {
  return db
    .select({
      rank: thematicDossierSteps.rank,
      isPublished: thematicDossierSteps.isPublished,
      title: thematicDossierSteps.title,
      at: thematicDossierSteps.at,
      byName: users.name,
    })
    .from(thematicDossierSteps)
    .leftJoin(users, eq(users.id, thematicDossierSteps.by))
    .where(eq(thematicDossierSteps.dossierId, dossierId))
    .orderBy(desc(thematicDossierSteps.rank))
    .limit(200);
}

async function checkFields(tx: Db, typed: DossierFields): Promise<Result<DossierFields, DossierRefusal>> {
  const fields = parseDossier(typed);
  if (!fields.ok) return fields;
  const [theme] = await tx.select({ id: themes.id }).from(themes).where(eq(themes.id, typed.themeId));
  return theme ? fields : fail('thematicDossier.themeMissing');
}

/** [TD1] Begins a dossier. Refused: whoever does not coordinate ('access.notFound'), what `parseDossier` says, a theme that is none. */
export function createDossier(
  db: Db,
  { dossierId, typed, userId, now }: Reader & { dossierId: string; typed: DossierFields },
): Promise<Result<{ id: string; title: string }, DossierRefusal>> {
  return db.transaction(async (tx) => {
    if (!(await mayEditDossiers(tx, userId))) return fail('access.notFound');
    const fields = await checkFields(tx, typed);
    if (!fields.ok) return fields;
    const made = { createdBy: userId, createdAt: now, updatedBy: userId, updatedAt: now };
    await tx.insert(thematicDossiers).values({ id: dossierId, ...fields.value, revision: 1, ...made });
    return ok({ id: dossierId, title: fields.value.title });
  });
}

/** A change of one dossier, by who saw this revision of it. */
export interface DossierChange extends Reader {
  readonly dossierId: string;
  readonly seen: number;
}

/**
 * Locks the dossier, changes it, and counts one revision more. Refused: whoever does not coordinate, a dossier that is not there
 * ('access.notFound'), and [TD3] one that somebody changed meanwhile.
 */
export function changing<T>(
  db: Db,
  { dossierId, seen, userId, now }: DossierChange,
  run: (tx: Db, dossier: DossierForEditor) => Promise<Result<T, DossierRefusal>>,
): Promise<Result<T, DossierRefusal>> {
  return db.transaction(async (tx) => {
    await tx.execute(
      sql`select 1 from ${thematicDossiers} where ${eq(thematicDossiers.id, dossierId)} for update`,
    );
    const dossier = await findDossier(tx, { dossierId, userId });
    if (!dossier) return fail('access.notFound');
    if (dossier.revision !== seen) return fail('thematicDossier.changedMeanwhile');
    const done = await run(tx, dossier);
    if (!done.ok) return done;
    await tx
      .update(thematicDossiers)
      .set({ revision: seen + 1, updatedBy: userId, updatedAt: now })
      .where(eq(thematicDossiers.id, dossierId));
    return done;
  });
}

/** [TD1] Changes title, theme and introduction. Refused: what `changing` and `createDossier` say. */
export function editDossier(
  db: Db,
  { typed, ...change }: DossierChange & { typed: DossierFields },
): Promise<Result<{ id: string; title: string }, DossierRefusal>> {
  return changing(db, change, async (tx, { id }) => {
    const fields = await checkFields(tx, typed);
    if (!fields.ok) return fields;
    await tx.update(thematicDossiers).set(fields.value).where(eq(thematicDossiers.id, id));
    return ok({ id, title: fields.value.title });
  });
}

/**
 * [TD7] Deletes a draft for good; the texts that it gathers stay. Refused: what `changing` says, and a dossier that the public read
 * once ('thematicDossier.wasPublished').
 */
export function deleteDossierDraft(db: Db, change: DossierChange): Promise<Result<void, DossierRefusal>> {
  return changing(db, change, async (tx, { id, state }) => {
    if (state !== 'draft') return fail('thematicDossier.wasPublished');
    await tx.delete(thematicDossiers).where(eq(thematicDossiers.id, id));
    return ok();
  });
}
