import { keepActionCard } from '#shared/boards/card/action-card.ts';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import { projectDocument } from '#shared/documents/text/document-projection.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { RoomDraft } from '#shared/realtime/room-draft.ts';
import type { Database } from '../../kernel/client.ts';
import { inTransaction } from '../../kernel/transaction.ts';
import { claimActionBoard, noteActionCard } from '../../meetings/decision/actions.ts';
import { numberDecisions } from '../../meetings/decision/decisions.ts';
import { saveDocumentProjection } from '../../realtime/projections.ts';
import type { DemoBoard } from '../demo/demo-board.ts';
import type { DemoDocument } from '../demo/demo-document.ts';
import type { DemoWorld } from '../demo-world.ts';
import { authorshipOfDraft, type InstalledTexts } from './quotes.ts';

const outcomesIn = (texts: InstalledTexts, key: string) =>
  texts.get(key)?.read((doc) => projectDocument(doc)).outcomes ?? [];

/** Puts the cards of the actions that the texts of a board’s group say, as the server would at its start. */
export function writeActionCards(
  draft: RoomDraft,
  { idOf, at }: DemoWorld,
  { documents, texts }: { documents: readonly DemoDocument[]; texts: InstalledTexts },
): void {
  for (const { key, authors, updatedAt } of documents) {
    const by = idOf(authors[0] ?? '');
    const actions = outcomesIn(texts, key).filter(({ kind }) => kind === 'action');
    if (actions.length === 0) continue;
    draft.write(by, 2, (doc) => {
      for (const { id: cardId, text: title } of actions) {
        const link = objectKey({ kind: 'document', id: idOf(`document ${key}`) });
        keepActionCard(doc, { cardId, title, link, isNew: true, createdAt: at(updatedAt), createdBy: by });
      }
    });
  }
}

/** [HV5] Notes what the texts say as of the day that they said it: the server would note it as new at this very moment. */
export async function installOutcomes(
  { db, run }: Pick<Database, 'db' | 'run'>,
  { idOf, at, newId }: DemoWorld,
  {
    documents,
    texts,
    boardOf,
  }: {
    documents: readonly DemoDocument[];
    texts: InstalledTexts;
    boardOf: (group: DemoBoard['group']) => DemoBoard | undefined;
  },
): Promise<void> {
  for (const { key, group, updatedAt } of documents) {
    const [draft, id, now] = [texts.get(key), idOf(`document ${key}`), at(updatedAt)];
    if (!draft) continue;
    const state = { room: roomName({ kind: 'document', id }), id, seq: draft.updates.length };
    const said = draft.read((doc) => projectDocument(doc, authorshipOfDraft(draft)));
    await saveDocumentProjection(run, state, said, now);
    const board = boardOf(group);
    await inTransaction(db, async (tx) => {
      await numberDecisions(tx, { documentId: id, now, newId });
      for (const { kind, id: actionId, text } of outcomesIn(texts, key)) {
        if (kind !== 'action' || !board) continue;
        await claimActionBoard(tx, { actionId, boardId: idOf(`board ${board.key}`) });
        await noteActionCard(tx, { actionId, text });
      }
    });
  }
}
