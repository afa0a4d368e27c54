import { sql } from 'drizzle-orm';
import { check, date, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ToldTo } from '#shared/programme/told-to.ts';
import type { NewsletterItem, NewsletterMailState } from '#shared/publication/newsletter/newsletter.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';

/** [NL1] What the programme is told by mail, once. */
export const newsletters = pgTable(
  'newsletter',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    introduction: text('introduction').notNull(),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    toDay: date('to_day', { mode: 'string' }).notNull(),
    toldTo: text('told_to').$type<ToldTo>().notNull(),
    /** As they were sent. */
    items: jsonb('items').$type<readonly NewsletterItem[]>().notNull().default([]),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Null while it is a draft. */
    sentAt: instant('sent_at'),
  },
  (table) => [
    index('newsletter_sent').on(table.sentAt),
    check('newsletter_told_to', sql`${table.toldTo} in ('programme', 'public')`),
    check('newsletter_period', sql`${table.toDay} >= ${table.fromDay}`),
  ],
);

/** [NL6] One row a person to whom it is sent: what became of their mail. */
export const newsletterMails = pgTable(
  'newsletter_mail',
  {
    newsletterId: text('newsletter_id')
      .notNull()
      .references(() => newsletters.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    state: text('state').$type<NewsletterMailState>().notNull(),
    /** In the queue of mails since then. */
    queuedAt: instant('queued_at'),
    /** What the mail server said when it refused. */
    refusal: text('refusal'),
  },
  (table) => [
    primaryKey({ columns: [table.newsletterId, table.userId] }),
    index('newsletter_mail_user').on(table.userId),
    check('newsletter_mail_state', sql`${table.state} in ('waiting', 'left', 'kept', 'refused')`),
  ],
);
