import { index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { FeasibilityAnswers } from '#shared/publication/adoption/feasibility.ts';
import type { InterestState } from '#shared/publication/adoption/interest.ts';
import type { SheetNeed } from '#shared/publication/sheet/sheet-facts.ts';
import { boards } from '../../boards/schema.ts';
import { instant, orderedText } from '../../kernel/columns.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { useCaseSheets } from '../sheet/schema.ts';

const byWhom = (name: string) => text(name).references(() => users.id, { onDelete: 'set null' });

/** What one city makes of one sheet: its check, its interest, its board. */
export const adoptions = pgTable(
  'adoption',
  {
    id: text('id').primaryKey(),
    sheetId: text('sheet_id')
      .notNull()
      .references(() => useCaseSheets.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    answers: jsonb('answers').$type<FeasibilityAnswers>().notNull(),
    /** Perimeter, constraints: what the answers do not say. */
    note: text('note').notNull(),
    /** Said by hand where the register of territories does not know the organisation. */
    departmentCode: orderedText('department_code'),
    /** [RP7] What the sheet asked for when it was answered, and which publication that was. */
    needs: jsonb('needs').$type<SheetNeed[]>().notNull(),
    sheetPublishedAt: instant('sheet_published_at').notNull(),
    /** From 1; whoever writes says which one they saw. */
    revision: integer('revision').notNull(),
    /** [RP6] What its last step says; null while no interest was declared. */
    interest: text('interest').$type<InterestState>(),
    /** [RP8] The board of the plan. */
    boardId: text('board_id').references(() => boards.id, { onDelete: 'set null' }),
    createdBy: byWhom('created_by'),
    createdAt: instant('created_at').notNull(),
    updatedBy: byWhom('updated_by'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    unique('adoption_of_sheet').on(table.sheetId, table.organisationId),
    index('adoption_organisation').on(table.organisationId),
  ],
);

/** [RP6] Every change of an interest, dated and never changed. */
export const adoptionSteps = pgTable(
  'adoption_step',
  {
    adoptionId: text('adoption_id')
      .notNull()
      .references(() => adoptions.id, { onDelete: 'cascade' }),
    /** From 1; two people cannot take the same step. */
    rank: integer('rank').notNull(),
    from: text('from_state').$type<InterestState>(),
    to: text('to_state').$type<InterestState>().notNull(),
    reason: text('reason').notNull(),
    by: byWhom('changed_by'),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.adoptionId, table.rank] })],
);
