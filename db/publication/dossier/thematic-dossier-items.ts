import { and, eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  DOSSIER_ITEMS_MAX,
  moveInOrder,
  parseDossierLine,
} from '#shared/publication/dossier/thematic-dossier.ts';
import { publicAddress } from '#shared/publication/public-document/publication.ts';
import type { Db } from '../../kernel/client.ts';
import { findPublishedItems } from './published-items.ts';
import { thematicDossierItems, thematicDossierSteps, thematicDossiers } from './schema.ts';
import {
  changing,
  type DossierChange,
  type DossierForEditor,
  type DossierRefusal,
  frozenNow,
} from './thematic-dossiers.ts';

type ItemChange = DossierChange & { readonly documentId: string };
type Done = Promise<Result<void, DossierRefusal>>;

const itemOf = (dossierId: string, documentId: string) =>
  and(eq(thematicDossierItems.dossierId, dossierId), eq(thematicDossierItems.documentId, documentId));

const has = ({ items }: DossierForEditor, documentId: string) =>
  items.some((item) => item.documentId === documentId);

/** [TD2] Puts something published at the end. Refused: what is in it, what is not published today, a line that is too long, more than sixty. */
export function addDossierItem(db: Db, { documentId, line, ...change }: ItemChange & { line: string }): Done {
  return changing(db, change, async (tx, dossier) => {
    const read = parseDossierLine(line);
    if (!read.ok) return read;
    if (has(dossier, documentId)) return fail('thematicDossier.itemTwice');
    if (dossier.items.length >= DOSSIER_ITEMS_MAX) return fail('thematicDossier.full');
    if (!(await findPublishedItems(tx, [documentId])).has(documentId))
      return fail('thematicDossier.itemNotPublished');
    await tx
      .insert(thematicDossierItems)
      .values({ dossierId: dossier.id, documentId, position: dossier.items.length, line: read.value });
    await keepOrder(tx, dossier.id, [...dossier.items.map((item) => item.documentId), documentId]);
    return ok();
  });
}

/** [TD2] Changes the line that presents an item. Refused: one that is no longer in it, a line that is too long. */
export function presentDossierItem(
  db: Db,
  { documentId, line, ...change }: ItemChange & { line: string },
): Done {
  return changing(db, change, async (tx, dossier) => {
    const read = parseDossierLine(line);
    if (!read.ok) return read;
    if (!has(dossier, documentId)) return fail('thematicDossier.itemGone');
    await tx.update(thematicDossierItems).set({ line: read.value }).where(itemOf(dossier.id, documentId));
    return ok();
  });
}

/** [TD2] Takes an item off. Refused: one that is no longer in it. */
export function removeDossierItem(db: Db, { documentId, ...change }: ItemChange): Done {
  return changing(db, change, async (tx, dossier) => {
    if (!has(dossier, documentId)) return fail('thematicDossier.itemGone');
    await tx.delete(thematicDossierItems).where(itemOf(dossier.id, documentId));
    return ok();
  });
}

/** [TD3] Moves an item by one place. Refused: one that is no longer in it, an order that somebody else changed meanwhile. */
export function moveDossierItem(
  db: Db,
  { documentId, direction, ...change }: ItemChange & { direction: 'up' | 'down' },
): Done {
  return changing(db, change, async (tx, dossier) => {
    const order = moveInOrder(
      dossier.items.map((item) => item.documentId),
      documentId,
      direction,
    );
    if (!order) return fail('thematicDossier.itemGone');
    await keepOrder(tx, dossier.id, order);
    return ok();
  });
}

async function keepOrder(tx: Db, dossierId: string, order: readonly string[]): Promise<void> {
  for (const [position, documentId] of order.entries())
    await tx.update(thematicDossierItems).set({ position }).where(itemOf(dossierId, documentId));
}

async function addStep(
  tx: Db,
  { id: dossierId, title }: Pick<DossierForEditor, 'id' | 'title'>,
  step: { isPublished: boolean; by: string; at: Date },
): Promise<void> {
  const rank = (await tx.$count(thematicDossierSteps, eq(thematicDossierSteps.dossierId, dossierId))) + 1;
  await tx.insert(thematicDossierSteps).values({ dossierId, rank, title, ...step });
}

/**
 * [TD4] Freezes for the public what the dossier says now, at its address for good. `newId` makes that address the first time.
 * Refused: no introduction, nothing that the public reads today.
 */
export function publishDossier(db: Db, { newId, ...change }: DossierChange & { newId: () => string }): Done {
  return changing(db, change, async (tx, dossier) => {
    if (dossier.introduction === '') return fail('thematicDossier.introductionMissing');
    if (!dossier.items.some(({ shown }) => shown)) return fail('thematicDossier.nothing');
    await tx
      .update(thematicDossiers)
      .set({
        address: dossier.address ?? publicAddress(dossier.title, newId()),
        published: frozenNow(dossier),
        publishedAt: change.now,
        withdrawnAt: null,
      })
      .where(eq(thematicDossiers.id, dossier.id));
    await addStep(tx, dossier, { isPublished: true, by: change.userId, at: change.now });
    return ok();
  });
}

/** [TD6] Takes a dossier away from the public. Refused: one that is not there. */
export function withdrawDossier(db: Db, change: DossierChange): Done {
  return changing(db, change, async (tx, dossier) => {
    if (dossier.state !== 'published') return fail('thematicDossier.notPublished');
    await tx
      .update(thematicDossiers)
      .set({ withdrawnAt: change.now })
      .where(eq(thematicDossiers.id, dossier.id));
    await addStep(tx, dossier, { isPublished: false, by: change.userId, at: change.now });
    return ok();
  });
}
