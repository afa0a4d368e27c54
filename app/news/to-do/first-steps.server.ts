import type { RouterContextProvider } from 'react-router';
import { countInstallation } from '#db/news/installation.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { type FirstStepsView, firstStepsOf } from '#shared/news/to-do/first-steps.ts';
import { memberContext, servicesContext } from '../../context.ts';

/** [HO2] The first steps, for whoever administers the platform; null for all others. */
export async function loadFirstSteps(
  context: Readonly<RouterContextProvider>,
): Promise<FirstStepsView | null> {
  const member = context.get(memberContext);
  if (!member || !canOnPlatform(member.platformRole, 'platform.administer')) return null;
  const { db, mailFolder, platformState, now } = context.get(servicesContext);
  const at = now();
  const [counted, backup] = await Promise.all([
    countInstallation(db, { userId: member.id, today: parisDay(at) }),
    platformState.lastBackup({ userId: member.id }),
  ]);
  const installation = { ...counted, sendsMails: mailFolder === null };
  return { installation, steps: firstStepsOf(installation), backup, now: at };
}

/** [HO2] The same for the home page, while something is left to do; a demonstration is open already. */
export async function loadStepsLeft(
  context: Readonly<RouterContextProvider>,
): Promise<FirstStepsView | null> {
  if (context.get(servicesContext).env.DEMO) return null;
  const view = await loadFirstSteps(context);
  return view?.steps.some(({ state }) => state !== 'done') ? view : null;
}
