import { and, eq, isNull, notExists, sql } from 'drizzle-orm';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { isReminderDay, monthOf } from '#shared/programme/experiment/log.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { takeMail } from '../../news/notification/mail-claims.ts';
import { users } from '../../people/person/schema.ts';
import { experimentLogs } from './follow-up-schema.ts';
import { experimentOrganisations, experiments, experimentTeam } from './schema.ts';

/** One person who is to be reminded of one log. */
export interface LogReminder {
  readonly experiment: { readonly id: string; readonly title: string };
  readonly month: string;
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
}

/**
 * [EX13] Who is to be reminded today of a month that nobody has written: the people who are named in the team and still of the
 * organisation they were named for; where nobody is, the people of the city that leads. None on other days.
 */
export async function listLogReminders(db: Db, now: Date): Promise<LogReminder[]> {
  const today = parisDay(now);
  if (!isReminderDay(today)) return [];
  const month = monthOf(today);
  const written = db
    .select({ one: sql`1` })
    .from(experimentLogs)
    .where(and(eq(experimentLogs.experimentId, experiments.id), eq(experimentLogs.month, month)));
  const named = db
    .select({ one: sql`1` })
    .from(experimentTeam)
    .where(eq(experimentTeam.experimentId, experiments.id));
  const told = {
    experiment: { id: experiments.id, title: experiments.title },
    person: { id: users.id, name: users.name, email: users.email },
  };
  const isDue = and(eq(experiments.state, 'running'), isNull(users.suspendedAt), notExists(written));
  // Two ways to somebody, each by its own index: one question for both would look at everybody for every experiment.
  const ofTeam = await db
    .selectDistinct(told)
    .from(experiments)
    .innerJoin(experimentTeam, eq(experimentTeam.experimentId, experiments.id))
    .innerJoin(
      users,
      and(
        eq(users.id, experimentTeam.userId),
        sql`${experimentTeam.organisationId} is not distinct from ${users.organisationId}`,
      ),
    )
    .where(isDue);
  const ofLead = await db
    .select(told)
    .from(experiments)
    .innerJoin(
      experimentOrganisations,
      and(eq(experimentOrganisations.experimentId, experiments.id), eq(experimentOrganisations.isLead, true)),
    )
    .innerJoin(users, eq(users.organisationId, experimentOrganisations.organisationId))
    .where(and(isDue, notExists(named)));
  const keyOf = ({ experiment, person }: (typeof ofLead)[number]) => `${experiment.id} ${person.email}`;
  return [...ofTeam, ...ofLead]
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map((row) => ({ ...row, month }));
}

/** [EX13] Takes a reminder that leaves at most once a day; false when it was taken before. */
export function takeLogReminder(tx: Tx, { experiment, person }: LogReminder, now: Date): Promise<boolean> {
  return takeMail(tx, { id: `experiment-log ${experiment.id} ${person.id} ${parisDay(now)}`, now });
}
