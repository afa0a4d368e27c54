import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import { decisions } from '#db/meetings/decision/schema.ts';
import { themes } from '#db/people/group/schema.ts';
import { createInvitation } from '#db/people/invitation/invitations.ts';
import { askToJoin } from '#db/people/member/join-requests.ts';
import { users } from '#db/people/person/schema.ts';
import {
  aDocument,
  aGroup,
  aMember,
  anOrganisation,
  aPerson,
  type Site,
} from '#db/seed/builders/builders.ts';
import type { registry } from '#server/registry.ts';
import { withDb } from '#tests/support/database.ts';
import { libraryCases } from '#tests/support/kernel/operation-cases/library-cases.ts';
import { aTriedLibrary } from '#tests/support/kernel/operation-cases/library-world.ts';
import { meetingsCases } from '#tests/support/kernel/operation-cases/meetings-cases.ts';
import {
  PEOPLE,
  type TriedWorld,
  type Trying,
} from '#tests/support/kernel/operation-cases/operation-case.ts';
import { operationsCases } from '#tests/support/kernel/operation-cases/operations-cases.ts';
import { peopleCases } from '#tests/support/kernel/operation-cases/people-cases.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { aMeeting } from '#tests/support/meetings/meetings.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const at = new Date('2023-03-14T09:00:00Z');

/** Whoever adds an operation says here who may ask for it: without that this does not compile. */
const cases = { ...peopleCases, ...meetingsCases, ...libraryCases, ...operationsCases } satisfies Record<
  keyof typeof registry,
  unknown
>;

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
  const [theme] = await db.select({ id: themes.id }).from(themes).limit(1);
  const place = { groupId: group.id, organisationId: city.id, themeId: theme?.id ?? '' };
  return {
    ids,
    library: await aTriedLibrary(db, { ...place, userId: colleague.id, now: at }),
    ...place,
    colleagueId: colleague.id,
    requestId,
    invitationId: invitation.id,
    meetingId: meeting.id,
    decisionId: await aDecision(site, { groupId: group.id, createdBy: ids.facilitator }),
  };
}

/** The first of its group; gives its id. */
async function aDecision(site: Site, made: { groupId: string; createdBy: string }): Promise<string> {
  const document = await aDocument(site, made);
  const id = randomUUID();
  await site.db.insert(decisions).values({
    ...{ ...made, id, documentId: document.id, text: 'Décidé', rank: 0, isInText: true, seenAt: at },
    ...{ decidedOn: '2023-03-14', year: 2023, number: 1 },
  });
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

test(
  '[WR2] every operation is refused to whoever may not ask for it, and to nobody else',
  () =>
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
    }),
  60_000,
);
