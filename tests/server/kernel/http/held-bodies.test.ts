import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHeldBodies } from '#server/kernel/http/held-bodies.ts';
import { PEER_HEADER } from '#server/kernel/http/peer.ts';
import type { Sender } from '#server/kernel/http/shares.ts';

const LIMITS = { accounts: 100, strangers: 40, account: 30, peer: 10, waitMs: 20 };
const PATIENT = { ...LIMITS, waitMs: 60_000 };

const account = (name: string): Sender => ({ account: name });
const stranger = (peer: string): Sender => ({ stranger: new Headers({ [PEER_HEADER]: peer }) });

test('[SC14] of strangers so much is held at once, and of one of them so much: members wait for neither', async () => {
  const bodies = createHeldBodies(LIMITS);
  const ofOne = await Promise.all(Array.from({ length: 12 }, () => bodies.reserve(stranger('192.0.2.1'), 1)));
  expect(ofOne.filter(Boolean)).toHaveLength(10);
  const ofMany = await Promise.all(
    Array.from({ length: 40 }, (_, at) => bodies.reserve(stranger(`198.51.100.${at}`), 1)),
  );
  expect(ofMany.filter(Boolean)).toHaveLength(30);
  expect(await bodies.reserve(account('nadia'), 30)).not.toBeNull();
});

test('[SC14] a household of IPv6 is one stranger', async () => {
  const bodies = createHeldBodies(LIMITS);
  expect(await bodies.reserve(stranger('2001:db8:1:2::1'), 10)).not.toBeNull();
  expect(await bodies.reserve(stranger('2001:db8:1:2::2'), 1)).toBeNull();
  expect(await bodies.reserve(stranger('2001:db8:1:3::1'), 1)).not.toBeNull();
});

test('[SC14] whoever holds nothing may hold one, whatever its size; given back twice is given back once', async () => {
  const bodies = createHeldBodies(LIMITS);
  const release = await bodies.reserve(account('nadia'), 1_000);
  expect(release).not.toBeNull();
  expect(await bodies.reserve(account('yann'), 1)).toBeNull();
  release?.();
  release?.();
  expect(await bodies.reserve(account('nadia'), 30)).not.toBeNull();
  expect(await bodies.reserve(account('nadia'), 1)).toBeNull();
});

test('[SC14] who waits enters when room is given back, in order; somebody whose own share is full is passed by', async () => {
  const bodies = createHeldBodies(PATIENT);
  const nadia = await bodies.reserve(account('nadia'), 30);
  await Promise.all(['a', 'b'].map((name) => bodies.reserve(account(name), 30)));
  const entered: string[] = [];
  const wait = (name: string, bytes: number) =>
    bodies.reserve(account(name), bytes).then((release) => {
      entered.push(name);
      return release;
    });
  // The account 'a' has its share already; of the others each fits only once Nadia has left.
  const full = wait('a', 5);
  const rest = [wait('yann', 20), wait('claire', 20)];
  nadia?.();
  await Promise.all(rest);
  expect(entered).toEqual(['yann', 'claire']);
  void full;
});

test('[SC14] whatever comes and goes, nobody holds more than their share unless it is one body', async () => {
  const gesture = fc.record({
    sender: fc.constantFrom('nadia', 'yann', '192.0.2.1', '192.0.2.2', '192.0.2.3'),
    bytes: fc.integer({ min: 1, max: 50 }),
    isReleased: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(gesture, { maxLength: 40 }), async (gestures) => {
      const bodies = createHeldBodies({ ...LIMITS, waitMs: 0 });
      const held: { sender: string; bytes: number; release: () => void }[] = [];
      for (const { sender, bytes, isReleased } of gestures) {
        if (isReleased) held.shift()?.release();
        const isStranger = sender.includes('.');
        const release = await bodies.reserve(isStranger ? stranger(sender) : account(sender), bytes);
        if (release) held.push({ sender, bytes, release });
        const own = held.filter((body) => body.sender === sender);
        const alike = held.filter((body) => body.sender.includes('.') === isStranger);
        for (const [some, most] of [
          [own, isStranger ? LIMITS.peer : LIMITS.account],
          [alike, isStranger ? LIMITS.strangers : LIMITS.accounts],
        ] as const)
          if (some.length > 1)
            expect(some.reduce((sum, body) => sum + body.bytes, 0)).toBeLessThanOrEqual(most);
      }
    }),
  );
});
