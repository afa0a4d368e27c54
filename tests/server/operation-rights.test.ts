import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { documents } from '#db/documents/schema.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import { decisions } from '#db/meetings/decision/schema.ts';
import { webhooks } from '#db/operations/webhook/schema.ts';
import { themes } from '#db/people/group/schema.ts';
import { createInvitation } from '#db/people/invitation/invitations.ts';
import { askToJoin } from '#db/people/member/join-requests.ts';
import { users } from '#db/people/person/schema.ts';
import {
  aBoard,
  aDocument,
  aGroup,
  aMember,
  anOrganisation,
  aPerson,
  type Site,
} from '#db/seed/builders/builders.ts';
import type { registry } from '#server/registry.ts';
import { withDb } from '#tests/support/database.ts';
import { announcedCases } from '#tests/support/kernel/operation-cases/announced-cases.ts';
import { boardsCases } from '#tests/support/kernel/operation-cases/boards-cases.ts';
import { callCases } from '#tests/support/kernel/operation-cases/call-cases.ts';
import { aTriedCall } from '#tests/support/kernel/operation-cases/call-world.ts';
import { documentsCases } from '#tests/support/kernel/operation-cases/documents-cases.ts';
import { libraryCases } from '#tests/support/kernel/operation-cases/library-cases.ts';
import { aTriedLibrary } from '#tests/support/kernel/operation-cases/library-world.ts';
import { meetingsCases } from '#tests/support/kernel/operation-cases/meetings-cases.ts';
import { newsCases } from '#tests/support/kernel/operation-cases/news-cases.ts';
import {
  PEOPLE,
  type TriedWorld,
  type Trying,
} from '#tests/support/kernel/operation-cases/operation-case.ts';
import { operationsCases } from '#tests/support/kernel/operation-cases/operations-cases.ts';
import { peopleCases } from '#tests/support/kernel/operation-cases/people-cases.ts';
import { programmeCases } from '#tests/support/kernel/operation-cases/programme-cases.ts';
import { aTriedProgramme } from '#tests/support/kernel/operation-cases/programme-world.ts';
import { publicationCases } from '#tests/support/kernel/operation-cases/publication-cases.ts';
import { aTriedPublication } from '#tests/support/kernel/operation-cases/publication-world.ts';
import { reviewsCases } from '#tests/support/kernel/operation-cases/reviews-cases.ts';
import { triedReviews } from '#tests/support/kernel/operation-cases/reviews-world.ts';
import { synthesisCases } from '#tests/support/kernel/operation-cases/synthesis-cases.ts';
import { topicsCases } from '#tests/support/kernel/operation-cases/topics-cases.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { aDatePoll, aMeeting } from '#tests/support/meetings/meetings.ts';
import { aTopic } from '#tests/support/programme/topics.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const at = new Date('2023-03-14T09:00:00Z');

/** Whoever adds an operation says here who may ask for it: without that this does not compile. */
const cases = {
  ...peopleCases,
  ...documentsCases,
  ...boardsCases,
  ...meetingsCases,
  ...programmeCases,
  ...announcedCases,
  ...topicsCases,
  ...callCases,
  ...libraryCases,
  ...newsCases,
  ...reviewsCases,
  ...publicationCases,
  ...synthesisCases,
  ...operationsCases,
} satisfies Record<keyof typeof registry, unknown>;

async function aTriedWorld(db: Tx): Promise<TriedWorld> {
  const site = siteOf(db, at);
  const city = await anOrganisation(site);
  const group = await aGroup(site, { joining: 'programme' });
  const ids = {
    suspended: (await aPerson(site, { platformRole: 'admin' })).id,
    outsider: (await aPerson(site)).id,
    observer: (await aPerson(site)).id,
    contributor: (await aPerson(site)).id,
    facilitator: (await aPerson(site)).id,
    organisationAdmin: (await aPerson(site, { administersId: city.id })).id,
    coordinator: (await aPerson(site, { platformRole: 'coordinator' })).id,
    admin: (await aPerson(site, { platformRole: 'admin' })).id,
  };
  await db.update(users).set({ suspendedAt: at }).where(eq(users.id, ids.suspended));
  for (const role of ['observer', 'contributor', 'facilitator'] as const)
    await aMember(site, { groupId: group.id, userId: ids[role], role });
  const colleague = await aPerson(site, { organisationId: city.id });
  await aMember(site, { groupId: group.id, userId: colleague.id, role: 'contributor' });
  const requestId = randomUUID();
  const asking = await aPerson(site);
  await askToJoin(db, { requestId, groupId: group.id, userId: asking.id, message: '', now: at });
  const invitation = await createInvitation(db, {
    ...{ id: randomUUID(), token: 'a token', email: 'invitee@valmont.example', name: 'Invitée', now: at },
    ...{ organisationId: null, groupId: group.id, role: 'observer', until: null },
    invitedBy: ids.facilitator,
  });
  const meeting = await aMeeting(site, { groupId: group.id, by: ids.facilitator });
  const made = { groupId: group.id, createdBy: ids.facilitator };
  const [document, trashed] = [await aDocument(site, made), await aDocument(site, made)];
  await db
    .update(documents)
    .set({ trashedAt: at, trashedBy: ids.facilitator })
    .where(eq(documents.id, trashed.id));
  const [theme] = await db.select({ id: themes.id, seasonId: themes.seasonId }).from(themes).limit(1);
  const place = { groupId: group.id, organisationId: city.id, themeId: theme?.id ?? '' };
  const library = await aTriedLibrary(db, { ...place, userId: colleague.id, now: at });
  const calls = await aTriedCall(db, {
    ...{ userId: colleague.id, coordinator: ids.coordinator, expert: ids.contributor, now: at },
  });
  const { experimentId } = library;
  const reviews = await triedReviews(db, site, { ...place, experimentId, userId: colleague.id });
  const aTriedBoard = async () => (await aBoard(site, { groupId: group.id, createdBy: colleague.id })).id;
  return {
    ids,
    webhookId: await aTriedWebhook(site, { groupId: group.id, userId: ids.facilitator }),
    boards: [await aTriedBoard(), await aTriedBoard()],
    library,
    reviews,
    programme: await aTriedProgramme(db, { ...place, now: at }),
    calls,
    publication: await aTriedPublication(db, {
      ...{ ...place, userId: colleague.id, now: at, sheetId: reviews.sheetId },
      ...{ seasonId: theme?.seasonId ?? '', otherSeasonId: calls.seasonId },
    }),
    ...place,
    colleagueId: colleague.id,
    requestId,
    invitationId: invitation.id,
    meetingId: meeting.id,
    ...(await aTopic(site, { groupId: group.id, by: colleague.id })),
    pollId: (await aDatePoll(site, { groupId: group.id, by: ids.facilitator })).id,
    documentId: document.id,
    trashedDocumentId: trashed.id,
    decisionId: await aDecision(site, { ...made, documentId: document.id }),
  };
}

/** The first of its group; gives its id. */
async function aDecision(
  site: Site,
  made: { groupId: string; createdBy: string; documentId: string },
): Promise<string> {
  const id = randomUUID();
  await site.db.insert(decisions).values({
    ...{ ...made, id, text: 'Décidé', rank: 0, isInText: true, seenAt: at },
    ...{ decidedOn: '2023-03-14', year: 2023, number: 1 },
  });
  return id;
}

/** One that a facilitator made; gives its id. */
async function aTriedWebhook(
  site: Site,
  { groupId, userId }: { groupId: string; userId: string },
): Promise<string> {
  const id = randomUUID();
  const row = { id, groupId, name: 'Salon', url: 'https://exemple.fr/', types: null, secret: 'sealed' };
  await site.db.insert(webhooks).values({ ...row, ownerId: userId, createdAt: at, updatedAt: at });
  return id;
}

class TakenBack extends Error {}

/** What these people are answered, each as if nobody had tried before. */
async function answersTo(db: Tx, world: TriedWorld, name: keyof typeof cases) {
  const answers: Partial<Record<Trying, string>> = {};
  for (const who of PEOPLE) {
    await db
      .transaction(async (inner) => {
        const operations = operationsOn(inner, { now: () => at });
        const asker = { userId: who === 'visitor' ? null : world.ids[who] };
        const input = cases[name].input(world) as never;
        const outcome = await operations.run(name, asker, input);
        answers[who] = outcome.ok ? 'done' : outcome.error;
        throw new TakenBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof TakenBack)) throw error;
      });
  }
  return answers;
}

test('[WR2] every operation is refused to whoever may not ask for it, and to nobody else', () =>
  withDb(async (db) => {
    const world = await aTriedWorld(db);
    const wrong: string[] = [];
    for (const name of Object.keys(cases) as (keyof typeof cases)[]) {
      const answers = await answersTo(db, world, name);
      for (const who of PEOPLE) {
        const answer = answers[who] ?? 'nothing';
        const isRefused = answer === 'access.notFound' || answer === 'access.forbidden';
        const isAllowed = cases[name].allowed.some((one) => one === who);
        if (isRefused === isAllowed || answer === 'api.invalid')
          wrong.push(`${name}: ${who} is answered ${answer}`);
      }
    }
    expect(wrong).toEqual([]);
  }));
