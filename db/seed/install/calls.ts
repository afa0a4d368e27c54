import type { Db } from '../../kernel/client.ts';
import { createCall, publishCall } from '../../programme/call/call-changes.ts';
import { extendCall } from '../../programme/call/call-extensions.ts';
import { listSeasons } from '../../programme/season/seasons.ts';
import { demoCalls } from '../demo/calls.ts';
import type { DemoWorld } from '../demo-world.ts';

/** Opens the calls of the demonstration, by the same gestures as people; `idOf('call saison-2')` is the id of the first. */
export async function installCalls(tx: Db, { idOf, newId, at }: DemoWorld): Promise<void> {
  const [season] = await listSeasons(tx);
  if (!season) throw new Error('the demonstration has a season');
  for (const { key, createdAt, opensAt, closesAt, extension, ...said } of demoCalls) {
    const change = { callId: idOf(`call ${key}`), userId: idOf('claire-oudin'), now: at(createdAt), newId };
    const fields = { ...said, opensAt: at(opensAt), closesAt: at(closesAt) };
    const made = await createCall(tx, { ...change, seasonId: season.id, fields });
    if (!made.ok) throw new Error(`${said.title}: ${made.error}`);
    const hourLater = new Date(change.now.getTime() + 3_600_000);
    const published = await publishCall(tx, { ...change, now: hourLater });
    if (!published.ok) throw new Error(`${said.title}: ${published.error}`);
    if (!extension) continue;
    const later = { closesAt: at(extension.closesAt), reason: extension.reason };
    const extended = await extendCall(tx, { ...change, now: at(extension.at), ...later });
    if (!extended.ok) throw new Error(`${said.title}: ${extended.error}`);
  }
}
