import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { Joining } from '#shared/people/member/joining.ts';
import { instant } from '../../kernel/columns.ts';
import { organisations } from '../organisation/schema.ts';
import { users } from '../person/schema.ts';

/** An edition of the programme. */
export const seasons = pgTable('season', {
  id: text('id').primaryKey(),
  number: integer('number').notNull().unique(),
  name: text('name').notNull(),
  startsOn: date('starts_on', { mode: 'string' }).notNull(),
  endsOn: date('ends_on', { mode: 'string' }).notNull(),
});

/** A theme of a season; its key brings colour and icon. */
export const themes = pgTable('theme', {
  id: text('id').primaryKey(),
  seasonId: text('season_id')
    .notNull()
    .references(() => seasons.id),
  key: text('key').$type<ThemeKey>().notNull(),
  name: text('name').notNull(),
});

/** A working group (groupe de travail), of a theme; or [MV1] the space of an organisation, which has none. */
export const groups = pgTable(
  'working_group',
  {
    id: text('id').primaryKey(),
    themeId: text('theme_id').references(() => themes.id),
    /** [MV1] Whose space this is: made by a trigger with the first person of the organisation. */
    organisationId: text('organisation_id')
      .unique()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    purpose: text('purpose').notNull(),
    /** [MB1] Who may ask to join. */
    joining: text('joining').$type<Joining>().notNull().default('nobody'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    check('working_group_one', sql`(${table.themeId} is null) <> (${table.organisationId} is null)`),
  ],
);

/** A person's own membership. */
export const groupMembers = pgTable(
  'group_member',
  {
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role').$type<GroupRole>().notNull(),
    until: instant('until'),
    addedBy: text('added_by').references(() => users.id, { onDelete: 'set null' }),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.userId] }),
    index('group_member_user').on(table.userId),
  ],
);

/** An organisation's membership, which its people inherit. */
export const groupOrganisations = pgTable(
  'group_organisation',
  {
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    role: text('role').$type<GroupRole>().notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.groupId, table.organisationId] })],
);
