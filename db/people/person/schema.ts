import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { PlatformRole } from '#shared/kernel/access/access.ts';
import { instant, nameKey } from '../../kernel/columns.ts';
import { organisations } from '../organisation/schema.ts';

/** A person with an account. The tables of this file are better-auth's; the last columns of `user` are ours. */
export const users = pgTable(
  'user',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** A second factor was confirmed: nobody signs in as them without it. */
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    platformRole: text('platform_role').$type<PlatformRole>().notNull().default('member'),
    jobTitle: text('job_title').notNull().default(''),
    organisationId: text('organisation_id').references(() => organisations.id),
    /** [O4] The organisation that they administer: their own, or none. */
    administersId: text('administers_id').references(() => organisations.id),
    suspendedAt: instant('suspended_at'),
    /** [PD5] From then on the row is a former member: no name, no address. */
    erasedAt: instant('erased_at'),
  },
  (table) => [
    index('user_organisation').on(table.organisationId),
    // Whoever moves to another organisation administers the former one no more, whatever statement moves them.
    check(
      'user_administers_own',
      sql`${table.administersId} is null or ${table.administersId} is not distinct from ${table.organisationId}`,
    ),
    // Pages of people are read in this order.
    index('user_name').on(nameKey(table.name), table.id),
  ],
);

/** [SC17] Places where people are signed in. Only the SHA-256 of the token is kept: never null, a trigger fills it where an older instance writes. */
export const sessions = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash'),
    /** [S10] What instances of the version before find their sessions by; this one neither reads nor writes it, and empties it (`forgetReadableTokens`). */
    token: text('token'),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('session_token').on(table.token),
    uniqueIndex('session_token_hash').on(table.tokenHash),
    index('session_user').on(table.userId),
  ],
);

export const accounts = pgTable(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    /** Ours: whom the provider last said that this person works for. */
    siret: text('siret'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('account_user').on(table.userId),
    // An identity opens one account.
    uniqueIndex('account_identity').on(table.providerId, table.accountId),
  ],
);

/** What links and codes of some minutes stand for, each under the SHA-256 of what its mail or its browser shows. */
export const verifications = pgTable(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
);

/** The second factor of a person, its secrets encrypted with the secret of the installation. `verified`: not while it is being set up. */
export const twoFactors = pgTable(
  'two_factor',
  {
    id: text('id').primaryKey(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    verified: boolean('verified').notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: instant('locked_until'),
  },
  (table) => [uniqueIndex('two_factor_user').on(table.userId)],
);
