import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Database, Db } from '#db/kernel/client.ts';
import type { BoardExchange } from './boards/board-exchange.ts';
import type { Boards } from './boards/boards.ts';
import type { Suggestions } from './documents/comment/suggestions.ts';
import type { Contents } from './documents/content/contents.ts';
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
import type { Signature } from './kernel/signature.ts';
import type { Checks } from './library/dataset/checks.ts';
import type { DataGouv } from './library/dataset/data-gouv.ts';
import type { DataNeeds } from './library/need/data-needs.ts';
import type { Resources } from './library/resource/resources.ts';
import type { Outcomes } from './meetings/decision/outcomes.ts';
import type { MeetingMinutes } from './meetings/held/minutes.ts';
import type { AnswerLink } from './meetings/meeting/answer-links.ts';
import type { PreviewReminders } from './meetings/meeting/meeting-reminders.ts';
import type { UnsubscribeLinks } from './news/notification/unsubscribe-links.ts';
import type { OpenApiPage } from './operations/api/openapi-page.ts';
import type { OpenArchives } from './operations/archive/open-archives.ts';
import type { OwnDataExports } from './operations/personal-data/own-data.ts';
import type { PlatformState } from './operations/state/platform-state.ts';
import type { Webhooks } from './operations/webhook/webhooks.ts';
import type { Auth } from './people/auth/auth.ts';
import type { DeviceSeal } from './people/auth/device-seal.ts';
import type { readNewPassword } from './people/auth/new-password.ts';
import type { WaysIn } from './people/auth/ways-in.ts';
import type { ApplicationFiles } from './programme/application/application-files.ts';
import type { Applications } from './programme/application/applications.ts';
import type { Missions } from './programme/mission/missions.ts';
import type { Territories } from './programme/territory/territories.ts';
import type { PublicStates } from './publication/public-document/public-states.ts';
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
  /** Marks what comes back to us by way of somebody else. */
  readonly signature: Signature;
  readonly applications: Applications;
  readonly applicationFiles: ApplicationFiles;
  readonly documents: Documents;
  readonly suggestions: Suggestions;
  readonly exactTexts: ExactTexts;
  readonly excerpts: Excerpts;
  readonly publicStates: PublicStates;
  readonly reviews: Reviews;
  readonly synthesisAssembly: SynthesisAssembly;
  readonly meetingMinutes: MeetingMinutes;
  readonly missions: Missions;
  readonly boardExchange: BoardExchange;
  readonly boards: Boards;
  readonly outcomes: Outcomes;
  readonly files: Files;
  readonly conversions: Conversions;
  readonly contents: Contents;
  readonly outside: Outside;
  readonly resources: Resources;
  readonly checks: Checks;
  readonly dataNeeds: DataNeeds;
  readonly dataGouv: DataGouv;
  readonly territories: Territories;
  readonly mailer: Mailer;
  /** Where mails go without SMTP settings; null when they leave. */
  readonly mailFolder: MailFolder | null;
  /** What `/api/v1/openapi.json` says, for the page that shows it to people. */
  readonly apiPage: () => OpenApiPage;
  readonly ownDataExports: OwnDataExports;
  readonly openArchives: OpenArchives;
  readonly unsubscribeLinks: UnsubscribeLinks;
  /** What answers programs of calendars. */
  readonly calendarDoor: RequestHandler;
  /** [M10] Reads the link of a mail that asks to a meeting. */
  readonly readAnswerLink: (token: string) => AnswerLink | null;
  /** [RM5] The reminders of a meeting that will leave, with their mails. */
  readonly previewReminders: PreviewReminders;
  readonly platformState: PlatformState;
  /** Where requests are counted, by all instances together; in this process when absent. */
  readonly counters?: Counters | undefined;
  readonly webhooks: Webhooks;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}
