import { afterAll, expect, test } from 'vitest';
import { until } from '#tests/support/patience.ts';
import { freshSettings, prepare } from '#tests/support/realtime/crash-crew.ts';
import { signIn } from '#tests/support/server.ts';
import { ServerProcess } from '#tests/support/server-process.ts';

const CYCLES = process.env.TEST_LONG ? 50 : 2;
const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

interface Card {
  readonly id: string;
  readonly title: string;
  readonly columnId: string;
}
interface Board {
  readonly columns: readonly { id: string }[];
  readonly cards: readonly Card[];
}

test(`[I1] ${CYCLES} times killed while scripts write, every object whose making was answered is there, whole`, async () => {
  const settings = await freshSettings(cleanups);
  const { groupId, emails } = await prepare(settings, { rooms: 0, people: 4 });
  const server = await ServerProcess.start(settings);
  cleanups.push(() => server.end('SIGKILL'));
  const tokens = await Promise.all(
    emails.map((email) => signIn(server.port, email).then(({ token }) => token)),
  );
  const call = async <T>(token: string, method: string, path: string, body?: object): Promise<T | null> => {
    const response = await fetch(`http://localhost:${server.port}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => null);
    // An answer that was cut on its way was not given.
    return response?.ok ? await response.json().catch(() => null) : null;
  };
  const [first = ''] = tokens;
  const { id: boardId } = (await call<{ id: string }>(first, 'POST', `/groups/${groupId}/boards`, {
    title: 'Suivi',
  })) ?? { id: '' };
  const { columns } = (await call<Board>(first, 'GET', `/boards/${boardId}`)) ?? { columns: [] };
  const column = (index: number) => columns[index % columns.length]?.id ?? '';
  const documents = new Map<string, string>();
  /** The last column in which each card was said to be, and the one that was asked for since. */
  const cards = new Map<string, { title: string; said: string; asked: string }>();
  let isWriting = true;
  let count = 0;

  async function write(token: string): Promise<void> {
    while (isWriting) {
      const title = `Objet ${++count}`;
      const made = await call<{ id: string }>(token, 'POST', `/groups/${groupId}/documents`, { title });
      if (made) documents.set(made.id, title);
      const to = column(count);
      const card = await call<Card>(token, 'POST', `/boards/${boardId}/cards`, { title, columnId: to });
      if (!card) continue;
      const known = { title, said: to, asked: column(count + 1) };
      cards.set(card.id, known);
      const moved = await call<Card>(token, 'PATCH', `/boards/${boardId}/cards/${card.id}`, {
        columnId: known.asked,
      });
      if (moved) known.said = known.asked;
    }
  }

  for (let cycle = 0; cycle < CYCLES; cycle++) {
    isWriting = true;
    const before = cards.size;
    const writers = tokens.map(write);
    await until('cards are made', () => cards.size > before + 4);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
    const killed = server.end('SIGKILL');
    isWriting = false;
    await Promise.all([killed, ...writers]);
    await server.start();
    const board = await call<Board>(first, 'GET', `/boards/${boardId}`);
    const found = new Map(board?.cards.map((card) => [card.id, card]));
    const wrong = [...cards].filter(([id, { title, said, asked }]) => {
      const card = found.get(id);
      return card?.title !== title || (card.columnId !== said && card.columnId !== asked);
    });
    expect(wrong).toEqual([]);
    expect(board?.cards.length).toBe(found.size);
    for (const [id, title] of documents)
      expect(await call(first, 'GET', `/documents/${id}`)).toMatchObject({ id, title });
  }
});
