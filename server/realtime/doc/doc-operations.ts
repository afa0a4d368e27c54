import type * as Y from 'yjs';
import { createBoardDoc } from '#shared/boards/board-doc.ts';
import { finishCard, keepActionCard } from '#shared/boards/card/action-card.ts';
import { addCard } from '#shared/boards/card/card-operations.ts';
import { editCard } from '#shared/boards/card/edit-card.ts';
import { makeRepeats, setCardRepeat } from '#shared/boards/card/repeat-operations.ts';
import { leaveCard, receiveCard } from '#shared/boards/card/transfer-operations.ts';
import { replacePassage } from '#shared/documents/comment/replace-passage.ts';
import { putExcerpt } from '#shared/documents/excerpt/put-excerpt.ts';
import {
  mergeText,
  restorePassage,
  restoreState,
  rewriteBlocks,
} from '#shared/documents/history/restore-document.ts';
import { appendBlocks, insertBlocks } from '#shared/documents/text/document-blocks.ts';
import { editApplication } from '#shared/programme/application/application-doc.ts';

/**
 * What the server may do in a live document in somebody's name, by name. The same pure operations as in the browser;
 * what they change becomes one more update of the log.
 */
export const docOperations = {
  'application.edit': editApplication,
  'board.create': createBoardDoc,
  'board.addCard': addCard,
  'board.editCard': editCard,
  'board.receiveCard': receiveCard,
  'board.leaveCard': leaveCard,
  'board.repeatCard': setCardRepeat,
  'board.keepActionCard': keepActionCard,
  'board.finishCard': finishCard,
  'board.makeRepeats': makeRepeats,
  'document.replacePassage': replacePassage,
  'document.append': appendBlocks,
  'document.insert': insertBlocks,
  'document.merge': mergeText,
  'document.putExcerpt': putExcerpt,
  'document.restore': restoreState,
  'document.rewrite': rewriteBlocks,
  'document.restorePassage': restorePassage,
} as const satisfies Record<string, (doc: Y.Doc, input: never) => unknown>;

export type DocOperations = typeof docOperations;

/** The input that an operation takes beside the document. */
export type InputOf<K extends keyof DocOperations> = DocOperations[K] extends (
  doc: never,
  input: infer I,
) => unknown
  ? I
  : never;
