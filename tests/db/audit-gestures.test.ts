import { asc } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { verifyAuditChain } from '#db/audit.ts';
import type { Db } from '#db/client.ts';
import { createInvitation } from '#db/invitations.ts';
import { changePerson, restorePerson, suspendPerson } from '#db/people.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { aDocument, aGroup, aPerson } from '#db/seed/builders.ts';
import { deleteFromTrash, putIntoTrash, takeFromTrash } from '#db/trash.ts';
import { networkOf } from '#server/auth/audit-plugin.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/site.ts';

const now = new Date('2026-03-14T09:00:00Z');
const lines = (db: Db) => db.select().from(auditEntries).orderBy(asc(auditEntries.sequence));

describe('gestures that leave a line', () => {
  test('[AU6] rights, suspensions and invitations: by whom, about whom, and nobody’s name or address', () =>
    withDb(async (db) => {
      const site = siteOf(db, now);
      const [admin, nadia] = [
        await aPerson(site, { name: 'Hélène Castaing', platformRole: 'admin' }),
        await aPerson(site, { name: 'Nadia Ferrand' }),
      ];
      await changePerson(db, {
        id: nadia.id,
        platformRole: 'coordinator',
        organisationId: null,
        by: admin.id,
        now,
      });
      await suspendPerson(db, { id: nadia.id, by: admin.id, now });
      await restorePerson(db, { id: nadia.id, by: admin.id, now });
      await restorePerson(db, { id: nadia.id, by: admin.id, now });
      const invitation = site.newId();
      await createInvitation(db, {
        id: invitation,
        token: 't',
        email: 'julien@valmont.example',
        name: 'Julien Morel',
        organisationId: null,
        groupId: null,
        role: null,
        until: null,
        invitedBy: admin.id,
        now,
      });
      const found = await lines(db);
      expect(found.map(({ action, actorId, subjectId }) => [action, actorId, subjectId])).toEqual([
        ['person.rightsChanged', admin.id, nadia.id],
        ['person.suspended', admin.id, nadia.id],
        ['person.reopened', admin.id, nadia.id],
        ['person.invited', admin.id, invitation],
      ]);
      expect(JSON.stringify(found)).not.toMatch(/Nadia|Julien|Castaing|@/);
      expect((await verifyAuditChain(db)).fault).toBeNull();
    }));

  test('[AU6] the trash: thrown away, taken back, deleted for good; a gesture that is refused leaves none', () =>
    withDb(async (db) => {
      const site = siteOf(db, now);
      const person = await aPerson(site);
      const [group, other] = [await aGroup(site), await aGroup(site)];
      const { id } = await aDocument(site, { groupId: group.id, createdBy: person.id });
      const change = () => ({
        kind: 'document' as const,
        id,
        groupId: group.id,
        by: person.id,
        now,
        activityId: site.newId(),
      });
      expect((await putIntoTrash(db, { ...change(), groupId: other.id })).ok).toBe(false);
      for (const gesture of [putIntoTrash, takeFromTrash, putIntoTrash, deleteFromTrash])
        expect((await gesture(db, change())).ok).toBe(true);
      expect((await lines(db)).map(({ action, actorId }) => [action, actorId])).toEqual([
        ['document.trashed', person.id],
        ['document.restored', person.id],
        ['document.trashed', person.id],
        ['document.deleted', person.id],
      ]);
    }));

  test('[AU6] says where somebody came from coarsely', () => {
    expect(networkOf('::ffff:192.0.2.77')).toBe('192.0.2.0/24');
    expect(networkOf('198.51.100.4')).toBe('198.51.100.0/24');
    expect(networkOf('2001:db8:1234:5678::1')).toBe('2001:db8:1234::/48');
    expect(networkOf('unknown')).toBe('');
  });
});
