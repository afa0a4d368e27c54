import { mail } from './kernel/mail/mail.fr.ts';
import { server } from './kernel/start/server.fr.ts';
import { datePollMail } from './meetings/date-poll/date-poll-mail.fr.ts';
import { meetingMail } from './meetings/meeting/meeting-mail.fr.ts';
import { notificationMail } from './news/notification/notification-mail.fr.ts';
import { api } from './operations/api/api.fr.ts';
import { joinMail } from './people/member/join-mail.fr.ts';
import { signatoryMail } from './people/organisation/signatory-mail.fr.ts';
import { accountMail } from './people/person/account-mail.fr.ts';
import { callMail } from './programme/call/call-mail.fr.ts';
import { cityImport } from './programme/territory/city-import.fr.ts';

/** Words that never reach a browser's script: the terminal, the REST door. */
export const frServer = {
  accountMail,
  api,
  callMail,
  cityImport,
  datePollMail,
  joinMail,
  mail,
  meetingMail,
  notificationMail,
  server,
  signatoryMail,
} as const;
