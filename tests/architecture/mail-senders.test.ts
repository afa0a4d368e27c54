import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { parsed, sourceFiles } from '#tests/support/architecture/source-files.ts';

/** [MA1] What sends mails for nobody’s day, and what bounds it: the clock, or the account itself to which alone they go. */
const BY_THE_SERVER: Readonly<Record<string, string>> = {
  'server/meetings/meeting/meeting-reminders.ts': 'by the clock, once a kind, beginning and person, [RM4]',
  'server/news/notification/mail-out.ts':
    'one mail in a quarter of an hour for all that is due to somebody, [NO11]; one a week, [NO8]',
  'server/operations/token/access-token-operations.ts': 'to whoever made the token, [TK4]',
  'server/operations/webhook/webhook-queue.ts': 'to whoever answers for the webhook, once a pause, [WH5]',
  'server/people/auth/sign-in-links.ts': 'to the account that asked, three an hour, [ID6]',
  'server/people/entry/entry-codes.ts':
    'to the address that is typed, five an hour, from one peer sixty, [EN2]',
  'server/people/entry/entry-request-operations.ts':
    'once an address that a code has proven, [EN7]; twenty that wait for one organisation',
  'server/people/organisation/signatory-operations.ts':
    'the answer of a declared address, once a demand, [O8]',
  'server/people/person/account-notices.ts': 'to the account that changed, which must hear of it, [ID10]',
  'server/programme/assessment/announcement-queue.ts': 'at the end of an embargo, once a decision, [AS11]',
  'server/programme/call/closing-reminders.ts': 'by the clock, once a closing, [CA14]',
  'server/programme/event/event-reminders.ts': 'by the clock, once a registration and beginning, [EV6]',
  'server/programme/event/tell-placed.ts': 'to whoever waited for a place and has one, once, [EV5]',
  'server/programme/experiment/log-reminders.ts': 'by the clock, once a day, [EX13]',
  'server/publication/newsletter/newsletter-queue.ts': 'once a newsletter and person, who ends them, [NL4]',
  'server/reviews/review-queue.ts':
    'by the clock, once a person and round, [RV11]; at the end of a round, [RV6]',
  'server/serve.ts': 'a new password, to the account, [P9]',
};

/** [MA1] What sends mails because somebody does something, and the test that sees them count for that person. */
const BY_PEOPLE: Readonly<Record<string, string>> = {
  'server/documents/access/access-request-operations.ts':
    'tests/server/documents/access/access-requests.test.ts',
  'server/documents/access/access-request-queue.ts': 'tests/server/documents/access/access-requests.test.ts',
  'server/library/resource/read-files.ts': 'tests/server/library/resource/reading.test.ts',
  'server/meetings/date-poll/date-poll-mails.ts':
    'tests/server/meetings/date-poll/date-poll-operations.test.ts',
  'server/meetings/meeting/meeting-mails.ts': 'tests/server/meetings/meeting/meeting-operations.test.ts',
  'server/news/cockpit/reminder-operations.ts': 'tests/server/people/letter/acts.test.ts',
  'server/people/entry/entry-request-operations.ts': 'tests/server/people/entry/entry-requests.test.ts',
  'server/people/invitation/inviting.ts': 'tests/server/people/invitation/invitations.test.ts',
  'server/people/member/join-operations.ts': 'tests/server/people/member/join-requests.test.ts',
  'server/people/organisation/organisation-operations.ts':
    'tests/server/people/organisation/signatories.test.ts',
  'server/people/organisation/signatory-operations.ts':
    'tests/server/people/organisation/signatories.test.ts',
  'server/programme/application/application-operations.ts':
    'tests/server/programme/application/applications.test.ts',
  'server/programme/application/entry-operations.ts': 'tests/server/programme/application/entry.test.ts',
  'server/programme/assessment/assessment-operations.ts': 'tests/server/people/letter/acts.test.ts',
  'server/programme/assessment/committee-operations.ts': 'tests/server/people/letter/acts.test.ts',
  'server/programme/call/call-operations.ts': 'tests/server/programme/call/calls.test.ts',
  'server/programme/mission/delivery-operations.ts':
    'tests/server/programme/mission/mission-deliverables.test.ts',
  'server/publication/adoption/letter-operations.ts':
    'tests/server/publication/adoption/sheet-letters.test.ts',
  'server/publication/support/support-operations.ts':
    'tests/server/publication/support/support-operations.long.test.ts',
  'server/publication/synthesis/chapter-operations.ts': 'tests/server/people/letter/acts.test.ts',
  'server/reviews/open-review.ts': 'tests/server/people/letter/acts.test.ts',
  'server/reviews/review-operations.ts': 'tests/server/people/letter/acts.test.ts',
};

/** What an operation sends without saying who sends it is sent by whoever asked for the operation. */
const ASKER = '{ userId: asker }';

/**
 * The senders that a file names where it sends mails: its calls of a `Mailer`, each with its last argument, and the calls of `mail` in
 * operations.
 */
function sendersIn(path: string, text = readFileSync(path, 'utf8')): string[] {
  const senders: string[] = [];
  const source = parsed(path, text);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /\bmailer(?:\(\))?\.send$/.test(node.expression.getText(source)))
      senders.push(node.arguments.at(3)?.getText(source) ?? '');
    if (ts.isCallExpression(node) && /^(?:act\.)?mail$/.test(node.expression.getText(source)))
      senders.push(node.arguments.at(2)?.getText(source) ?? ASKER);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return senders;
}

const files = sourceFiles(['server', 'app', 'db'])
  .map((path) => ({ path, senders: sendersIn(path) }))
  // The kernel hands on what operations say.
  .filter(({ path, senders }) => senders.length > 0 && path !== 'server/kernel/operations.ts');
const isServer = (sender: string) => sender.includes("'server'");

test('[MA1] whatever sends mails for nobody’s day is listed, with what bounds it', () => {
  const found = files.filter(({ senders }) => senders.some(isServer)).map(({ path }) => path);
  expect(found).toEqual(Object.keys(BY_THE_SERVER));
});

test('[MA1] whatever sends mails because somebody does something is listed, with the test that sees them count', () => {
  const found = files.filter(({ senders }) =>
    senders.some((one) => !isServer(one) || one.includes('userId')),
  );
  expect(found.map(({ path }) => path)).toEqual(Object.keys(BY_PEOPLE));
  for (const [path, tested] of Object.entries(BY_PEOPLE)) {
    expect(readFileSync(tested, 'utf8'), `${path} in ${tested}`).toMatch(
      /^\s*(?:test|describe)\b[^\n]*\[MA1\]/m,
    );
  }
});

test('a mail without a sender, or with one of another kind, is found', () => {
  expect(
    sendersIn('a.ts', `mailer().send(tx, to, letter); x.mailer.send(tx, to, letter, { userId });`),
  ).toEqual(['', '{ userId }']);
  expect(files.flatMap(({ senders }) => senders.filter((one) => one === ''))).toEqual([]);
});
