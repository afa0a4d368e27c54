import { z } from 'zod';
import { readableBatch } from '#db/people/invitation/batch-rights.ts';
import {
  createBatch,
  findBatch,
  findKnownPeople,
  listAbsent,
} from '#db/people/invitation/invitation-batches.ts';
import { renewInvitation } from '#db/people/invitation/invitations.ts';
import { Id } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import {
  decidePeople,
  type ListedPerson,
  type PeopleDecision,
} from '#shared/people/invitation/people-list.ts';
import { PEOPLE_TEXT_MAX } from '#shared/people/invitation/people-table.ts';
import { plainCell } from '#shared/people/invitation/readable-name.ts';
import { parseEmail } from '#shared/people/person/email.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { type ByPerson, onPlatform } from '../rights.ts';
import { inviteStranger, joinGroup, mailLink, newToken } from './inviting.ts';
import { readPeopleBytes, readPeopleText } from './people-file.ts';

const List = z.object({ text: z.string().max(2 * PEOPLE_TEXT_MAX) });
/** The bytes of a file in base64, longer by a third; empty where lines were pasted. */
const Sent = List.extend({ content: z.string().max(2 * PEOPLE_TEXT_MAX) });
const UNREAD = {
  'peopleList.notText': 'list',
  'peopleList.spreadsheet': 'list',
  'peopleList.empty': 'list',
  'peopleList.tooLong': 'list',
  'peopleList.tooLarge': 'list',
  'peopleList.quotes': 'list',
  'peopleList.noAddress': 'list',
} as const;

/** [IB1] to [IB6] People who are invited together, from a list. */
export const invitationListOperations = {
  /** What inviting these people would do: nothing is written. Gives the text too, for what is confirmed is what was shown. */
  'invitation.readList': operation({
    input: Sent,
    right: onPlatform('people.invite'),
    refusals: UNREAD,
    async run(act, { text, content }) {
      const read = content === '' ? ok(text) : readPeopleBytes(content);
      if (!read.ok) return read;
      const decided = await decide(act, read.value);
      return decided.ok ? ok({ ...decided.value, text: read.value }) : decided;
    },
  }),

  /** Invites everybody whose line has no fault, each by one mail; gives the report, null where everybody had an account. */
  'invitation.fromList': operation({
    input: List,
    right: onPlatform('people.invite'),
    refusals: { ...UNREAD, 'peopleList.nobody': 'list' },
    async run(act, { text }) {
      const decided = await decide(act, text);
      if (!decided.ok) return decided;
      const { people } = decided.value;
      if (people.length === 0) return fail('peopleList.nobody');
      const strangers = people.filter(({ does }) => does === 'invite');
      const batchId = strangers.length > 0 ? act.newId() : null;
      if (batchId)
        await createBatch(act.tx, { id: batchId, by: act.by, people: strangers.length, now: act.now });
      for (const person of people) await take(act, person, batchId);
      return ok({ batchId, invited: strangers.length, joined: people.length - strangers.length });
    },
  }),

  /** [IB6] Sends again, with a new link, to those of a list who have not come. */
  'invitation.resendList': operation({
    input: z.object({ batchId: Id }),
    right: onPlatform('people.invite'),
    refusals: { 'peopleList.notFound': '', 'peopleList.nobodyLeft': '' },
    async run(act, { batchId }) {
      const { tx, now, by } = act;
      const id = await readableBatch(tx, { batchId, userId: by });
      if (!id || !(await findBatch(tx, id))) return fail('peopleList.notFound');
      const absent = await listAbsent(tx, id);
      if (absent.length === 0) return fail('peopleList.nobodyLeft');
      for (const invitationId of absent) {
        const token = newToken();
        const renewed = await renewInvitation(tx, { id: invitationId, token, now });
        if (renewed.ok) await mailLink(act, renewed.value, token, { userId: by });
      }
      return ok({ sent: absent.length });
    },
  }),
};

async function decide({ tx, by, now }: Act & ByPerson, text: string) {
  const lines = readPeopleText(text);
  if (!lines.ok) return lines;
  const emails = lines.value.flatMap(({ email }) => {
    const parsed = parseEmail(plainCell(email));
    return parsed.ok ? [parsed.value] : [];
  });
  return ok<PeopleDecision>(
    decidePeople(lines.value, await findKnownPeople(tx, { emails, userId: by, now })),
  );
}

/** One mail a person: of several groups the first invitation carries it, and an account that it makes honours them all ([P12]). */
async function take(act: Act & ByPerson, person: ListedPerson, batchId: string | null): Promise<void> {
  const { email, name, groups, role, userId } = person;
  const [sender, until] = [{ userId: act.by }, null];
  if (userId) {
    for (const { id, name: group } of groups)
      await joinGroup(act, { id: userId, name, email }, { groupId: id, role, until, group }, sender);
    return;
  }
  const guest = { email, name, organisationId: person.organisation?.id ?? null };
  const [first, ...others] = groups.map(({ id }) => ({ groupId: id, role, until }));
  await inviteStranger(act, { ...guest, place: first ?? null, batchId }, sender);
  for (const place of others) await inviteStranger(act, { ...guest, place, batchId: null }, null);
}
