import type { Tx } from '../../kernel/transaction.ts';
import { createCall, holdCall, publishCall } from '../../programme/call/call-changes.ts';
import { extendCall } from '../../programme/call/call-extensions.ts';
import { listSeasons } from '../../programme/season/seasons.ts';
import { demoCalls } from '../demo/calls.ts';
import type { DemoWorld } from '../demo-world.ts';

/** Opens the calls of the demonstration, by the same gestures as people; `idOf('call saison-2')` is the id of the first. */
export async function installCalls(tx: Tx, { idOf, newId, at }: DemoWorld): Promise<void> {
  const [season] = await listSeasons(tx);
  if (!season) throw new Error('the demonstration has a season');
  for (const { key, createdAt, opensAt, closesAt, extension, ...said } of demoCalls) {
    const by = { userId: idOf('claire-oudin'), newId };
    const fields = { ...said, opensAt: at(opensAt), closesAt: at(closesAt) };
    const [callId, now] = [idOf(`call ${key}`), at(createdAt)];
    const made = await createCall(tx, { ...by, callId, now, seasonId: season.id, fields });
    if (!made.ok) throw new Error(`${said.title}: ${made.error}`);
    const changing = async (when: Date) => {
      const call = await holdCall(tx, { callId, now: when });
      if (!call) throw new Error(`${said.title} is gone`);
      return { ...by, call, now: when };
    };
    const published = await publishCall(tx, await changing(new Date(now.getTime() + 3_600_000)));
    if (!published.ok) throw new Error(`${said.title}: ${published.error}`);
    if (!extension) continue;
    const later = { closesAt: at(extension.closesAt), reason: extension.reason };
    const extended = await extendCall(tx, { ...(await changing(at(extension.at))), ...later });
    if (!extended.ok) throw new Error(`${said.title}: ${extended.error}`);
  }
}
