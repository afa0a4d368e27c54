import { parisDay } from '#shared/kernel/day/paris-time.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { AskedNeed, DataAnswer } from '#shared/publication/adoption/feasibility.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { moveInterest } from '../../publication/adoption/adoption-interests.ts';
import { holdAdoption, saveAdoption } from '../../publication/adoption/adoptions.ts';
import { listPublicSheets } from '../../publication/sheet/public-sheets.ts';
import { keepDemand } from '../../publication/support/help-demands.ts';
import { keepSupport } from '../../publication/support/supports.ts';
import { demoDemands, demoSupports } from '../demo/supports.ts';
import type { DemoWorld } from '../demo-world.ts';

const DAY_MS = 86_400_000;

function must<T>(what: string, result: Result<T, string>): T {
  if (!result.ok) throw new Error(`${what}: ${result.error}`);
  return result.value;
}

/** The city has what is useful, and has yet to find what is essential. */
const answerTo = ({ importance }: AskedNeed): DataAnswer =>
  importance === 'essential' ? 'obtainable' : 'open';

/** Keeps a city that prepares to repeat the published sheet, by the same gestures as people. */
export async function installAdoptions(tx: Tx, { idOf, newId }: DemoWorld, now: Date): Promise<void> {
  const [sheet] = (await listPublicSheets(tx)).sheets;
  if (!sheet) throw new Error('the demonstration has a published sheet');
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const lea = { userId: idOf('lea-pons') };
  const { id: adoptionId, title } = must(
    sheet.title,
    await saveAdoption(tx, {
      ...lea,
      adoptionId: newId(),
      address: sheet.address,
      answers: {
        data: sheet.facts.needs.map((need) => ({ name: need.name, answer: answerTo(need) })),
        conditions: { perimeter: 'met', means: 'toArrange', constraints: 'met' },
      },
      note: 'Les abords des deux écoles d’abord : c’est là que l’ombre manque l’après-midi.',
      departmentCode: '38',
      seen: 0,
      now: before(4),
    }),
  );
  for (const [seen, { to, now: at }] of [
    { to: 'declared' as const, now: before(3) },
    { to: 'preparing' as const, now: before(1) },
  ].entries()) {
    const adoption = await holdAdoption(tx, { adoptionId, ...lea, now: at });
    if (!adoption) throw new Error(`${title} is gone`);
    must(title, await moveInterest(tx, { adoption, to, seen, reason: '', ...lea, now: at }));
  }
}

/** [AT6] [AT7] What cities of the structure’s territory asked of it, and what it did for them before. */
export async function installSupports(tx: Tx, { idOf, newId }: DemoWorld, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  for (const { city, by, days, message } of demoDemands)
    await keepDemand(tx, {
      ...{ id: newId(), organisationId: idOf(city), userId: idOf(by) },
      ...{ message, now: before(days) },
    });
  for (const { city, days, what } of demoSupports) {
    const at = before(days);
    const ofWhom = { facilitatorId: idOf('structure'), cityId: idOf(city), authorId: idOf('etienne-vidal') };
    await keepSupport(tx, { id: newId(), ...ofWhom, kind: 'note', what, doneOn: parisDay(at), now: at });
  }
}
