import type { Marks } from '#shared/programme/assessment/marks.ts';
import type { Tx } from '../../kernel/transaction.ts';
import {
  findAssessmentPerson,
  holdAssessment,
  holdForCommittee,
} from '../../programme/assessment/assessment-access.ts';
import { balanceAssessors, giveMarks, saveDraft } from '../../programme/assessment/assessments.ts';
import { draftDecision } from '../../programme/assessment/committee.ts';
import type { DemoWorld } from '../demo-world.ts';
import { installCall } from './closed-call.ts';
import { installLaureates } from './laureates.ts';

/** Closed calls: one whose assessment begins, one that waits for its announcement, and one that is announced. */
export async function installAssessment(
  tx: Tx,
  world: DemoWorld,
  { now, seasonId }: { now: Date; seasonId: string },
): Promise<void> {
  const begun = await installCall(tx, world, {
    now,
    seasonId,
    title: 'Appel de la saison 2 (exemple)',
    prefix: '',
  });
  await installLaureates(tx, world, { now, seasonId });
  const claire = world.idOf('claire-oudin');
  const chair = await findAssessmentPerson(tx, claire);
  if (!chair) throw new Error('the demonstration has a coordinator');
  await balanceAssessors(tx, { callId: begun.callId, chair, now, newId: world.newId });
  const decided = await installCall(tx, world, {
    now,
    seasonId,
    title: 'Appel complémentaire (exemple)',
    prefix: 'COMPLEMENT-',
  });
  const motivation = 'Le projet est clair ; les données dont il a besoin ne sont pas encore accessibles.';
  const outcomes = [
    { outcome: 'selected', waitingRank: null, motivation: '' },
    { outcome: 'waitlisted', waitingRank: 1, motivation },
    { outcome: 'notSelected', waitingRank: null, motivation },
  ] as const;
  for (const [at, applicationId] of decided.ids.entries()) {
    const reached = await holdForCommittee(tx, { applicationId, userId: claire, now });
    if (reached)
      await draftDecision(tx, { facts: reached.facts, userId: claire, now, decision: outcomes[at] ?? null });
  }
  const marc = world.idOf('marc-delattre');
  const [first] = begun.ids;
  const reached = await holdAssessment(tx, { applicationId: first ?? '', userId: marc, now });
  if (!reached?.access.mayMark) return;
  const change = { facts: reached.facts, userId: marc, now, marks };
  await saveDraft(tx, { ...change, privateNotes: '' });
  await giveMarks(tx, change);
}

const marks: Marks = {
  approche: { mark: 4, comment: 'Le croisement est simple, et il manque partout.' },
  acquis: { mark: 4, comment: 'L’inventaire existe et il est tenu.' },
  organisation: { mark: 3, comment: 'Deux jours par semaine : c’est peu au printemps.' },
  partage: { mark: 5, comment: 'Deux villes associées dès le début.' },
};
