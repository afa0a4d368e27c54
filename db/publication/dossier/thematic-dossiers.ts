import { asc, desc, eq } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ThematicDossierError } from '#shared/publication/dossier/dossier-errors.ts';
import {
  type DossierFields,
  type FrozenDossier,
  isSameDossier,
} from '#shared/publication/dossier/thematic-dossier.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { themes } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import { findAsking } from '../../programme/mission/mission-access.ts';
import { publications } from '../public-document/schema.ts';
import { useCaseSheets } from '../sheet/schema.ts';
import { findPublishedItems, type PublishedItem } from './published-items.ts';
import { thematicDossierItems, thematicDossierSteps, thematicDossiers } from './schema.ts';

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
  readonly id: Readable<'dossier'>;
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
  const { title, themeId, introduction, revision, address, published } = dossier;
  const items = await readItems(db, dossierId);
  const state = stateOf(dossier);
  const given = {
    id: asReadable<'dossier'>(dossier.id),
    title,
    themeId,
    introduction,
    theme,
    revision,
    state,
    address,
    items,
  };
  const isChanged =
    published !== null && !isSameDossier(published, frozenNow({ ...given, isChanged: false }));
  return { ...given, isChanged };
}

/** [TD5] Its publications and withdrawals, the last first. */
export function listDossierSteps(db: Db, dossierId: Readable<'dossier'>) {
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

async function isTheme(tx: Tx, themeId: string): Promise<boolean> {
  return (await tx.$count(themes, eq(themes.id, themeId))) > 0;
}

/** [TD1] Begins a dossier. */
export async function createDossier(
  tx: Tx,
  { dossierId, fields, userId, now }: Reader & { dossierId: string; fields: DossierFields },
): Promise<Result<{ id: string; title: string }, 'thematicDossier.themeMissing'>> {
  if (!(await isTheme(tx, fields.themeId))) return fail('thematicDossier.themeMissing');
  const made = { createdBy: userId, createdAt: now, updatedBy: userId, updatedAt: now };
  await tx.insert(thematicDossiers).values({ id: dossierId, ...fields, revision: 1, ...made });
  return ok({ id: dossierId, title: fields.title });
}

/** Finds a dossier to change it, and holds it until the end; null where `findDossier` is. */
export async function holdDossier(
  tx: Tx,
  asked: { dossierId: string; userId: string },
): Promise<DossierForEditor | null> {
  await tx
    .select({ id: thematicDossiers.id })
    .from(thematicDossiers)
    .where(eq(thematicDossiers.id, asked.dossierId))
    .for('update');
  return findDossier(tx, asked);
}

/** A change of a dossier, which is held, by who saw this revision of it. */
export interface DossierChange extends Reader {
  readonly dossier: DossierForEditor;
  readonly seen: number;
}

/** Changes the dossier, and counts one revision more. Refused: [TD3] one that somebody changed meanwhile, and what `run` refuses. */
export async function changing<T, E extends ThematicDossierError>(
  tx: Tx,
  { dossier, seen, userId, now }: DossierChange,
  run: () => Promise<Result<T, E>>,
): Promise<Result<T, E | 'thematicDossier.changedMeanwhile'>> {
  if (dossier.revision !== seen) return fail('thematicDossier.changedMeanwhile');
  const done = await run();
  if (!done.ok) return done;
  await tx
    .update(thematicDossiers)
    .set({ revision: seen + 1, updatedBy: userId, updatedAt: now })
    .where(eq(thematicDossiers.id, dossier.id));
  return done;
}

/** [TD1] Changes title, theme and introduction. */
export function editDossier(tx: Tx, { fields, ...change }: DossierChange & { fields: DossierFields }) {
  const { id } = change.dossier;
  return changing(tx, change, async () => {
    if (!(await isTheme(tx, fields.themeId))) return fail('thematicDossier.themeMissing');
    await tx.update(thematicDossiers).set(fields).where(eq(thematicDossiers.id, id));
    return ok({ id, title: fields.title });
  });
}

/** [TD7] Deletes a draft for good, none that the public read once; the texts that it gathers stay. */
export function deleteDossierDraft(tx: Tx, change: DossierChange) {
  const { id, state } = change.dossier;
  return changing(tx, change, async () => {
    if (state !== 'draft') return fail('thematicDossier.wasPublished');
    await tx.delete(thematicDossiers).where(eq(thematicDossiers.id, id));
    return ok();
  });
}
