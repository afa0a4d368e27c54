import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { users } from '#db/people/person/schema.ts';
import {
  agreementMunicipalities,
  agreements,
  departments,
  municipalities,
  regions,
} from '#db/programme/territory/schema.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { SCOPES, type Scope } from '#shared/operations/token/scopes.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { typed } from '#tests/support/library/data-needs.ts';
import { anAccessToken } from '#tests/support/operations/access-tokens.ts';
import { anApplication } from '#tests/support/programme/builders/assessment-builders.ts';
import { aCall } from '#tests/support/programme/builders/call-builders.ts';
import { aMission } from '#tests/support/programme/builders/mission-builders.ts';
import { missionWorld } from '#tests/support/programme/missions.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

const LONG = { startsOn: '2020-01-01', endsOn: '2099-12-31' } as const;

let server: TestServer;
let people: Readonly<Record<Person, string>>;
/** What each list has of ours, by its address. */
let ids: Readonly<Record<string, string>>;

/** The coordination, a reviewer, the city, another city, the consultant of the mission, one of another mission, a guest. */
type Person = 'claire' | 'marc' | 'nadia' | 'lea' | 'camille' | 'rivale' | 'guest';
const EVERYBODY: readonly Person[] = ['claire', 'marc', 'nadia', 'lea', 'camille', 'rivale', 'guest'];
const PROGRAMME = EVERYBODY.filter((who) => who !== 'guest');

/** [EX1] [CA2] [AP1] [MS3] [DN7] [LI1] [ST3] [A13] Who sees them. */
const SEEN_BY: Readonly<Record<string, readonly Person[]>> = {
  experiments: ['claire', 'marc', 'nadia', 'lea', 'camille'],
  calls: EVERYBODY,
  'calls in preparation': ['claire'],
  applications: ['claire', 'marc', 'nadia'],
  missions: ['claire', 'marc', 'nadia', 'camille'],
  'data-needs': ['claire', 'marc', 'nadia', 'lea', 'camille'],
  'local-issues': PROGRAMME,
  tracks: PROGRAMME,
  organisations: PROGRAMME,
  logs: ['claire', 'marc', 'nadia', 'camille'],
  interviews: ['claire', 'marc', 'nadia'],
  notes: ['claire', 'marc', 'nadia'],
  facilitators: EVERYBODY,
  bulletins: PROGRAMME,
  events: EVERYBODY,
  newsletters: PROGRAMME,
  cities: EVERYBODY,
};

beforeAll(async () => {
  server = await startTestServer();
  const { db } = server.database;
  const world = await missionWorld(db, LONG);
  const { site, themeId, valmont, castelbrume, rival, experimentId, missionId } = world;
  people = Object.fromEntries(EVERYBODY.map((who) => [who, world.people[who].userId])) as typeof people;
  await aMission(site, {
    firmId: rival.id,
    cityIds: [castelbrume.id],
    consultantIds: [people.rivale],
    themeId,
    ...LONG,
  });
  const operations = operationsOn(db);
  const claire = { userId: people.claire };
  await operations.run('need.add', claire, { experimentId, ...typed, mayBeTwice: false });
  const track = { title: 'Schéma des arbres', purpose: '', schemaName: '', isForCommonCore: '' };
  await operations.run('track.open', claire, track);
  const issue = { title: 'Comment ombrager ?', context: 'Il fait chaud.', theme: themeId, city: valmont.id };
  await operations.run('localIssue.create', { userId: people.nadia }, issue);
  const city = valmont.id;
  const met = { personName: 'Agnès', personFunction: '', personOrganisation: '', metOn: '2023-02-20' };
  const heard = { city, ...met, notes: 'Chaud', consentNote: '', hasConsent: '' };
  await operations.run('stakeholderInterview.keep', { userId: people.nadia }, heard);
  const read = { city, title: 'Étude', url: 'https://exemple.fr/', says: 'Les cours' };
  await operations.run('watchNote.keep', { userId: people.nadia }, read);
  const log = { mood: 'good', done: 'Relevés', difficulties: '', help: '' } as const;
  const written = { ...log, experimentId, month: new Date().toISOString().slice(0, 7), seen: 0 };
  expect(await operations.run('experimentLog.write', claire, written)).toMatchObject({ ok: true });
  const structure = { name: 'Agence', kind: 'agency', offer: '', address: '', site: '', areas: '' };
  const contact = { contactName: '', contactEmail: '', contactPhone: '', source: '', certainty: '' };
  await operations.run('facilitator.create', claire, { ...structure, ...contact });
  const told = await operations.run('bulletin.write', claire, {
    ...{ title: 'Rencontre', text: 'En avril.', toldTo: 'programme' },
  });
  if (told.ok) await operations.run('bulletin.publish', claire, { bulletinId: told.value.id });
  const planned = await operations.run('event.write', claire, {
    ...{ title: 'Webinaire', description: '', day: '2099-03-14', start: '14:00', endDay: '', end: '15:00' },
    ...{ place: 'Lyon', link: '', capacity: '', toldTo: 'public' },
  });
  if (planned.ok) await operations.run('event.publish', claire, { eventId: planned.value.id });
  const letter = { title: 'Mars', introduction: 'Bonjour', fromDay: '2023-03-01', toDay: '2023-03-31' };
  const composed = await operations.run('newsletter.write', claire, { ...letter, toldTo: 'programme' });
  if (composed.ok) await operations.run('newsletter.send', claire, { newsletterId: composed.value.id });
  await db.insert(regions).values({ code: '84', name: 'Auvergne-Rhône-Alpes' });
  await db.insert(departments).values({ code: '38', name: 'Isère', regionCode: '84' });
  const place = { departmentCode: '38', regionCode: '84', name: 'Valmont', postalCodes: [] };
  await db.insert(municipalities).values({ code: '38001', ...place });
  await db.insert(agreements).values({ id: 'C1', name: 'Valmont', isInProgramme: true });
  await db.insert(agreementMunicipalities).values({ agreementId: 'C1', municipalityCode: '38001' });
  const call = await aCall(site);
  const later = new Date('2099-01-01T09:00:00Z');
  const prepared = await aCall(site, { publishedAt: null, opensAt: later, closesAt: later });
  const application = await anApplication(site, {
    callId: call.id,
    organisationId: valmont.id,
    title: 'Haies',
    createdBy: people.nadia,
  });
  const first = async (list: string) => (await ask('claire', `/${list}`)).body.items[0]?.id ?? '';
  ids = {
    experiments: experimentId,
    calls: call.id,
    'calls in preparation': prepared.id,
    applications: application.id,
    missions: missionId,
    'data-needs': await first('data-needs'),
    'local-issues': await first('local-issues'),
    tracks: await first('tracks'),
    organisations: castelbrume.id,
    logs: await first('logs'),
    interviews: await first('interviews'),
    notes: await first('notes'),
    facilitators: await first('facilitators'),
    bulletins: await first('bulletins'),
    events: await first('events'),
    newsletters: await first('newsletters'),
    cities: '38001',
  };
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly challenge: string | null;
  readonly body: { items: { id: string }[]; next: string | null; code: string } & Record<string, unknown>;
}

async function askBy(secret: string | null, path: string): Promise<Answer> {
  const response = await fetch(`${server.origin}/api/v1${path}`, {
    headers: secret ? { authorization: `Bearer ${secret}` } : {},
  });
  const challenge = response.headers.get('www-authenticate');
  return { status: response.status, challenge, body: await response.json() };
}

/** Nobody has many: one is made for the same scopes. */
const tokens = new Map<string, Promise<string>>();
function tokenOf(userId: string, scopes: readonly Scope[] = SCOPES): Promise<string> {
  const key = [userId, ...scopes].join(' ');
  const make = async () =>
    (await anAccessToken(server.database.db, { userId, scopes, now: new Date() })).secret;
  const token = tokens.get(key) ?? make();
  tokens.set(key, token);
  return token;
}
async function ask(who: Person, path: string): Promise<Answer> {
  return askBy(await tokenOf(people[who]), path);
}

const addressOf = (noun: string) => `/${noun.split(' ')[0]}`;

describe.each(Object.entries(SEEN_BY))('%s', (noun, seenBy) => {
  test('[I6] are listed and read by those who see them on the pages, and absent for everybody else', async () => {
    const list = addressOf(noun);
    for (const who of EVERYBODY) {
      const isSeen = seenBy.includes(who);
      const listed = (await ask(who, `${list}?limit=100`)).body.items.map(({ id }) => id);
      expect(listed.includes(ids[noun] ?? ''), `${who} in the list`).toBe(isSeen);
      const one = await ask(who, `${list}/${ids[noun]}`);
      expect([one.status, one.body.id ?? one.body.code], who).toEqual(
        isSeen ? [200, ids[noun]] : [404, 'access.notFound'],
      );
    }
  });

  test('[I6] [TK2] nobody reads them who is signed out or suspended, nor a token of another scope', async () => {
    const list = addressOf(noun);
    const { id } = await aPerson(server.site, { name: 'Suspendu' });
    const suspended = await tokenOf(id);
    await server.database.db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, id));
    const scope = noun === 'applications' ? 'applications:read' : 'programme:read';
    const narrow = await tokenOf(
      people.claire,
      SCOPES.filter((one) => one !== scope),
    );
    const only = await tokenOf(people.claire, [scope]);
    for (const address of [list, `${list}/${ids[noun]}`]) {
      expect((await askBy(null, address)).status).toBe(401);
      expect((await askBy(suspended, address)).status).toBe(401);
      const refused = await askBy(narrow, address);
      expect([refused.status, refused.body.code]).toEqual([403, 'accessToken.scope']);
      expect(refused.challenge).toContain(`scope="${scope}"`);
      expect((await askBy(only, address)).status).toBe(200);
    }
  });

  test('[I6] what is no id of theirs is absent, and pages lead to the end of the list', async () => {
    const list = addressOf(noun);
    for (const id of ['x', '%00', crypto.randomUUID()])
      expect((await ask('claire', `${list}/${id}`)).status, id).toBe(404);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Answer = await ask('claire', `${list}?limit=1${next && `&cursor=${next}`}`);
      seen.push(...page.body.items.map(({ id }) => id));
      ({ next } = page.body);
    }
    const all = (await ask('claire', `${list}?limit=100`)).body.items.map(({ id }) => id);
    expect(seen).toEqual(all);
  });
});

test('[I6] [DN8] whom to write to about data is read inside the experiment only', async () => {
  const contactFor = async (who: Person) => (await ask(who, `/data-needs/${ids['data-needs']}`)).body.contact;
  expect(await contactFor('nadia')).toBe('arbres@valmont.example');
  expect(await contactFor('camille')).toBe('arbres@valmont.example');
  expect(await contactFor('lea')).toBe('');
});

test('[I6] [LI3] of what a challenge comes from others learn only that there is something', async () => {
  const [issueId, interviewId] = [ids['local-issues'] ?? '', ids.interviews ?? ''];
  const link = { issueId, of: `interview:${interviewId}`, quotation: 'Chaud' };
  const nadia = { userId: people.nadia };
  const linked = await operationsOn(server.database.db).run('localIssue.linkSource', nadia, link);
  expect(linked).toMatchObject({ ok: true });
  const sourcesFor = async (who: Person) => (await ask(who, `/local-issues/${issueId}`)).body.sources;
  expect(await sourcesFor('nadia')).toMatchObject([{ quotation: 'Chaud', person: { name: 'Agnès' } }]);
  expect(await sourcesFor('lea')).toMatchObject([{ kind: 'interview', quotation: '', person: null }]);
});

test('[I6] [A13] a guest of a consultancy reads its own name and no other organisation', async () => {
  const firm = await anOrganisation(server.site, { name: 'Sans mission', kind: 'consultancy' });
  const { id } = await aPerson(server.site, { organisationId: firm.id });
  const { body } = await askBy(await tokenOf(id), '/organisations');
  expect(body.items).toMatchObject([{ id: firm.id, name: 'Sans mission' }]);
});

describe('who asks', () => {
  test('[I6] a token reads whose it is and what it may; a session has no scopes', async () => {
    const secret = await tokenOf(people.nadia, ['boards:read', 'groups:read']);
    expect((await askBy(secret, '/me')).body).toMatchObject({
      id: people.nadia,
      organisation: { name: 'Valmont' },
      platformRole: 'member',
      groups: 0,
      scopes: ['groups:read', 'boards:read'],
    });
    const writer = await server.person({ role: 'contributor' });
    expect((await askBy(writer.token, '/me')).body).toMatchObject({ id: writer.id, groups: 1, scopes: null });
  });

  test('[I6] nobody else is anybody', async () => {
    const { id } = await aPerson(server.site);
    const secret = await tokenOf(id);
    await server.database.db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, id));
    for (const wrong of [null, secret, `cordee_${'a'.repeat(43)}`])
      expect((await askBy(wrong, '/me')).status).toBe(401);
  });
});
