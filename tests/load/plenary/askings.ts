import { setTimeout as pause } from 'node:timers/promises';

/** What came of asking at a pace. */
export interface Asked {
  readonly times: number[];
  /** Answers that were not of the 200s, by their status; 0 for none at all. */
  readonly refused: Map<number, number>;
}

/** Asks so many times a second until then, however slowly it is answered, and waits for the last answers. */
export async function askAtPace(
  perSecond: number,
  until: number,
  ask: (rank: number) => Promise<number>,
): Promise<Asked> {
  const asked: Asked = { times: [], refused: new Map() };
  const under: Promise<void>[] = [];
  const from = performance.now();
  for (let rank = 0; performance.now() < until; rank++) {
    under.push(askOnce(asked, () => ask(rank)));
    await pause(Math.max(0, from + ((rank + 1) * 1_000) / perSecond - performance.now()));
  }
  await Promise.all(under);
  return asked;
}

async function askOnce({ times, refused }: Asked, ask: () => Promise<number>): Promise<void> {
  const start = performance.now();
  const status = await ask().catch(() => 0);
  times.push(performance.now() - start);
  if (status < 200 || status > 299) refused.set(status, (refused.get(status) ?? 0) + 1);
}

/** The status of an answer whose body has come whole. */
export async function statusOf(answer: Promise<Response>): Promise<number> {
  const { status, body } = await answer;
  for await (const _ of body ?? []);
  return status;
}
