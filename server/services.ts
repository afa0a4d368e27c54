import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Database, Db } from '#db/kernel/client.ts';
import type { BoardExchange } from './boards/board-exchange.ts';
import type { Boards } from './boards/boards.ts';
import type { AccessRequests } from './documents/access/access-requests.ts';
import type { Conversions } from './documents/conversion/conversions.ts';
import type { Documents } from './documents/documents.ts';
import type { Excerpts } from './documents/excerpt/excerpts.ts';
import type { ExactTexts } from './documents/history/exact-texts.ts';
import type { Counters } from './kernel/counters.ts';
import type { Env } from './kernel/env.ts';
import type { Files } from './kernel/file/files.ts';
import type { RequestShares } from './kernel/http/held-bodies.ts';
import type { Peers } from './kernel/http/peer.ts';
import type { MailFolder } from './kernel/mail/mail-folder.ts';
import type { Mailer } from './kernel/mail/mailer.ts';
import type { Operations } from './kernel/operations.ts';
import type { Outside } from './kernel/outside/outside.ts';
import type { Checks } from './library/dataset/checks.ts';
import type { DataGouv } from './library/dataset/data-gouv.ts';
import type { DataNeeds } from './library/need/data-needs.ts';
import type { Resources } from './library/resource/resources.ts';
import type { Outcomes } from './meetings/decision/outcomes.ts';
import type { MeetingMinutes } from './meetings/held/minutes.ts';
import type { AnswerLink } from './meetings/meeting/answer-links.ts';
import type { UnsubscribeLinks } from './news/notification/unsubscribe-links.ts';
import type { OpenApiPage } from './operations/api/openapi-page.ts';
import type { OpenArchives } from './operations/archive/open-archives.ts';
import type { OwnDataExports } from './operations/personal-data/own-data.ts';
import type { PlatformState } from './operations/state/platform-state.ts';
import type { AccessTokens } from './operations/token/access-tokens.ts';
import type { Webhooks } from './operations/webhook/webhooks.ts';
import type { Auth } from './people/auth/auth.ts';
import type { DeviceSeal } from './people/auth/device-seal.ts';
import type { readNewPassword } from './people/auth/new-password.ts';
import type { WaysIn } from './people/auth/ways-in.ts';
import type { Reminders } from './people/reminder/reminders.ts';
import type { ApplicationFiles } from './programme/application/application-files.ts';
import type { Applications } from './programme/application/applications.ts';
import type { Committees } from './programme/assessment/committees.ts';
import type { Calls } from './programme/call/calls.ts';
import type { Missions } from './programme/mission/missions.ts';
import type { Territories } from './programme/territory/territories.ts';
import type { CityReminders } from './publication/synthesis/city-reminders.ts';
import type { SynthesisAssembly } from './publication/synthesis/synthesis-assembly.ts';
import type { Rooms } from './realtime/rooms.ts';
import type { Registered } from './registry.ts';
import type { Reviews } from './reviews/reviews.ts';

/** Every live thing of the process, made once by `index.ts` and handed on: to routes by `context`, to tests as an argument. */
export interface Services extends RequestShares {
  readonly env: Env;
  /** The address people type, for links in mails: ORIGIN, or this machine's own name. */
  readonly origin: string;
  readonly database: Database;
  readonly db: Db;
  readonly auth: Auth;
  readonly peers: Peers;
  readonly waysIn: WaysIn;
  readonly deviceSeal: DeviceSeal;
  /** [P4] Reads a password that somebody chooses. */
  readonly readNewPassword: typeof readNewPassword;
  readonly rooms: Rooms;
  /** Every way to change something: `registry.ts`. */
  readonly operations: Operations<Registered>;
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
  readonly accessTokens: AccessTokens;
  /** What `/api/v1/openapi.json` says, for the page that shows it to people. */
  readonly apiPage: () => OpenApiPage;
  readonly ownDataExports: OwnDataExports;
  readonly openArchives: OpenArchives;
  readonly unsubscribeLinks: UnsubscribeLinks;
  /** What answers programs of calendars. */
  readonly calendarDoor: RequestHandler;
  /** [M10] Reads the link of a mail that asks to a meeting. */
  readonly readAnswerLink: (token: string) => AnswerLink | null;
  readonly calls: Calls;
  readonly platformState: PlatformState;
  /** Where requests are counted, by all instances together; in this process when absent. */
  readonly counters?: Counters | undefined;
  readonly webhooks: Webhooks;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}
