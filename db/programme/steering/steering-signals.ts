import { and, asc, eq, gt, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { SteeredExperiment } from '#shared/programme/steering/overview.ts';
import { daysBefore, inOrder, LATE_AFTER, type LateSignal } from '#shared/programme/steering/signals.ts';
import { endOfDay } from '#shared/programme/steering/steering.ts';
import type { Db } from '../../kernel/client.ts';
import { minutes } from '../../meetings/held/schema.ts';
import { meetings } from '../../meetings/meeting/schema.ts';
import { activities } from '../../people/activity/schema.ts';
import { groupOrganisations, groups, themes } from '../../people/group/schema.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { docClients } from '../../realtime/schema.ts';
import { isOfSeason, isOfTerritory, type SteeringScope } from './steering-scope.ts';

/** A list of more is no signal any more. */
const MOST = 200;

/** [PI10] What was late that day, the longest first. */
export async function listLateSignals(
  db: Db,
  scope: SteeringScope,
  experiments: readonly SteeredExperiment[],
): Promise<LateSignal[]> {
  const over = experiments.flatMap(({ id, title, lead, state, endsOn }) =>
    endsOn !== null && endsOn < scope.day && (state === 'running' || state === 'suspended')
      ? [{ kind: 'experimentOver' as const, experiment: { id, title }, lead, since: endOfDay(endsOn) }]
      : [],
  );
  return inOrder([
    ...(await listSilentCities(db, scope)),
    ...(await listLateMinutes(db, scope)),
    ...over,
  ]).slice(0, MOST);
}

/** Cities in a group of the season whose people did nothing for three weeks: no text, no comment, no gesture. */
async function listSilentCities(db: Db, scope: SteeringScope): Promise<LateSignal[]> {
  const from = daysBefore(scope.end, LATE_AFTER.silentCity);
  const heard = await organisationsHeard(db, { from, end: scope.end });
  const rows = await db
    .selectDistinctOn([organisations.id], {
      organisation: organisationBadge,
      group: { id: groups.id, name: groups.name },
      since: groupOrganisations.addedAt,
    })
    .from(groupOrganisations)
    .innerJoin(organisations, eq(organisations.id, groupOrganisations.organisationId))
    .innerJoin(groups, eq(groups.id, groupOrganisations.groupId))
    .innerJoin(themes, eq(themes.id, groups.themeId))
    .where(
      and(
        inArray(organisations.kind, ['municipality', 'intermunicipality', 'agency']),
        inArray(groupOrganisations.role, ['facilitator', 'contributor']),
        lt(groupOrganisations.addedAt, from),
        sql`${organisations.id} <> all(${sql.param(heard)}::text[])`,
        isOfSeason(scope),
        isOfTerritory(db, scope, organisations.id),
      ),
    )
    .orderBy(organisations.id, asc(groupOrganisations.addedAt), asc(groups.id));
  const last = await lastHeard(
    db,
    rows.map(({ organisation }) => organisation.id),
    from,
  );
  return rows.map(({ organisation, group, since }) => {
    const heardAt = last.get(organisation.id) ?? null;
    return { kind: 'silentCity', organisation, group, last: heardAt, since: heardAt ?? since };
  });
}

/** Where a gesture leaves its day: a session of writing, and what groups are told. */
const TRACES = [
  { table: docClients, userId: docClients.userId, at: docClients.at },
  { table: activities, userId: activities.actorId, at: activities.at },
] as const;

/** The organisations whose people left a trace between these instants. */
async function organisationsHeard(db: Db, { from, end }: { from: Date; end: Date }): Promise<string[]> {
  // Who left a trace is read from the indexes of days alone; only then, of whom they are.
  const hasLeftATrace = TRACES.map(({ table, userId, at }) =>
    inArray(
      users.id,
      db
        .selectDistinct({ id: userId })
        .from(table)
        .where(and(gte(at, from), lt(at, end))),
    ),
  );
  const rows = await db
    .selectDistinct({ id: users.organisationId })
    .from(users)
    .where(or(...hasLeftATrace));
  return rows.flatMap(({ id }) => id ?? []);
}

/** When each of these was last heard before that instant; those that never were are absent. One look into an index a person. */
async function lastHeard(db: Db, ids: readonly string[], end: Date): Promise<Map<string, Date>> {
  const last = new Map<string, Date>();
  for (const { table, userId, at } of TRACES) {
    const trace = db
      .select({ at: sql<Date>`max(${at})`.as('trace_at') })
      .from(table)
      .where(and(eq(userId, users.id), lt(at, end)))
      .as('trace');
    const rows = await db
      .select({ id: users.organisationId, at: sql<Date | null>`max(${trace.at})`.mapWith(docClients.at) })
      .from(users)
      .innerJoinLateral(trace, sql`true`)
      .where(sql`${users.organisationId} = any(${sql.param(ids)}::text[])`)
      .groupBy(users.organisationId);
    for (const row of rows)
      if (row.id && row.at && row.at > (last.get(row.id) ?? new Date(0))) last.set(row.id, row.at);
  }
  return last;
}

/** Meetings that were closed two weeks before and whose minutes nobody had submitted, and minutes that waited a month. */
async function listLateMinutes(db: Db, scope: SteeringScope): Promise<LateSignal[]> {
  const { end } = scope;
  const missing = and(
    lt(meetings.closedAt, daysBefore(end, LATE_AFTER.minutesMissing)),
    or(isNull(minutes.submittedAt), gt(minutes.submittedAt, end)),
    or(isNull(minutes.approvedAt), gt(minutes.approvedAt, end)),
  );
  const waiting = and(
    lt(minutes.submittedAt, daysBefore(end, LATE_AFTER.minutesWaiting)),
    or(isNull(minutes.approvedAt), gt(minutes.approvedAt, end)),
  );
  const select = (where: SQL | undefined, since: typeof meetings.closedAt | typeof minutes.submittedAt) =>
    db
      .select({
        meeting: { id: meetings.id, title: meetings.title },
        group: { id: groups.id, name: groups.name },
        since: sql<Date>`${since}`.mapWith(since),
      })
      .from(meetings)
      .innerJoin(groups, eq(groups.id, meetings.groupId))
      .innerJoin(themes, eq(themes.id, groups.themeId))
      .leftJoin(minutes, eq(minutes.meetingId, meetings.id))
      .where(and(where, isOfSeason(scope)))
      .orderBy(asc(since))
      .limit(MOST);
  const [first, second] = [
    await select(missing, meetings.closedAt),
    await select(waiting, minutes.submittedAt),
  ];
  return [
    ...first.map((row): LateSignal => ({ kind: 'minutesMissing', ...row })),
    ...second.map((row): LateSignal => ({ kind: 'minutesWaiting', ...row })),
  ];
}
