import { and, eq } from 'drizzle-orm';
import { fail, ok } from '#shared/kernel/result.ts';
import { DOSSIER_ITEMS_MAX, moveInOrder } from '#shared/publication/dossier/thematic-dossier.ts';
import { publicAddress } from '#shared/publication/public-document/publication.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { findPublishedItems } from './published-items.ts';
import { thematicDossierItems, thematicDossierSteps, thematicDossiers } from './schema.ts';
import { changing, type DossierChange, type DossierForEditor, frozenNow } from './thematic-dossiers.ts';

type ItemChange = DossierChange & { readonly documentId: string };

const itemOf = (dossierId: string, documentId: string) =>
  and(eq(thematicDossierItems.dossierId, dossierId), eq(thematicDossierItems.documentId, documentId));

const orderOf = ({ items }: DossierForEditor) => items.map(({ documentId }) => documentId);

/** [TD2] Puts something that is published today at the end, once; sixty at most. */
export function addDossierItem(tx: Tx, { documentId, line, ...change }: ItemChange & { line: string }) {
  const { dossier } = change;
  return changing(tx, change, async () => {
    const order = orderOf(dossier);
    if (order.includes(documentId)) return fail('thematicDossier.itemTwice');
    if (order.length >= DOSSIER_ITEMS_MAX) return fail('thematicDossier.full');
    if (!(await findPublishedItems(tx, [documentId])).has(documentId))
      return fail('thematicDossier.itemNotPublished');
    await tx
      .insert(thematicDossierItems)
      .values({ dossierId: dossier.id, documentId, position: order.length, line });
    await keepOrder(tx, dossier.id, [...order, documentId]);
    return ok();
  });
}

/** [TD2] Changes the line that presents an item. */
export function presentDossierItem(tx: Tx, { documentId, line, ...change }: ItemChange & { line: string }) {
  const { dossier } = change;
  return changing(tx, change, async () => {
    if (!orderOf(dossier).includes(documentId)) return fail('thematicDossier.itemGone');
    await tx.update(thematicDossierItems).set({ line }).where(itemOf(dossier.id, documentId));
    return ok();
  });
}

/** [TD2] Takes an item off. */
export function removeDossierItem(tx: Tx, { documentId, ...change }: ItemChange) {
  const { dossier } = change;
  return changing(tx, change, async () => {
    if (!orderOf(dossier).includes(documentId)) return fail('thematicDossier.itemGone');
    await tx.delete(thematicDossierItems).where(itemOf(dossier.id, documentId));
    return ok();
  });
}

/** [TD3] Moves an item by one place. */
export function moveDossierItem(
  tx: Tx,
  { documentId, direction, ...change }: ItemChange & { direction: 'up' | 'down' },
) {
  const { dossier } = change;
  return changing(tx, change, async () => {
    const order = moveInOrder(orderOf(dossier), documentId, direction);
    if (!order) return fail('thematicDossier.itemGone');
    await keepOrder(tx, dossier.id, order);
    return ok();
  });
}

async function keepOrder(tx: Tx, dossierId: string, order: readonly string[]): Promise<void> {
  for (const [position, documentId] of order.entries())
    await tx.update(thematicDossierItems).set({ position }).where(itemOf(dossierId, documentId));
}

async function addStep(tx: Tx, { dossier, userId: by, now: at }: DossierChange, isPublished: boolean) {
  const { id: dossierId, title } = dossier;
  const rank = (await tx.$count(thematicDossierSteps, eq(thematicDossierSteps.dossierId, dossierId))) + 1;
  await tx.insert(thematicDossierSteps).values({ dossierId, rank, title, isPublished, by, at });
}

/** [TD4] Freezes for the public what the dossier says now, at its address for good. `newId` makes that address the first time. */
export function publishDossier(tx: Tx, { newId, ...change }: DossierChange & { newId: () => string }) {
  const { dossier } = change;
  return changing(tx, change, async () => {
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
    await addStep(tx, change, true);
    return ok();
  });
}

/** [TD6] Takes a dossier away from the public. */
export function withdrawDossier(tx: Tx, change: DossierChange) {
  const { id, state } = change.dossier;
  return changing(tx, change, async () => {
    if (state !== 'published') return fail('thematicDossier.notPublished');
    await tx.update(thematicDossiers).set({ withdrawnAt: change.now }).where(eq(thematicDossiers.id, id));
    await addStep(tx, change, false);
    return ok();
  });
}
