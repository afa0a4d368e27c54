import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openPostgres } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { markAttendance } from '#db/meetings/held/meeting-attendances.ts';
import { openVote } from '#db/meetings/held/meeting-votes.ts';
import { users } from '#db/people/person/schema.ts';
import { publications } from '#db/publication/public-document/schema.ts';
import { aMember, aPerson } from '#db/seed/builders/builders.ts';
import { describeApi } from '#server/operations/api/api.ts';
import { FILE_NAME_HEADER } from '#shared/paths.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { createPostgresDatabase, type OwnDatabase, TEMPLATE } from '#tests/support/database.ts';
import { type CuttingProxy, startCuttingProxy } from '#tests/support/kernel/cutting-proxy.ts';
import { anOpenMeeting, FOR_OR_AGAINST } from '#tests/support/meetings/meetings.ts';
import { aTopic } from '#tests/support/programme/topics.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let own: OwnDatabase;
let proxy: CuttingProxy;
let throughProxy: Database;
let direct: Database;
let server: TestServer;
let writer: SignedIn;
/** What the samples write in. */
let at: Record<'group' | 'document' | 'board' | 'meeting', string>;
let column: string;

beforeAll(async () => {
  own = await createPostgresDatabase(TEMPLATE);
  proxy = await startCuttingProxy(own.url);
  throughProxy = openPostgres(proxy.url);
  direct = openPostgres(own.url);
  server = await startTestServer({ database: throughProxy });
  writer = await server.person({ role: 'facilitator' });
  const group = server.groupId;
  const { meeting, change } = await anOpenMeeting(server.site, group);
  const mine = { userId: writer.id, presence: 'present', mode: 'remote' } as const;
  await inTransaction(direct.db, (tx) =>
    markAttendance(tx, { ...change(), ...mine, attendanceId: randomUUID() }),
  );
  const made = async (path: string, body: object) =>
    String((await send({ method: 'post', path: `/groups/${group}${path}`, body })).body.id);
  at = {
    group,
    meeting: meeting.id,
    document: await made('/documents', { title: 'Compte rendu', template: 'minutes' }),
    board: await made('/boards', { title: 'Suivi' }),
  };
  column = (await server.rooms.read(`board:${at.board}`, 'board', ANYBODY)).value.columns[0]?.id ?? '';
});
afterAll(async () => {
  await server.close();
  await Promise.all([throughProxy.close(), direct.close()]);
  await proxy.close();
  await own.drop();
});

interface Sample {
  /** Of the address, beside those of `at`. */
  readonly names?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
interface Sent extends Sample {
  readonly method: string;
  readonly path: string;
  readonly key?: string;
}
interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function send({ method, path, body, headers = {}, key }: Sent): Promise<Answer> {
  // A form has another boundary each time.
  const isForm = body instanceof File;
  const form = new FormData();
  if (isForm) form.append('file', body);
  const given = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`http://127.0.0.1:${server.port}/api/v1${path}`, {
    method: method.toUpperCase(),
    headers: {
      authorization: `Bearer ${writer.token}`,
      ...(isForm || body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key ? { 'idempotency-key': key } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isForm ? form : given }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : {} };
}

const aThread = async () => {
  const path = `/documents/${at.document}/comments`;
  const { body } = await send({ method: 'post', path, body: { quote: 'Ordre du jour', body: 'Quand ?' } });
  return { thread: String(body.id) };
};
const someMember = async () => {
  const { id: user } = await aPerson(server.site);
  await aMember(server.site, { groupId: at.group, userId: user, role: 'observer' });
  return { user };
};
const aVote = async () => {
  const { site } = server;
  const vote = { voteId: site.newId(), question: 'Deux strates ?', choices: FOR_OR_AGAINST };
  const meeting = { meetingId: at.meeting, groupId: at.group, by: writer.id, now: site.now() };
  const how = { voices: 'person', isSecret: false, quorum: 'none' } as const;
  await inTransaction(direct.db, (tx) => openVote(tx, { ...meeting, ...vote, ...how }));
  return { vote: vote.voteId };
};

const aDocument = async () => {
  const path = `/groups/${at.group}/documents`;
  return { document: String((await send({ method: 'post', path, body: { title: 'Note' } })).body.id) };
};
const aPublication = async (withdrawnAt: Date | null) => {
  const { document } = await aDocument();
  const [now, nothing] = [server.site.now(), { blocks: [], outline: [], writers: [], fileIds: [], seq: 0 }];
  await direct.db.insert(publications).values({
    ...{ documentId: document, address: document, title: 'Note', excerpt: '', ...nothing },
    ...{ firstAt: now, publishedAt: now, publishedBy: writer.id, withdrawnAt },
  });
  return { document };
};
const baseOf = async () => {
  const { body } = await send({ method: 'get', path: `/documents/${at.document}/content` });
  return { base: String(body.base), markdown: String(body.markdown) };
};

/** What the pages of those who invite ask for. */
const coordinates = () =>
  direct.db.update(users).set({ platformRole: 'coordinator' }).where(eq(users.id, writer.id));

/** A request of each operation that writes; what it is about is made anew each time. */
const SAMPLES: Record<string, () => Sample | Promise<Sample>> = {
  'documents.create': () => ({ body: { title: 'Note', template: 'minutes' } }),
  'documents.change': async () => ({ names: await aDocument(), body: { title: 'Relevé', folder: null } }),
  'documents.trash': async () => ({ names: await aDocument() }),
  'documents.restore': async () => {
    const names = await aDocument();
    await send({ method: 'delete', path: `/documents/${names.document}` });
    return { names };
  },
  'publications.publish': async () => {
    const { document } = await aDocument();
    const path = `/documents/${document}/content`;
    const { base } = (await send({ method: 'get', path })).body;
    await send({ method: 'patch', path, body: { base, markdown: 'Un texte.' } });
    return { names: { document } };
  },
  'publications.withdraw': async () => ({ names: await aPublication(null) }),
  'publications.restore': async () => ({ names: await aPublication(server.site.now()) }),
  'content.rewrite': async () => {
    const { base, markdown } = await baseOf();
    return { body: { base, markdown: `${markdown}\nUne ligne de plus.\n` } };
  },
  'content.insert': async () => ({
    body: { base: (await baseOf()).base, markdown: 'Une ligne.', heading: 'Ordre du jour' },
  }),
  'documents.import': () => ({ body: new File(['# Note\n\nUn texte.\n'], 'note.md') }),
  'boards.create': () => ({ body: { title: 'Tableau' } }),
  'boards.import': () => ({
    body: 'Titre,Colonne\nUne carte,À faire\n',
    headers: { 'content-type': 'text/csv', [FILE_NAME_HEADER]: 'suivi.csv' },
  }),
  'cards.create': () => ({ body: { title: 'Carte', columnId: column } }),
  'cards.change': async () => {
    const path = `/boards/${at.board}/cards`;
    const { body } = await send({ method: 'post', path, body: { title: 'Avant', columnId: column } });
    return { names: { card: String(body.id) }, body: { title: 'Après', index: 0 } };
  },
  'comments.create': () => ({ body: { quote: 'Ordre du jour', body: 'Lequel ?' } }),
  'comments.reply': async () => ({ names: await aThread(), body: { body: 'Celui de mars.' } }),
  'comments.change': async () => ({ names: await aThread(), body: { resolved: true } }),
  'organisations.add': async () => {
    await coordinates();
    return { body: { name: `Ville ${randomUUID()}`, kind: 'region' } };
  },
  'invitations.add': async () => {
    await coordinates();
    return { body: { email: `${randomUUID()}@v.example`, name: 'Ana Ruiz' } };
  },
  'members.add': async () => ({ body: { userId: (await aPerson(server.site)).id, role: 'observer' } }),
  'members.change': async () => ({ names: await someMember(), body: { role: 'contributor' } }),
  'members.remove': async () => ({ names: await someMember() }),
  'meetings.create': () => ({
    body: { title: 'Séance', startsAt: '2030-03-14T09:00:00Z', endsAt: '2030-03-14T10:00:00Z', invite: true },
  }),
  'ballots.give': async () => ({
    names: await aVote(),
    body: { voter: `person:${writer.id}`, choice: 'choix-1' },
  }),
  'topics.create': () => ({ body: { title: 'Ombre', body: 'Qui l’a mesurée ?' } }),
  'topics.reply': async () => ({
    names: { topic: (await aTopic(server.site, { groupId: at.group, by: writer.id })).topicId },
    body: { body: 'Nous.' },
  }),
  'resources.share': () => ({
    body: { title: 'Guide', kind: 'link', producer: 'Ville', address: 'https://ville.example/guide' },
  }),
};
/** What goes into a live room has no COMMIT of ours: there the key is what gets lost. */
const CUT_AT: Record<string, RegExp> = {
  'cards.create': /insert into "idempotent_answer"/,
  'cards.change': /insert into "idempotent_answer"/,
  'content.rewrite': /insert into "idempotent_answer"/,
  'content.insert': /insert into "idempotent_answer"/,
};
const COUNTED = [
  ...[
    'document',
    'document_import',
    'board',
    'doc_room',
    'resource',
    'group_member',
    'activity',
    'audit_entry',
  ],
  ...[
    'comment_thread',
    'comment',
    'meeting',
    'meeting_invitation',
    'meeting_ballot',
    'idempotent_answer',
    'person_letter',
  ],
];

/** How many rows, cards and blocks there are. */
async function count(): Promise<readonly number[]> {
  const each = COUNTED.map((table) => `(select count(*)::int from ${table}) as ${table}`).join();
  const { rows } = await direct.run(`select ${each}`, []);
  const { columns } = (await server.rooms.read(`board:${at.board}`, 'board', ANYBODY)).value;
  return [
    ...COUNTED.map((table) => Number(rows[0]?.[table])),
    columns.reduce((sum, { cards }) => sum + cards.length, 0),
    (await server.rooms.read(`document:${at.document}`, 'blocks', ANYBODY)).value.length,
  ];
}

/** What a request with one key, sent twice, answers and adds; the first is cut off when asked for. */
async function sendTwice(
  { name, method, path: pattern }: (typeof WRITES)[number],
  cut?: 'unheard' | 'unanswered',
) {
  const sample = await SAMPLES[name]?.();
  if (!sample) throw new Error(`no example of ${name}, which writes`);
  const names: Record<string, string> = { ...at, ...sample.names };
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, one: string) => names[one] ?? '');
  const sent = { ...sample, method, path, key: randomUUID() };
  const before = await count();
  if (cut) proxy.cut(CUT_AT[name] ?? /commit\0/i, cut);
  const first = await send(sent);
  // Else nothing was shown.
  expect(proxy.isWaiting).toBe(false);
  const second = await send(sent);
  const after = await count();
  return { first, second, added: after.map((rows, index) => rows - (before[index] ?? 0)) };
}

const WRITES = Object.entries(describeApi('https://cordee.example').paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => method !== 'get')
    .map(([method, { operationId, parameters }]) => ({ name: operationId, method, path, parameters })),
);

test.each(WRITES)(
  '[I1] $name is done once for its key, also when the answer of the database gets lost',
  async (write) => {
    expect(write.parameters).toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' });
    const whole = await sendTwice(write);
    expect(whole.first.status).toBeLessThan(300);
    expect(whole.second).toEqual(whole.first);
    for (const cut of ['unanswered', 'unheard'] as const) {
      const { first, second, added } = await sendTwice(write, cut);
      if (first.status === 503) expect(first.body).toMatchObject({ code: 'api.away' });
      else expect(first).toEqual(second);
      expect(second.status).toBe(whole.first.status);
      expect(added).toEqual(whole.added);
    }
  },
);
