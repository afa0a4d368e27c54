import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifications } from '#db/people/person/schema.ts';
import type { Letter } from '#server/kernel/mail/letter.ts';
import { createEntryCodes, type EntryCodes, emailOfPass } from '#server/people/entry/entry-codes.ts';
import { CODE_TRIES } from '#shared/people/entry/entry.ts';
import { SIGNATURE } from '#tests/support/kernel/operations.ts';
import { type AuthServer, startAuthServer } from '#tests/support/people/auth-server.ts';

let server: AuthServer;
const sent: { email: string; letter: Letter; sender: unknown }[] = [];
beforeAll(async () => {
  server = await startAuthServer();
});
afterAll(() => server.close());

function makeCodes(): EntryCodes {
  return createEntryCodes({
    db: server.database.db,
    auth: server.auth,
    origin: server.origin,
    signature: SIGNATURE,
    mailer: {
      async send(_db, { email }, letter, sender) {
        sent.push({ email, letter, sender });
        return null;
      },
    },
  });
}

const from = (cookie = '', peer = '192.0.2.1') => new Headers({ cookie, 'x-peer': peer });
const codeIn = (letter: Letter | undefined) =>
  /\b(\d{3}) (\d{3})\b/
    .exec(letter?.paragraphs.join(' ') ?? '')
    ?.slice(1)
    .join('') ?? '';
const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Asks for a code, and gives it with the browser that asked. */
async function aCode(codes: EntryCodes, email: string, about = 'commune-1') {
  sent.length = 0;
  const asked = await codes.ask({ email, about, page: '/appels/a/candidater', headers: from() });
  const cookie = asked.ok ? (asked.cookie.split(';')[0] ?? '') : '';
  return { asked, browser: from(cookie), code: codeIn(sent[0]?.letter) };
}

describe('[EN1] a code by mail', () => {
  test('proves the address to the browser that asked, once, and to no other', async () => {
    const codes = makeCodes();
    const { browser, code } = await aCode(codes, 'lea@castelbrume.example');
    expect(code).toMatch(/^\d{6}$/);
    expect(await codes.waiting(browser)).toMatchObject({ email: 'lea@castelbrume.example' });
    expect(await codes.use(code, from())).toEqual({ ok: false, left: 0 });
    const other = await aCode(codes, 'lea@castelbrume.example');
    expect(await codes.use(code, other.browser)).toEqual({ ok: false, left: CODE_TRIES - 1 });
    const used = await codes.use(code, browser);
    expect(used).toMatchObject({ ok: true, cookie: expect.stringContaining('Max-Age=0') });
    const pass = used.ok ? used.pass : '';
    expect(emailOfPass(SIGNATURE, pass, new Date())).toBe('lea@castelbrume.example');
    expect(emailOfPass(SIGNATURE, pass, new Date(Date.now() + 2 * 3_600_000))).toBeNull();
    expect(emailOfPass(SIGNATURE, `${pass}x`, new Date())).toBeNull();
    expect(await codes.use(code, browser)).toEqual({ ok: false, left: 0 });
    expect(await codes.waiting(browser)).toBeNull();
  });

  test('says how many tries are left, and dies with the last: then the right one opens nothing', async () => {
    const codes = makeCodes();
    const { browser, code } = await aCode(codes, 'tries@castelbrume.example');
    for (let left = CODE_TRIES - 1; left >= 1; left--)
      expect(await codes.use(wrongOf(code), browser)).toEqual({ ok: false, left });
    expect(await codes.use(wrongOf(code), browser)).toEqual({ ok: false, left: 0 });
    expect(await codes.use(code, browser)).toEqual({ ok: false, left: 0 });
  });

  test('of a thousand tries at once lets five be looked at', async () => {
    const codes = makeCodes();
    const { browser, code } = await aCode(codes, 'thousand@castelbrume.example');
    const tries = Array.from({ length: 1_000 }, (_, at) => String(at).padStart(6, '0')).filter(
      (one) => one !== code,
    );
    const answers = await Promise.all(tries.map((one) => codes.use(one, browser)));
    expect(answers.filter((answer) => !answer.ok && answer.left > 0)).toHaveLength(CODE_TRIES - 1);
    expect(await codes.use(code, browser)).toMatchObject({ ok: false });
  });

  test('of ten who send the right one at once is one’s', async () => {
    const codes = makeCodes();
    const { browser, code } = await aCode(codes, 'twice@castelbrume.example');
    const answers = await Promise.all(Array.from({ length: 4 }, () => codes.use(code, browser)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('[SC17] is nothing that the database holds, nor what its subject says', async () => {
    const codes = makeCodes();
    const { browser, code } = await aCode(codes, 'kept@castelbrume.example');
    const kept = JSON.stringify(await server.database.db.select().from(verifications));
    expect(kept).toContain('kept@castelbrume.example');
    expect(kept).not.toContain(code);
    const mark = /=([\w-]{43})/.exec(browser.get('cookie') ?? '')?.[1] ?? '';
    expect(mark).not.toBe('');
    expect(kept).not.toContain(mark);
    expect(sent[0]?.letter.subject).not.toMatch(/\d/);
    expect(sent[0]?.sender).toBe('server');
  });
});

describe('[EN2] codes', () => {
  test('leave alike for an address that has an account and one that has none', async () => {
    const codes = makeCodes();
    const { email } = await server.aPerson();
    const [known, unknown] = [await aCode(codes, email), await aCode(codes, 'nobody@castelbrume.example')];
    const shape = { ok: true, cookie: expect.stringMatching(/^cordee\.code=.{43}; Max-Age=900; .*HttpOnly/) };
    expect(known.asked).toEqual(shape);
    expect(unknown.asked).toEqual(shape);
    expect([known.code, unknown.code]).toEqual([
      expect.stringMatching(/^\d{6}$/),
      expect.stringMatching(/^\d{6}$/),
    ]);
  });

  test('are five an hour to an address, thirty for an organisation, sixty from a peer', async () => {
    const codes = makeCodes();
    for (let at = 0; at < 5; at++) expect((await aCode(codes, 'five@a.example')).asked.ok).toBe(true);
    expect((await aCode(codes, 'five@a.example')).asked).toEqual({ ok: false, seconds: expect.any(Number) });
    expect(sent).toEqual([]);
    for (let at = 0; at < 30; at++)
      expect((await aCode(codes, `n${at}@a.example`, 'commune-2')).asked.ok).toBe(true);
    expect((await aCode(codes, 'next@a.example', 'commune-2')).asked.ok).toBe(false);
    for (let at = 0; at < 23; at++) await aCode(codes, `m${at}@a.example`, `commune-${at + 10}`);
    expect((await aCode(codes, 'last@a.example', 'commune-99')).asked.ok).toBe(false);
  });
});
