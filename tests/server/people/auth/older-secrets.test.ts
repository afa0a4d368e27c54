import { createHmac } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { createSignature } from '#server/kernel/signature.ts';
import { readAnswerLink, signAnswerLink } from '#server/meetings/meeting/answer-links.ts';
import { createUnsubscribeLinks } from '#server/news/notification/unsubscribe-links.ts';
import { createCookieRenewal, type Secrets } from '#server/people/auth/older-secrets.ts';
import { type AuthServer, startAuthServer } from '#tests/support/people/auth-server.ts';

const [NEW, OLD, LEAKED] = ['n', 'o', 'l'].map((letter) => letter.repeat(40)) as [string, string, string];

test('[SC6] older secrets still read what they signed, the newest one signs', () => {
  const seal = createSeal(NEW, OLD);
  expect(seal.open(createSeal(OLD).close('un lien'))).toBe('un lien');
  expect(createSeal(NEW).open(seal.close('un lien'))).toBe('un lien');
  expect(createSeal(OLD).open(seal.close('un lien'))).toBeNull();
  expect(seal.open(createSeal(LEAKED).close('un lien'))).toBeNull();

  const ended = { userId: 'somebody', from: 'all' } as const;
  const links = createUnsubscribeLinks(createSignature(NEW, OLD));
  expect(links.read(createUnsubscribeLinks(createSignature(OLD)).sign(ended))).toEqual(ended);
  expect(createUnsubscribeLinks(createSignature(NEW)).read(links.sign(ended))).toEqual(ended);
  expect(links.read(createUnsubscribeLinks(createSignature(LEAKED)).sign(ended))).toBeNull();

  const asked = { meetingId: 'a meeting', userId: 'somebody' };
  const signature = createSignature(NEW, OLD);
  expect(readAnswerLink(signature, signAnswerLink(createSignature(OLD), asked))).toEqual(asked);
  expect(readAnswerLink(createSignature(NEW), signAnswerLink(signature, asked))).toEqual(asked);
  expect(readAnswerLink(signature, signAnswerLink(createSignature(LEAKED), asked))).toBeNull();
  // A link of one kind is none of another.
  expect(readAnswerLink(signature, createUnsubscribeLinks(createSignature(NEW)).sign(ended))).toBeNull();
  expect(signature.read('another purpose', signAnswerLink(signature, asked))).toBeNull();
});

let server: AuthServer;
beforeAll(async () => {
  server = await startAuthServer();
});
afterAll(() => server.close());

function renewed(secrets: Secrets, cookie: string): string | undefined {
  const request = new IncomingMessage(new Socket());
  request.headers.cookie = cookie;
  return createCookieRenewal(secrets)(request).headers.cookie;
}

/** What better-auth would have signed under another secret. */
function signedUnder(secret: string, cookie: string): string {
  const [name, value = ''] = cookie.split('=');
  const token = decodeURIComponent(value).split('.')[0] ?? '';
  const mark = createHmac('sha256', secret).update(token).digest('base64');
  return `${name}=${encodeURIComponent(`${token}.${mark}`)}`;
}

test('[SC6] a session that an older secret signed goes on; one of a secret that is no longer listed is nobody’s', async () => {
  const { email } = await server.aPerson();
  const cookie = await server.signIn(email);
  const known = 'a secret for tests that is long enough';
  const [old, leaked] = [signedUnder(OLD, cookie), signedUnder(LEAKED, cookie)];
  const who = async (shown: string | undefined) => {
    const answer = await fetch(`${server.origin}/api/auth/get-session`, { headers: { cookie: shown ?? '' } });
    const session: { user: { email: string } } | null = await answer.json();
    return session?.user.email ?? null;
  };
  expect(await who(old)).toBeNull();
  expect(await who(renewed([known, OLD], `a=b; ${old}; c=%E0%A4%A`))).toBe(email);
  expect(await who(renewed([known, OLD], leaked))).toBeNull();
  expect(await who(renewed([known, OLD], cookie))).toBe(email);
  expect(renewed([known], old)).toBe(old);
  expect(renewed([known, OLD], 'theme=sombre; x')).toBe('theme=sombre; x');
});
