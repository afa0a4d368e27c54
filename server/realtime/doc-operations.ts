import type * as Y from 'yjs';
import { editApplication } from '#shared/application/application-doc.ts';
import { finishCard, keepActionCard } from '#shared/board/action-card.ts';
import { createBoardDoc } from '#shared/board/board-doc.ts';
import { addCard } from '#shared/board/card-operations.ts';
import { editCard } from '#shared/board/edit-card.ts';
import { makeRepeats, setCardRepeat } from '#shared/board/repeat-operations.ts';
import { leaveCard, receiveCard } from '#shared/board/transfer-operations.ts';
import { appendBlocks } from '#shared/document/document-blocks.ts';
import { putExcerpt } from '#shared/document/put-excerpt.ts';
import { replacePassage } from '#shared/document/replace-passage.ts';
import { restorePassage, restoreState, rewriteBlocks } from '#shared/document/restore-document.ts';

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
  'document.putExcerpt': putExcerpt,
  'document.restore': restoreState,
  'document.rewrite': rewriteBlocks,
  'document.restorePassage': restorePassage,
} as const satisfies Record<string, (doc: Y.Doc, input: never) => unknown>;

export type DocOperations = typeof docOperations;
