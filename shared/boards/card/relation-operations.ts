import type * as Y from 'yjs';
import { parseObjectKey } from '#shared/documents/attribute/document-objects.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { BOARD_EDIT, cardsOf, findIn } from '../board-doc.ts';
import { readBlockers, writeBlocker, writeLink } from './card-doc.ts';
import { changeCard } from './change-card.ts';
import { waitsFor } from './dependencies.ts';

interface DependencyRef {
  readonly cardId: string;
  /** The card that must be finished first. */
  readonly blockerId: string;
}

/**
 * [B30] Makes a card wait for another of its board. Refused: no such card, a card that would wait for itself, one that the
 * other waits for already, directly or through others.
 */
export function addBlocker(
  doc: Y.Doc,
  { cardId, blockerId }: DependencyRef,
): Result<void, 'board.cardNotFound' | 'board.dependencySelf' | 'board.dependencyCycle'> {
  const cards = cardsOf(doc);
  const card = findIn(cards, cardId);
  if (card === null || findIn(cards, blockerId) === null) return fail('board.cardNotFound');
  if (cardId === blockerId) return fail('board.dependencySelf');
  const blockers = (id: string) => {
    const map = findIn(cards, id);
    return map === null ? [] : readBlockers(map);
  };
  if (waitsFor(blockers, blockerId, cardId)) return fail('board.dependencyCycle');
  doc.transact(() => writeBlocker(card, blockerId, true), BOARD_EDIT);
  return ok();
}

/** [B30] Makes a card wait no longer for another, whether that one is still there or not. Refused: no such card. */
export function removeBlocker(
  doc: Y.Doc,
  { cardId, blockerId }: DependencyRef,
): Result<void, 'board.cardNotFound'> {
  return changeCard(doc, cardId, (card) => writeBlocker(card, blockerId, false));
}

interface LinkRef {
  readonly cardId: string;
  /** `objectKey` of what the card points to. */
  readonly key: string;
}

/** [B31] Makes a card point to another object. Refused: no such card, a key that names no object. */
export function addLink(
  doc: Y.Doc,
  { cardId, key }: LinkRef,
): Result<void, 'board.cardNotFound' | 'board.linkInvalid'> {
  if (parseObjectKey(key) === null) return fail('board.linkInvalid');
  return changeCard(doc, cardId, (card) => writeLink(card, key, true));
}

/** [B31] Takes a link away. Refused: no such card. */
export function removeLink(doc: Y.Doc, { cardId, key }: LinkRef): Result<void, 'board.cardNotFound'> {
  return changeCard(doc, cardId, (card) => writeLink(card, key, false));
}
