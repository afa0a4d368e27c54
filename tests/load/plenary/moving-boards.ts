import { readBoard } from '#shared/boards/board-doc.ts';
import { moveCard } from '#shared/boards/card/card-operations.ts';
import { enterRoom, fillBoard } from '../colleagues.ts';
import { LivePerson, Sendings } from './live-person.ts';

const CARDS = 60;

/** Somebody who moves cards of a board, and somebody else who looks at it. */
export interface MovedBoard {
  /** Puts a card elsewhere, and resolves with the milliseconds until that is stored. */
  move(): Promise<number>;
  readonly watcher: LivePerson;
  leave(): void;
}

/** A board of the group with cards, in this person’s browser and in another’s. */
export async function openMovedBoard(
  where: { readonly origin: string; readonly at: string; readonly groupId: string },
  { mover, watcher }: { readonly mover: string; readonly watcher: string },
): Promise<MovedBoard> {
  const made = await fetch(`${where.at}/api/v1/groups/${where.groupId}/boards`, {
    method: 'POST',
    headers: { cookie: mover, origin: where.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Suivi de la plénière' }),
  });
  const { room }: { room: string } = await made.json();
  const place = { origin: where.at, cookie: mover, room };
  await fillBoard(
    place,
    Array.from({ length: CARDS }, (_, rank) => `Carte ${rank}`),
  );
  const sendings = new Sendings();
  const { port } = new URL(where.at);
  const address = { port: Number(port), path: `/collab/${room}?ack=1`, headers: { Cookie: watcher } };
  let seen: LivePerson | undefined;
  await new Promise<void>((resolve) => {
    seen = new LivePerson(address, { sendings, isWitness: true, onReady: resolve });
  });
  const { doc, stored, leave } = await enterRoom(place);
  doc.on('update', (update: Uint8Array) => sendings.sent(doc.clientID, update));
  return {
    async move() {
      const start = performance.now();
      const { columns } = readBoard(doc);
      const byLength = columns.toSorted((one, other) => other.cards.length - one.cards.length);
      const [card] = byLength[0]?.cards ?? [];
      const columnId = byLength.at(-1)?.id;
      if (!card || !columnId) throw new Error('the board has no card');
      moveCard(doc, { cardId: card.id, columnId, index: 0 });
      await stored();
      return performance.now() - start;
    },
    get watcher() {
      if (!seen) throw new Error('nobody looks at the board');
      return seen;
    },
    leave() {
      seen?.leave();
      leave();
    },
  };
}
