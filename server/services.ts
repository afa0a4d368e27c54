import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Database, Db } from '#db/kernel/client.ts';
import type { AccessTokens } from './access-tokens/access-tokens.ts';
import type { OpenApiPage } from './api/openapi-page.ts';
import type { ApplicationFiles } from './applications/application-files.ts';
import type { Applications } from './applications/applications.ts';
import type { Committees } from './assessment/committees.ts';
import type { Auth } from './auth/auth.ts';
import type { Counters } from './auth/counters.ts';
import type { readNewPassword } from './auth/new-password.ts';
import type { WaysIn } from './auth/ways-in.ts';
import type { BoardExchange } from './boards/board-exchange.ts';
import type { Boards } from './boards/boards.ts';
import type { Calls } from './calls/calls.ts';
import type { Conversions } from './conversion/conversions.ts';
import type { DataNeeds } from './data-needs/data-needs.ts';
import type { Checks } from './datasets/checks.ts';
import type { DataGouv } from './datasets/data-gouv.ts';
import type { Outcomes } from './decisions/outcomes.ts';
import type { AccessRequests } from './documents/access-requests.ts';
import type { Documents } from './documents/documents.ts';
import type { ExactTexts } from './documents/exact-texts.ts';
import type { Excerpts } from './documents/excerpts.ts';
import type { Env } from './env.ts';
import type { Files } from './files/files.ts';
import type { JoinRequests } from './groups/join-requests.ts';
import type { Reminders } from './groups/reminders.ts';
import type { MailFolder } from './mail/mail-folder.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Meetings } from './meetings/meetings.ts';
import type { MeetingMinutes } from './meetings/minutes.ts';
import type { Missions } from './missions/missions.ts';
import type { UnsubscribeLinks } from './notifications/unsubscribe-links.ts';
import type { OpenArchives } from './open-archive/open-archives.ts';
import type { Outside } from './outside/outside.ts';
import type { Invitations } from './people/invitations.ts';
import type { OwnDataExports } from './personal-data/own-data.ts';
import type { PlatformState } from './platform-state/platform-state.ts';
import type { Rooms } from './realtime/rooms.ts';
import type { Resources } from './resources/resources.ts';
import type { Reviews } from './reviews/reviews.ts';
import type { CityReminders } from './synthesis/city-reminders.ts';
import type { SynthesisAssembly } from './synthesis/synthesis-assembly.ts';
import type { Territories } from './territories/territories.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

/** Every live thing of the process, made once by `index.ts` and handed on: to routes by `context`, to tests as an argument. */
export interface Services {
  readonly env: Env;
  /** The address people type, for links in mails: ORIGIN, or this machine's own name. */
  readonly origin: string;
  readonly database: Database;
  readonly db: Db;
  readonly auth: Auth;
  readonly waysIn: WaysIn;
  /** [P4] Reads a password that somebody chooses. */
  readonly readNewPassword: typeof readNewPassword;
  readonly rooms: Rooms;
  readonly applications: Applications;
  readonly applicationFiles: ApplicationFiles;
  readonly documents: Documents;
  readonly exactTexts: ExactTexts;
  readonly excerpts: Excerpts;
  readonly reviews: Reviews;
  readonly synthesisAssembly: SynthesisAssembly;
  readonly cityReminders: CityReminders;
  readonly meetingMinutes: MeetingMinutes;
  readonly missions: Missions;
  readonly accessRequests: AccessRequests;
  readonly joinRequests: JoinRequests;
  readonly reminders: Reminders;
  readonly boardExchange: BoardExchange;
  readonly boards: Boards;
  readonly outcomes: Outcomes;
  readonly files: Files;
  readonly conversions: Conversions;
  readonly committees: Committees;
  readonly outside: Outside;
  readonly resources: Resources;
  readonly checks: Checks;
  readonly dataNeeds: DataNeeds;
  readonly dataGouv: DataGouv;
  readonly territories: Territories;
  readonly mailer: Mailer;
  /** Where mails go without SMTP settings; null when they leave. */
  readonly mailFolder: MailFolder | null;
  readonly invitations: Invitations;
  readonly accessTokens: AccessTokens;
  /** What `/api/v1/openapi.json` says, for the page that shows it to people. */
  readonly apiPage: () => OpenApiPage;
  readonly ownDataExports: OwnDataExports;
  readonly openArchives: OpenArchives;
  readonly unsubscribeLinks: UnsubscribeLinks;
  /** What answers programs of calendars. */
  readonly calendarDoor: RequestHandler;
  readonly meetings: Meetings;
  readonly calls: Calls;
  readonly platformState: PlatformState;
  /** Where requests are counted, by all instances together; in this process when absent. */
  readonly counters?: Counters | undefined;
  readonly webhooks: Webhooks;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}
