import { asc } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { deleteFromTrash, putIntoTrash, takeFromTrash } from '#db/documents/trash/trash.ts';
import { verifyAuditChain } from '#db/kernel/audit/audit.ts';
import { withAuditNetwork } from '#db/kernel/audit/audit-network.ts';
import { recordAuditExport, recordRefusal, recordTextExport } from '#db/kernel/audit/audit-refusals.ts';
import { auditEntries } from '#db/kernel/audit/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { createInvitation } from '#db/people/invitation/invitations.ts';
import {
  addMemberOrganisation,
  changeMemberOrganisation,
  removeMemberOrganisation,
} from '#db/people/member/member-organisations.ts';
import { addMember, changeMember, removeMember } from '#db/people/member/members.ts';
import { changePerson, restorePerson, suspendPerson } from '#db/people/person/people.ts';
import { aDocument, aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { networkOf } from '#server/kernel/http/peer.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

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

  test('[AU7] who enters, leaves or is something else in a group, people and organisations, and by whom', () =>
    withDb(async (db) => {
      const site = siteOf(db, now);
      const group = await aGroup(site, { name: 'Nature en ville' });
      const [claire, nadia] = [await aPerson(site), await aPerson(site, { name: 'Nadia Ferrand' })];
      const city = await anOrganisation(site, { name: 'Castelbrume' });
      await aMember(site, { groupId: group.id, userId: claire.id, role: 'facilitator' });
      const change = () => ({ groupId: group.id, by: claire.id, activityId: site.newId(), now });
      const person = () => ({ ...change(), userId: nadia.id, until: null });
      const organisation = () => ({ ...change(), organisationId: city.id });
      await addMember(db, { ...person(), role: 'observer' });
      expect((await addMember(db, { ...person(), role: 'observer' })).ok).toBe(false);
      await changeMember(db, { ...person(), role: 'contributor' });
      await removeMember(db, person());
      await addMemberOrganisation(db, { ...organisation(), role: 'observer' });
      await changeMemberOrganisation(db, { ...organisation(), role: 'contributor' });
      await removeMemberOrganisation(db, organisation());
      expect((await removeMemberOrganisation(db, organisation())).ok).toBe(false);
      const found = await lines(db);
      expect(found.map(({ action, payload }) => [action, JSON.parse(payload)])).toEqual([
        ['group.memberAdded', { person: nadia.id, role: 'observer' }],
        ['group.memberChanged', { person: nadia.id, role: 'contributor', before: 'observer' }],
        ['group.memberRemoved', { person: nadia.id, role: 'contributor' }],
        ['group.memberAdded', { organisation: city.id, role: 'observer' }],
        ['group.memberChanged', { organisation: city.id, role: 'contributor', before: 'observer' }],
        ['group.memberRemoved', { organisation: city.id, role: 'contributor' }],
      ]);
      for (const { actorId, subjectId, subjectName } of found)
        expect([actorId, subjectId, subjectName]).toEqual([claire.id, group.id, 'Nature en ville']);
      expect(JSON.stringify(found)).not.toContain('Nadia');
      expect((await verifyAuditChain(db)).fault).toBeNull();
    }));

  test('[AU7] whoever takes the trail away is in it, without what they typed', () =>
    withDb(async (db) => {
      const { id: userId } = await aPerson(siteOf(db, now), { platformRole: 'coordinator' });
      const nothing = { action: null, subjectKind: null, subject: '', person: '', from: null, to: null };
      await recordAuditExport(db, { userId, filter: { ...nothing, person: 'Ferrand' }, now });
      const [line, ...more] = await lines(db);
      expect(more).toEqual([]);
      expect(line).toMatchObject({ action: 'audit.exported', actorId: userId });
      expect(JSON.parse(line?.payload ?? '')).toMatchObject({ byPerson: true, bySubject: false });
      expect(line?.payload).not.toContain('Ferrand');
    }));

  test('[AU8] a page that is refused leaves one line a person, page and hour, however often it is asked for', () =>
    withDb(async (db) => {
      const [marc, lea] = [await aPerson(siteOf(db, now)), await aPerson(siteOf(db, now))];
      const asked = { userId: marc.id, right: 'audit.read', page: '/administration/journal', now } as const;
      for (let times = 0; times < 5; times++) await recordRefusal(db, asked);
      await recordRefusal(db, { ...asked, now: new Date(now.getTime() + 59 * 60_000) });
      expect(await lines(db)).toHaveLength(1);
      await recordRefusal(db, { ...asked, userId: lea.id });
      await recordRefusal(db, { ...asked, page: '/administration/personnes' });
      await recordRefusal(db, { ...asked, now: new Date(now.getTime() + 60 * 60_000) });
      const found = await lines(db);
      expect(found.map(({ actorId, subjectName }) => [actorId, subjectName])).toEqual([
        [marc.id, '/administration/journal'],
        [lea.id, '/administration/journal'],
        [marc.id, '/administration/personnes'],
        [marc.id, '/administration/journal'],
      ]);
    }));

  test('[AU8] a refusal inside a group, or of what is absent, says so by its answer', () =>
    withDb(async (db) => {
      const { id: userId } = await aPerson(siteOf(db, now));
      const asked = { userId, page: '/groupes/:groupe/reglages', now };
      for (const status of [403, 403, 404, 404] as const) await recordRefusal(db, { ...asked, status });
      expect((await lines(db)).map(({ payload }) => payload)).toEqual([
        '{"page":"/groupes/:groupe/reglages","status":403}',
        '{"page":"/groupes/:groupe/reglages","status":404}',
      ]);
    }));

  test('[AU9] a text that leaves as a file leaves one line a person, text, format and hour', () =>
    withDb(async (db) => {
      const { id: userId } = await aPerson(siteOf(db, now));
      const asked = { userId, of: 'document', id: 'd', name: 'Charte', format: 'docx', now } as const;
      for (let times = 0; times < 3; times++) await recordTextExport(db, asked);
      await recordTextExport(db, { ...asked, format: 'pdf' });
      await recordTextExport(db, { ...asked, id: 'e' });
      await recordTextExport(db, { ...asked, of: 'group' });
      expect((await lines(db)).map(({ action, subjectId, payload }) => [action, subjectId, payload])).toEqual(
        [
          ['document.exported', 'd', '{"format":"docx"}'],
          ['document.exported', 'd', '{"format":"pdf"}'],
          ['document.exported', 'e', '{"format":"docx"}'],
          ['group.exported', 'd', '{"format":"docx"}'],
        ],
      );
    }));

  test('[AU6] a line that a request brings says its network, and two networks are two lines', () =>
    withDb(async (db) => {
      const { id: userId } = await aPerson(siteOf(db, now));
      const refuse = () => recordRefusal(db, { userId, status: 403, page: '/groupes/:groupe', now });
      await withAuditNetwork('192.0.2.0/24', refuse);
      await withAuditNetwork('192.0.2.0/24', refuse);
      await withAuditNetwork('198.51.100.0/24', refuse);
      await refuse();
      const networks = (await lines(db)).map(({ payload }) => JSON.parse(payload).peer ?? null);
      expect(networks).toEqual(['192.0.2.0/24', '198.51.100.0/24', null]);
    }));

  test('[AU6] says where somebody came from coarsely', () => {
    expect(networkOf('::ffff:192.0.2.77')).toBe('192.0.2.0/24');
    expect(networkOf('198.51.100.4')).toBe('198.51.100.0/24');
    expect(networkOf('2001:db8:1234:5678::1')).toBe('2001:db8:1234::/48');
    expect(networkOf('unknown')).toBe('');
  });
});
