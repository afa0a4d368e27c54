import { type AnyColumn, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { GroupAction, PlatformRole } from '#shared/kernel/access/access.ts';
import type { ObligationKind } from '#shared/obligations.ts';
import type { Db } from '../kernel/client.ts';

/** Who asks what waits for them, and when. */
export interface DueAsking {
  readonly db: Db;
  readonly userId: string;
  readonly platformRole: PlatformRole;
  readonly organisationId: string | null;
  readonly now: Date;
  /** `2023-03-14`, in Paris. */
  readonly today: string;
  /** Ids of the groups where their role allows this. */
  readonly groupsFor: (action: GroupAction) => readonly string[];
}

/** [AF1] What owes something of one kind: a question whose columns are those of `due`. */
export type DueSource = (asking: DueAsking) => SQLWrapper | null;

type Text = SQL<string> | SQL<string | null> | AnyColumn;

interface Due {
  readonly id: Text;
  readonly title: Text;
  readonly parentId?: Text;
  readonly place?: Text;
  readonly count?: SQL<number>;
  readonly total?: SQL<number>;
  readonly by?: Text;
  /** A day. */
  readonly day?: SQL | AnyColumn;
  /** An instant. */
  readonly at?: SQL | AnyColumn;
  /** Where a button does it: whether they may press it; true without. */
  readonly may?: SQL | undefined;
}

/** [AF1] The columns of every source, in one order: what waits is one question to the database, however many kinds there are. */
export const due = (
  kind: ObligationKind,
  { id, title, parentId, place, count, total, by, day, at, may }: Due,
) => ({
  kind: sql<ObligationKind>`${kind}::text`.as('kind'),
  id: sql<string>`${id}`.as('id'),
  parentId: sql<string | null>`${parentId ?? sql`null::text`}`.as('parent_id'),
  title: sql<string>`${title}`.as('title'),
  place: sql<string>`${place ?? sql`''::text`}`.as('place'),
  count: sql<number>`(${count ?? sql`1`})::int`.as('count'),
  total: sql<number>`(${total ?? sql`0`})::int`.as('total'),
  by: sql<string | null>`${by ?? sql`null::text`}`.as('by_name'),
  day: sql<string | null>`(${day ?? sql`null`})::date`.as('due_day'),
  at: sql<Date | null>`(${at ?? sql`null`})::timestamptz`.as('due_at'),
  may: sql<boolean>`(${may ?? sql`true`})`.as('may'),
});

/** Of one kind, more is no list any more: the page of its own noun has them all. */
export const DUE_MAX = 20;
