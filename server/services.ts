import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Database, Db } from '#db/client.ts';
import type { Auth } from './auth/auth.ts';
import type { BoardExchange } from './boards/board-exchange.ts';
import type { Boards } from './boards/boards.ts';
import type { Conversions } from './conversion/conversions.ts';
import type { AccessRequests } from './documents/access-requests.ts';
import type { Documents } from './documents/documents.ts';
import type { Env } from './env.ts';
import type { Files } from './files/files.ts';
import type { MailFolder } from './mail/mail-folder.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Invitations } from './people/invitations.ts';
import type { Rooms } from './realtime/rooms.ts';
import type { Territories } from './territories/territories.ts';

/** Every live thing of the process, made once by `index.ts` and handed on: to routes by `context`, to tests as an argument. */
export interface Services {
  readonly env: Env;
  /** The address people type, for links in mails: ORIGIN, or this machine's own name. */
  readonly origin: string;
  readonly database: Database;
  readonly db: Db;
  readonly auth: Auth;
  readonly rooms: Rooms;
  readonly documents: Documents;
  readonly accessRequests: AccessRequests;
  readonly boardExchange: BoardExchange;
  readonly boards: Boards;
  readonly files: Files;
  readonly conversions: Conversions;
  readonly territories: Territories;
  readonly mailer: Mailer;
  /** Where mails go without SMTP settings; null when they leave. */
  readonly mailFolder: MailFolder | null;
  readonly invitations: Invitations;
  /** What answers programs of calendars. */
  readonly calendarDoor: RequestHandler;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}
