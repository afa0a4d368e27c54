import { expect, test } from 'vitest';
import { trashBoard } from '#db/boards/boards.ts';
import { carryBoardFiles, linkFiles } from '#db/documents/file/file-links.ts';
import { findFileForMember, registerFile } from '#db/documents/file/files.ts';
import { deleteFromTrash, takeFromTrash } from '#db/documents/trash/trash.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import { removeMember } from '#db/people/member/members.ts';
import { aBoard, aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const thrownAway = <C extends { readonly boardId: string }>({ boardId: id, ...change }: C) => ({
  ...change,
  ...{ kind: 'board' as const, id },
});

const now = new Date('2023-03-14T09:00:00Z');

test('[D5] a file is found by those who may read its group, and by nobody else', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const [observer, stranger] = [await aPerson(site), await aPerson(site)];
    const [group, other] = [await aGroup(site), await aGroup(site)];
    await aMember(site, { groupId: group.id, role: 'observer', userId: observer.id });
    await aMember(site, { groupId: other.id, role: 'facilitator', userId: stranger.id });
    const file = {
      id: site.newId(),
      groupId: group.id,
      name: 'place.png',
      contentType: 'image/png',
      bytes: 1234,
      width: 40,
      height: 30,
      storageKey: 'a/b',
    };
    await registerFile(db, { ...file, uploadedBy: observer.id, now });
    const find = (userId: string) => findFileForMember(db, { fileId: file.id, userId, now });
    expect(await find(observer.id)).toEqual(file);
    expect(await find(stranger.id)).toBeNull();
    expect(await findFileForMember(db, { fileId: 'absent', userId: observer.id, now })).toBeNull();
  }));

/** A picture on a board of a group that has a facilitator, a contributor and an observer; a stranger facilitates another one. */
async function onABoard(db: Tx) {
  const site = siteOf(db, now);
  const [facilitator, contributor, observer, stranger] = await Promise.all(
    [0, 1, 2, 3].map(() => aPerson(site)),
  );
  if (!facilitator || !contributor || !observer || !stranger) throw new Error('four people');
  const [group, other] = [await aGroup(site), await aGroup(site)];
  for (const [person, role] of [
    [facilitator, 'facilitator'],
    [contributor, 'contributor'],
    [observer, 'observer'],
  ] as const)
    await aMember(site, { groupId: group.id, role, userId: person.id });
  await aMember(site, { groupId: other.id, role: 'facilitator', userId: stranger.id });
  const board = await aBoard(site, { groupId: group.id, createdBy: contributor.id });
  const fileId = site.newId();
  const file = { id: fileId, groupId: group.id, name: 'x.png', contentType: 'image/png', bytes: 12 };
  const stored = { ...file, width: 4, height: 3, storageKey: 'a/b' };
  await registerFile(db, { ...stored, boardId: board.id, uploadedBy: contributor.id, now });
  const find = async (userId: string) => (await findFileForMember(db, { fileId, userId, now })) !== null;
  const change = { boardId: board.id, groupId: group.id, by: facilitator.id, now };
  return {
    site,
    group,
    other,
    board,
    fileId,
    people: { facilitator, contributor, observer, stranger },
    find,
    change: () => ({ ...change, activityId: site.newId() }),
  };
}

test('[A8] [B53] a file of a card is found by those who may read its board: not once it is in the trash, nor once they left', () =>
  withDb(async (db) => {
    const { site, group, other, fileId, people, find, change } = await onABoard(db);
    const { facilitator, contributor, observer, stranger } = people;
    expect(await Promise.all([facilitator, contributor, observer].map(({ id }) => find(id)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(await find(stranger.id)).toBe(false);
    expect(await find('nobody')).toBe(false);

    await trashBoard(db, change());
    expect(await find(facilitator.id)).toBe(false);
    await takeFromTrash(db, thrownAway(change()));
    expect(await find(observer.id)).toBe(true);

    const leaving = { groupId: group.id, userId: observer.id, by: facilitator.id, now };
    expect(await removeMember(db, { ...leaving, activityId: site.newId() })).toMatchObject({ ok: true });
    expect(await find(observer.id)).toBe(false);

    // A document shows it too: its readers have it, whatever becomes of the board.
    const document = await aDocument(site, { groupId: other.id, createdBy: stranger.id });
    await linkFiles(db, { documentId: document.id, fileIds: [fileId], writers: [contributor.id], now });
    await trashBoard(db, change());
    expect(await find(stranger.id)).toBe(true);
    expect(await find(contributor.id)).toBe(false);
  }));

test('[A8] [B26] carried to another board, a file is found by its readers; one that is not of the first board goes nowhere', () =>
  withDb(async (db) => {
    const { site, group, other, board, fileId, people, find, change } = await onABoard(db);
    const { contributor, stranger } = people;
    const there = await aBoard(site, { groupId: other.id, createdBy: stranger.id });
    const third = await aBoard(site, { groupId: other.id, createdBy: stranger.id });
    // Who only wrote its id on a card of theirs carries nothing.
    const stolen = { fromBoardId: there.id, toBoardId: third.id, fileIds: [fileId] };
    expect(await carryBoardFiles(db, stolen)).toEqual(new Set());
    expect(await find(stranger.id)).toBe(false);

    const carried = { fromBoardId: board.id, toBoardId: there.id, fileIds: [fileId, 'absent'] };
    expect(await carryBoardFiles(db, carried)).toEqual(new Set([fileId]));
    expect(await carryBoardFiles(db, carried)).toEqual(new Set([fileId]));
    expect(await carryBoardFiles(db, { ...carried, fileIds: [] })).toEqual(new Set());
    expect(await find(stranger.id)).toBe(true);

    // The first board gone for good, it is the other's alone.
    await trashBoard(db, change());
    await deleteFromTrash(db, { kind: 'board', id: board.id, groupId: group.id, now });
    expect(await find(stranger.id)).toBe(true);
    expect(await find(contributor.id)).toBe(false);
  }));
