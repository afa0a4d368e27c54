import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { keepExactText } from '#db/documents/history/exact-texts.ts';
import { inTransaction, type Tx } from '#db/kernel/transaction.ts';
import { groups } from '#db/people/group/schema.ts';
import { users } from '#db/people/person/schema.ts';
import type { SheetMove, SheetText } from '#db/publication/sheet/use-case-sheet-states.ts';
import { keepVisa, prepareVisa } from '#db/publication/sheet/use-case-sheet-visas.ts';
import { listSheetSteps } from '#db/publication/sheet/use-case-sheets.ts';
import { answerRound } from '#db/reviews/review-answers.ts';
import { findRound } from '#db/reviews/review-lists.ts';
import { openRound } from '#db/reviews/review-rounds.ts';
import { aMember } from '#db/seed/builders/builders.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { ok } from '#shared/kernel/result.ts';
import type { VisaKind } from '#shared/publication/sheet/visa.ts';
import type { ReviewAnswer } from '#shared/reviews/review.ts';
import { operationsOn } from '../kernel/operations.ts';
import { type ExperimentWorld, withExperiment } from '../programme/experiments.ts';

type Person = ExperimentWorld['people']['nadia'];

/** What a sheet says when it is published. */
export const aText = (address: string, blocks: readonly string[] = ['<p>Planter où il fait chaud.</p>']) => ({
  blocks,
  fileIds: [],
  address,
  outline: [],
  writers: ['Valmont'],
  seq: 1,
  sha256: FIRST,
  title: 'Arbres et ombrage',
});

/** Fingerprints of a text, and of another. */
export const [FIRST, SECOND] = ['a', 'b'].map((sign) => sign.repeat(64)) as [string, string];
export const deadline = new Date('2023-03-20T17:00:00Z');

/** What people do with one sheet, which its first maker makes under these ids. */
function sheetGestures(
  { db, site, people, experimentId }: ExperimentWorld,
  { sheetId, documentId, groupId }: { sheetId: Readable<'sheet'>; documentId: string; groupId: string },
) {
  const ids = [sheetId, documentId];
  const operations = operationsOn(db, {
    now: () => people.claire.now,
    newId: () => ids.shift() ?? site.newId(),
  });
  const run: typeof operations.run = (operation, { userId }, input) =>
    operations.run(operation, { userId }, input);
  const making = (person: Person) =>
    run('useCaseSheet.create', person, { experiment: experimentId, group: groupId });
  const fields = { hook: 'Choisir où planter', serviceKind: 'map', sizeClass: 'medium', uses: 'cross' };
  const edit = (person: Person, typed = fields) => run('useCaseSheet.edit', person, { sheetId, ...typed });
  const move = async (
    person: Person,
    to: SheetMove['to'],
    { seen, ...more }: { seen?: number; reason?: string; text?: SheetText } = {},
  ) => {
    const last = seen ?? (await listSheetSteps(db, sheetId)).length;
    const given = { sheetId, to, reason: '', seen: String(last), text: null, ...more };
    return run('useCaseSheet.move', person, given);
  };
  return { run, making, edit, move };
}

/** Gestures on one sheet of the experiment of Valmont and Aubin. */
export async function fillSheet(world: ExperimentWorld) {
  const { db, site, people, themeId } = world;
  const [group] = await db.select({ id: groups.id }).from(groups).where(eq(groups.themeId, themeId));
  const groupId = group?.id ?? '';
  for (const { userId } of [people.nadia, people.yann])
    await aMember(site, { groupId, userId, role: 'contributor' });
  const [sheetId, documentId] = [asReadable<'sheet'>(site.newId()), site.newId()];
  const gestures = sheetGestures(world, { sheetId, documentId, groupId });
  const { edit, move } = gestures;
  /** Asks for a visa on the text with this fingerprint: the round, or why not. */
  const ask = async (person: Person, kind: VisaKind, sha256 = FIRST): Promise<string> => {
    const asked = await inTransaction(db, (tx) => askIn(tx, person, kind, sha256));
    return asked.ok ? asked.value : asked.error;
  };
  const askIn = async (tx: Tx, person: Person, kind: VisaKind, sha256: string) => {
    const prepared = await prepareVisa(tx, { sheetId, kind, sha256, newId: site.newId, ...person });
    if (!prepared.ok) return prepared;
    const { organisationIds, presented, replaces } = prepared.value;
    const by = { by: person.userId, now: person.now };
    const text = {
      documentId,
      title: 'Arbres et ombrage',
      seq: sha256 === FIRST ? 1 : 2,
      sha256,
      writers: [],
    };
    const sent = { submittedBy: person.userId, submittedAt: person.now };
    await keepExactText(tx, { id: site.newId(), ...text, ...sent, exactText: `{"title":"${sha256}"}` });
    const roundId = site.newId();
    const ids = { roundId, activityId: site.newId(), closingId: site.newId() };
    const asked = { organisationIds, quorum: organisationIds.length, questions: [], deadline, replaces };
    const opened = await openRound(tx, { ...by, ...ids, ...asked, documentId, sha256 });
    if (!opened.ok) return opened;
    await keepVisa(tx, { roundId, sheetId, kind, presented });
    return ok(roundId);
  };
  /** Answers a round for the organisation of this person: 'ok', or why not. */
  const answer = async (
    roundId: string,
    person: Person,
    given: ReviewAnswer = 'approve',
    more: Partial<Parameters<typeof answerRound>[1]> = {},
  ): Promise<string> => {
    const [who] = await db.select().from(users).where(eq(users.id, person.userId));
    const round = await inTransaction(db, (tx) => findRound(tx, roundId));
    const line = {
      ...{ roundId, organisationId: who?.organisationId ?? '', answer: given, seen: 0 },
      ...{ reason: given === 'approve' ? '' : 'À préciser', sha256: round?.text.sha256 ?? '' },
      ...{ by: person.userId, now: person.now, activityId: site.newId(), closingId: site.newId() },
    };
    const answered = await inTransaction(db, (tx) => answerRound(tx, { ...line, ...more }));
    return answered.ok ? 'ok' : answered.error;
  };
  /** Both visas, on the text with this fingerprint, given at this instant. */
  const sign = async (sha256 = FIRST, at = people.claire.now) => {
    const [nadia, claire, marc] = [people.nadia, people.claire, people.marc].map(({ userId }) => ({
      userId,
      now: at,
    })) as [Person, Person, Person];
    const city = await ask(nadia, 'city', sha256);
    expect(await answer(city, nadia)).toBe('ok');
    const publisher = await ask(claire, 'publisher', sha256);
    expect(await answer(publisher, claire)).toBe('ok');
    expect(await answer(publisher, marc)).toBe('ok');
  };
  /** Takes it from draft to the public. */
  const publishAll = async (text = aText('choisir-ou-planter-0123abcd')) => {
    await edit(people.nadia);
    expect(await move(people.nadia, 'review')).toMatchObject({ ok: true });
    await sign(text.sha256);
    expect(await move(people.claire, 'published', { text })).toMatchObject({ ok: true });
  };
  return {
    ...world,
    groupId,
    themeId,
    sheetId,
    documentId,
    ...gestures,
    ask,
    answer,
    sign,
    publishAll,
  };
}
export type SheetWorld = Awaited<ReturnType<typeof fillSheet>>;

/** A database with a sheet that was just made by Nadia, of the city that leads. */
export const withSheet = (run: (world: SheetWorld) => Promise<void>) =>
  withExperiment(async (world) => {
    const sheet = await fillSheet(world);
    expect(await sheet.making(world.people.nadia)).toMatchObject({ ok: true });
    await run(sheet);
  });
