import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newWebhookSecret, signatureOf } from '#server/operations/webhook/signature.ts';

/** The example of the documentation of Standard Webhooks. */
const EXAMPLE = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  seconds: 1_614_265_330,
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

test('[WH3] a message is signed as Standard Webhooks says, once a secret', () => {
  expect(signatureOf([EXAMPLE.secret], EXAMPLE)).toBe(EXAMPLE.signature);
  const other = newWebhookSecret();
  expect(Buffer.from(other.slice('whsec_'.length), 'base64')).toHaveLength(32);
  const both = signatureOf([other, EXAMPLE.secret], EXAMPLE).split(' ');
  expect(both).toEqual([signatureOf([other], EXAMPLE), EXAMPLE.signature]);
});

type Verify = (secret: string, headers: Record<string, string>, body: string, now?: number) => boolean;

/** The example of the guide, as whoever copies it has it. */
async function verifyOfGuide(): Promise<Verify> {
  const guide = readFileSync('docs/guide/webhooks.md', 'utf8');
  const source = /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const module: { verifier: Verify } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  return module.verifier;
}

test('[WH3] the example of the guide takes what is signed and recent, and nothing else', async () => {
  const verify = await verifyOfGuide();
  const headersOf = (changed: Record<string, string> = {}) => ({
    'webhook-id': EXAMPLE.id,
    'webhook-timestamp': String(EXAMPLE.seconds),
    'webhook-signature': EXAMPLE.signature,
    ...changed,
  });
  const at = (headers: Record<string, string>, { body = EXAMPLE.body, late = 0 } = {}) =>
    verify(EXAMPLE.secret, headers, body, (EXAMPLE.seconds + late) * 1_000);
  const other = signatureOf([newWebhookSecret()], EXAMPLE);
  expect(at(headersOf())).toBe(true);
  expect(at(headersOf({ 'webhook-signature': `${other} ${EXAMPLE.signature}` }))).toBe(true);
  expect(at(headersOf({ 'webhook-signature': other }))).toBe(false);
  expect(at(headersOf({ 'webhook-signature': 'v1,' }))).toBe(false);
  expect(at(headersOf({ 'webhook-id': 'msg_other' }))).toBe(false);
  expect(at(headersOf(), { body: '{"test": 2432232315}' })).toBe(false);
  expect(at(headersOf(), { late: 301 })).toBe(false);
  expect(at({})).toBe(false);
});
