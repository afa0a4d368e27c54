import { afterAll, beforeAll, expect, test } from 'vitest';
import { setVisibility } from '#db/documents/access/document-access.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import {
  changeDecision,
  concernObject,
  findDecision,
  listChanges,
  removeChange,
} from '#db/meetings/decision/decision-changes.ts';
import { findDocumentsToNumber, listDecisions, numberDecisions } from '#db/meetings/decision/decisions.ts';
import { saveDocumentProjection } from '#db/realtime/projections.ts';
import { aDocument, aGroup, aMember, aPerson, type Site } from '#db/seed/builders/builders.ts';
import type { TextOutcome } from '#shared/documents/outcome/document-outcomes.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { appended } from '#tests/support/realtime/appended.ts';

const now = new Date('2026-03-03T09:00:00Z');
let database: Database;
let site: Site;
beforeAll(async () => {
  database = await openFreshDatabase();
  site = siteOf(database.db, now);
});
afterAll(() => database.close());

/** A group with a writer and an observer, an outsider, and a document. */
async function aRoom() {
  const [group, writer, observer, outsider] = [
    await aGroup(site),
    await aPerson(site),
    await aPerson(site),
    await aPerson(site),
  ];
  await aMember(site, { groupId: group.id, userId: writer.id, role: 'contributor' });
  await aMember(site, { groupId: group.id, userId: observer.id, role: 'observer' });
  const document = await aDocument(site, { groupId: group.id, createdBy: writer.id });
  return { groupId: group.id, writer, observer, outsider, documentId: document.id };
}

/** The document says these decisions, by id. */
async function say(documentId: string, said: Readonly<Record<string, string>>): Promise<void> {
  const outcomes = Object.entries(said).map(
    ([id, text], rank): TextOutcome => ({ kind: 'decision', id, text, rank, client: 1 }),
  );
  const rest = { text: '', excerpt: '', outline: [], words: 0, characters: {}, excerpts: [] };
  const room = `document:${documentId}`;
  const seq = await appended(database.run, room, now);
  await saveDocumentProjection(database.run, { room, id: documentId, seq }, { ...rest, outcomes }, now);
}

const number = (documentId: string) =>
  inTransaction(site.db, (tx) => numberDecisions(tx, { documentId, now, newId: site.newId }));
const register = async (groupId: string, userId: string) =>
  (await listDecisions(site.db, { groupId: asReadable(groupId), userId, now })).map(
    ({ year, number: rank, text, isInText }) => `${year}-${rank} ${text}${isInText ? '' : ' (gone)'}`,
  );

test('[DA2] decisions get the numbers of their group and year in the order of the text, once, and keep them', async () => {
  const { groupId, writer, documentId } = await aRoom();
  const [one, two, three] = [site.newId(), site.newId(), site.newId()];
  await say(documentId, { [one]: 'Une', [two]: '', [three]: 'Trois' });
  expect(await findDocumentsToNumber(site.db)).toContain(documentId);
  expect(await number(documentId)).toBe(2);
  await say(documentId, { [three]: 'Trois', [two]: 'Deux', [one]: 'Une, revue' });
  await Promise.all([number(documentId), number(documentId)]);
  expect(await register(groupId, writer.id)).toEqual(['2026-3 Deux', '2026-2 Trois', '2026-1 Une, revue']);
  expect(await number(documentId)).toBe(0);
});

test('[DA2] two documents of one group numbered at once share no number', async () => {
  const { groupId, writer, documentId } = await aRoom();
  const other = await aDocument(site, { groupId, createdBy: writer.id });
  await say(documentId, { [site.newId()]: 'Une' });
  await say(other.id, { [site.newId()]: 'Autre' });
  await Promise.all([number(documentId), number(other.id)]);
  expect((await register(groupId, writer.id)).map((line) => line.split(' ')[0])).toEqual([
    '2026-2',
    '2026-1',
  ]);
});

test('[DA3] a decision deleted from the text stays in the register, and comes back with its number; one without number is forgotten', async () => {
  const { groupId, writer, documentId } = await aRoom();
  const [kept, empty] = [site.newId(), site.newId()];
  await say(documentId, { [kept]: 'Gardée', [empty]: '' });
  await number(documentId);
  await say(documentId, {});
  expect(await register(groupId, writer.id)).toEqual(['2026-1 Gardée (gone)']);
  const { rows } = await database.run('select id from decision where id = $1', [empty]);
  expect(rows).toEqual([]);
  await say(documentId, { [kept]: 'Gardée' });
  expect(await register(groupId, writer.id)).toEqual(['2026-1 Gardée']);
});

test('[DA9] a block of another document under the same id takes nothing from the first', async () => {
  const { groupId, writer, documentId } = await aRoom();
  const other = await aDocument(site, { groupId, createdBy: writer.id });
  const id = site.newId();
  await say(documentId, { [id]: 'Ici' });
  await number(documentId);
  await say(other.id, { [id]: 'Volée' });
  await say(other.id, {});
  expect(await register(groupId, writer.id)).toEqual(['2026-1 Ici']);
});

test('[DA3] decisions of a restricted document are for its readers: in the register, on their page and by name', async () => {
  const { groupId, writer, observer, outsider, documentId } = await aRoom();
  const id = site.newId();
  await say(documentId, { [id]: 'Discrète' });
  await number(documentId);
  const seen = async (userId: string) => [
    (await listDecisions(site.db, { groupId: asReadable(groupId), userId, now })).length,
    (await findDecision(site.db, { decisionId: id, userId, now }))?.text ?? null,
    Object.values(await findObjectNames(site.db, { refs: [{ kind: 'decision', id }], userId, now })).length,
  ];
  expect(await seen(observer.id)).toEqual([1, 'Discrète', 1]);
  expect((await seen(outsider.id)).slice(1)).toEqual([null, 0]);
  const change = { documentId, groupId, visibility: 'restricted' as const, by: writer.id, now };
  await inTransaction(site.db, (tx) =>
    setVisibility(tx, { ...change, activityId: site.newId(), accessId: site.newId() }),
  );
  expect(await seen(observer.id)).toEqual([0, null, 0]);
  expect(await seen(writer.id)).toEqual([1, 'Discrète', 1]);
});

test('[DA4] a decision amends an earlier one, both ways shown, once; taken back, the earlier is in force again', async () => {
  const { groupId, writer, documentId } = await aRoom();
  const [old, recent] = [site.newId(), site.newId()];
  await say(documentId, { [old]: 'Avant', [recent]: 'Après' });
  await number(documentId);
  const reader = { userId: writer.id, now };
  const find = async (decisionId: string) => {
    const found = await findDecision(site.db, { decisionId, ...reader });
    if (!found) throw new Error('not found');
    return found;
  };
  const asked = async (decisionId: string) => ({
    decision: await find(decisionId),
    by: writer.id,
    now,
    changeId: site.newId(),
    activityId: site.newId(),
  });
  const amend = async (from: string, targetId: string) => {
    const change = { ...(await asked(from)), kind: 'amends', targetId } as const;
    return inTransaction(site.db, (tx) => changeDecision(tx, change));
  };
  expect(await amend(old, recent)).toEqual({ ok: false, error: 'decision.notEarlier' });
  expect((await amend(recent, old)).ok).toBe(true);
  expect(await amend(recent, old)).toEqual({ ok: false, error: 'decision.already' });
  expect((await find(old)).state).toBe('amended');
  const [seen] = await listChanges(site.db, { decisionId: old, ...reader });
  expect([seen?.isBy, seen?.kind, seen?.decision?.id]).toEqual([false, 'amends', recent]);
  const object = { kind: 'group', id: groupId };
  const concerned = { ...(await asked(recent)), object };
  expect((await inTransaction(site.db, (tx) => concernObject(tx, concerned))).ok).toBe(true);
  const [first, second] = await listChanges(site.db, { decisionId: recent, ...reader });
  expect([first?.decision?.id, second?.object]).toEqual([old, object]);
  const wrong = { decisionId: old, changeId: first?.id ?? '' };
  const remove = (given: typeof wrong) => inTransaction(site.db, (tx) => removeChange(tx, given));
  expect(await remove(wrong)).toEqual({ ok: false, error: 'decision.notFound' });
  expect((await remove({ ...wrong, decisionId: recent })).ok).toBe(true);
  expect((await find(old)).state).toBe('inForce');
});

test('[DA4] a decision that this person may not read, or of another group, cannot be changed by them', async () => {
  const [one, two] = [await aRoom(), await aRoom()];
  const [id, foreign] = [site.newId(), site.newId()];
  await say(one.documentId, { [id]: 'Ici' });
  await say(two.documentId, { [foreign]: 'Ailleurs' });
  await number(one.documentId);
  await number(two.documentId);
  const decision = await findDecision(site.db, { decisionId: id, userId: one.writer.id, now });
  if (!decision) throw new Error('not found');
  const ids = { changeId: site.newId(), activityId: site.newId() };
  const asked = { decision, by: one.writer.id, now, ...ids, kind: 'repeals' as const, targetId: foreign };
  expect(await inTransaction(site.db, (tx) => changeDecision(tx, asked))).toEqual({
    ok: false,
    error: 'decision.notFound',
  });
});
