import { eq } from 'drizzle-orm';
import { completeness, percentOf } from '#shared/programme/application/completeness.ts';
import { complementForm } from '#shared/programme/application/form-parts.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { handInComplement } from '../../programme/application/application-complement.ts';
import { lockApplication } from '../../programme/application/application-rights.ts';
import { complements } from '../../programme/application/schema.ts';
import { announceDecisions } from '../../programme/assessment/announcements.ts';
import { holdForCommittee } from '../../programme/assessment/assessment-access.ts';
import { draftDecision } from '../../programme/assessment/committee.ts';
import { demoLaureates, laureateCall } from '../demo/laureate-call.ts';
import type { DemoWorld } from '../demo-world.ts';
import { installCall } from './closed-call.ts';

const DAY = 86_400_000;

/** [AP15] A call that is announced: of its two laureates one completes what it submitted, and the other has handed that in. */
export async function installLaureates(
  tx: Tx,
  world: DemoWorld,
  { now, seasonId }: { now: Date; seasonId: string },
): Promise<void> {
  const { idOf, newId } = world;
  const days = (count: number) => new Date(now.getTime() + count * DAY);
  const { title, form } = laureateCall;
  const call = { now, seasonId, title, form, prefix: '', submitted: demoLaureates };
  const { callId, ids, raws } = await installCall(tx, world, call);
  const claire = idOf('claire-oudin');
  const decision = { outcome: 'selected', waitingRank: null, motivation: '' } as const;
  for (const applicationId of ids) {
    const by = { userId: claire, now: days(-5) };
    const reached = await holdForCommittee(tx, { applicationId, ...by });
    if (reached) await draftDecision(tx, { facts: reached.facts, ...by, decision });
  }
  const announced = await announceDecisions(tx, { callId, userId: claire, now: days(-4), newId });
  if (!announced.ok) throw new Error(`${title}: ${announced.error}`);
  for (const [at, { by, complement, isHandedIn }] of demoLaureates.entries()) {
    const [applicationId, userId] = [ids[at] ?? '', idOf(by)];
    const percent = percentOf(completeness(complementForm(form), complement));
    await tx
      .update(complements)
      .set({ completeness: percent })
      .where(eq(complements.applicationId, applicationId));
    const raw = raws[at];
    if (!isHandedIn || !raw) continue;
    const application = await lockApplication(tx, { applicationId, userId });
    if (!application) throw new Error(`${by} does not write their own application`);
    const change = { application, userId, now: days(-2), eventId: newId(), raw, seq: 1 };
    const handedIn = await handInComplement(tx, change);
    if (!handedIn.ok) throw new Error(`${by}: ${handedIn.error}`);
  }
}
