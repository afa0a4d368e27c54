import { expect, test } from 'vitest';
import { deleteForGood } from '#db/documents/trash/tombstones.ts';
import { deleteExpired, putIntoTrash, takeFromTrash } from '#db/documents/trash/trash.ts';
import type { Effect, Scope } from '#db/kernel/effects.ts';
import { effectsOf, inTransaction, type Tx } from '#db/kernel/transaction.ts';
import { erasePerson } from '#db/operations/personal-data/erase-person.ts';
import { revokeAccessToken } from '#db/operations/token/access-tokens.ts';
import { suspendPerson } from '#db/people/person/people.ts';
import { users } from '#db/people/person/schema.ts';
import { resetSecondFactor } from '#db/people/person/second-factors.ts';
import { closeSessionsOf, endSession, endSessions } from '#db/people/person/sessions.ts';
import { aDocument, aGroup, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { anAccessToken } from '#tests/support/operations/access-tokens.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

/** Somebody whose access ends, somebody who ends it, and a document. */
async function world(db: Tx) {
  const site = siteOf(db, now);
  const [id, by] = [(await aPerson(site)).id, (await aPerson(site, { platformRole: 'admin' })).id];
  const group = await aGroup(site);
  const document = await aDocument(site, { groupId: group.id, createdBy: by });
  const change = () => ({
    kind: 'document' as const,
    id: document.id,
    groupId: group.id,
    by,
    now,
    activityId: site.newId(),
  });
  return { db, id, by, room: `document:${document.id}`, change };
}
type World = Awaited<ReturnType<typeof world>>;

const ofPerson = ({ id }: World): Scope => ({ userId: id });
const ofRoom = ({ room }: World): Scope => ({ room });

/** Whatever ends what somebody had open, whoever asks for it: a page, a program, a night, a command of the machine. */
const ENDINGS: Record<
  string,
  readonly [of: (world: World) => Scope, end: (world: World) => Promise<unknown>]
> = {
  'an account that is suspended': [ofPerson, ({ db, id, by }) => suspendPerson(db, { id, by, now })],
  'an account that is erased': [ofPerson, ({ db, id }) => erasePerson(db, { userId: id, now })],
  'a second factor that is reset by the machine': [
    ofPerson,
    async ({ db, id }) => {
      await db.update(users).set({ twoFactorEnabled: true });
      await resetSecondFactor(db, { id, by: null, now });
    },
  ],
  'one session that is closed': [ofPerson, ({ db, id }) => endSession(db, { id: 'one', userId: id })],
  'all sessions that are closed': [ofPerson, ({ db, id }) => endSessions(db, { userId: id })],
  'sessions that are closed by others': [ofPerson, ({ db, id, by }) => closeSessionsOf(db, { id, by, now })],
  'an access token that is revoked': [
    ofPerson,
    async ({ db, id, by }) => {
      const token = await anAccessToken(db, { userId: id, now, scopes: ['groups:read'] });
      await revokeAccessToken(db, { id: token.id, by, now });
    },
  ],
  'a document that is thrown away': [ofRoom, ({ db, change }) => putIntoTrash(db, change())],
  'a document that comes back': [
    ofRoom,
    async ({ db, change }) => {
      await putIntoTrash(db, change());
      await takeFromTrash(db, change());
    },
  ],
  'a document whose time in the trash is over': [
    ofRoom,
    async ({ db, change }) => {
      await putIntoTrash(db, change());
      const before = new Date(now.getTime() + 1);
      await deleteExpired(db, { kind: 'document', id: change().id, before, now });
    },
  ],
  'a document that is deleted for good': [ofRoom, ({ db, room }) => deleteForGood(db, room, now)],
};

test.each(Object.entries(ENDINGS))('[WR3] of %s live rooms hear', (_, [of, end]) =>
  withDb(async (db) => {
    const given = await world(db);
    let told: readonly Effect[] = [];
    await inTransaction(db, async (tx) => {
      await end({ ...given, db: tx });
      told = effectsOf(tx).queued;
    });
    expect(told).toEqual([{ kind: 'recheck', scope: of(given) }]);
  }),
);
