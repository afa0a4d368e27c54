import { asc, desc, eq, or, sql } from 'drizzle-orm';
import { groupRoleOf, type PlatformRole } from '#shared/kernel/access/access.ts';
import { MENU_GROUPS } from '#shared/kernel/menu/menu.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../person/schema.ts';
import { isInGroup } from './groups.ts';
import { groups, seasons, themes } from './schema.ts';

/** A group as the menu names it. */
export interface MenuGroup {
  readonly id: string;
  readonly name: string;
  readonly theme: ThemeKey;
}

/**
 * [H32] The groups that stand in the menu of this person, by name: those they belong to before those that their role opens to them, the
 * latest season first; and how many they may see in all. One statement, whatever their number.
 */
export async function listMenuGroups(
  db: Db,
  { userId, platformRole, now }: { userId: string; platformRole: PlatformRole; now: Date },
): Promise<{ readonly groups: readonly MenuGroup[]; readonly total: number }> {
  const belongs = isInGroup(db, { groupId: sql`${groups.id}`, now });
  const seesAll = groupRoleOf(platformRole, [], now) !== null;
  const rows = await db
    .select({
      id: groups.id,
      name: groups.name,
      theme: themes.key,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(groups)
    .innerJoin(themes, eq(themes.id, groups.themeId))
    .innerJoin(seasons, eq(seasons.id, themes.seasonId))
    .innerJoin(users, eq(users.id, userId))
    .where(or(belongs, seesAll ? sql`true` : undefined))
    .orderBy(desc(sql`(${belongs})`), desc(seasons.number), asc(groups.name), asc(groups.id))
    .limit(MENU_GROUPS);
  return {
    groups: rows
      .map(({ id, name, theme }) => ({ id, name, theme }))
      .sort((one, other) => inFrench(one.name, other.name)),
    total: rows[0]?.total ?? 0,
  };
}
