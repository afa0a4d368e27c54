import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { FrozenDossier } from '#shared/publication/dossier/thematic-dossier.ts';
import { documents } from '../../documents/schema.ts';
import { instant } from '../../kernel/columns.ts';
import { themes } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';

const byWhom = (name: string) => text(name).references(() => users.id, { onDelete: 'set null' });

/** A thematic dossier: what is published on one subject, in an order, with an introduction. */
export const thematicDossiers = pgTable('thematic_dossier', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  themeId: text('theme_id')
    .notNull()
    .references(() => themes.id),
  introduction: text('introduction').notNull(),
  /** From 1; whoever writes says which one they saw. */
  revision: integer('revision').notNull(),
  /** Last part of its public address, from its first publication on and for good. */
  address: text('address').unique(),
  /** [TD4] What the public reads; null until it was published. */
  published: jsonb('published').$type<FrozenDossier>(),
  publishedAt: instant('published_at'),
  withdrawnAt: instant('withdrawn_at'),
  createdBy: byWhom('created_by'),
  createdAt: instant('created_at').notNull(),
  updatedBy: byWhom('updated_by'),
  updatedAt: instant('updated_at').notNull(),
});

/** What stands in a dossier: a document that is published, as a sheet, an interview or by itself. Once each. */
export const thematicDossierItems = pgTable(
  'thematic_dossier_item',
  {
    dossierId: text('dossier_id')
      .notNull()
      .references(() => thematicDossiers.id, { onDelete: 'cascade' }),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    line: text('line').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.documentId] })],
);

/** [TD5] Every publication and withdrawal, dated and never changed. */
export const thematicDossierSteps = pgTable(
  'thematic_dossier_step',
  {
    dossierId: text('dossier_id')
      .notNull()
      .references(() => thematicDossiers.id, { onDelete: 'cascade' }),
    /** From 1, within its dossier. */
    rank: integer('rank').notNull(),
    isPublished: boolean('is_published').notNull(),
    /** Kept as it was then. */
    title: text('title').notNull(),
    by: text('changed_by').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.rank] })],
);
