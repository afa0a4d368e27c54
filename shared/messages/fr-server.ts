import { accountMail } from './fr/account-mail.ts';
import { api } from './fr/api.ts';
import { callMail } from './fr/call-mail.ts';
import { cityImport } from './fr/city-import.ts';
import { joinMail } from './fr/join-mail.ts';
import { mail } from './fr/mail.ts';
import { meetingMail } from './fr/meeting-mail.ts';
import { notificationMail } from './fr/notification-mail.ts';
import { server } from './fr/server.ts';

/** Words that never reach a browser's script: the terminal, the REST door. */
export const frServer = {
  accountMail,
  api,
  callMail,
  cityImport,
  joinMail,
  mail,
  meetingMail,
  notificationMail,
  server,
} as const;
