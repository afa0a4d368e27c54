import { describe, expect, it } from 'vitest';
import { openBox, seal } from '#app/realtime/closing/seal.ts';
import { readContent, type SealedContent, writeContent } from '#app/realtime/closing/sealed-content.ts';
import { createDeviceSeal } from '#server/people/auth/device-seal.ts';
import { readDeviceKeys, readDeviceOwner } from '#shared/realtime/device-seal.ts';

const NADIA = '0197a7c2-6f3e-7c11-8a9b-4f5d6e7a8b9c';
const YANN = '0197a7c2-6f3e-7c11-8a9b-4f5d6e7a8b9d';
const [NEW, OLD] = ['n'.repeat(40), 'o'.repeat(40)] as const;
const text = new TextEncoder().encode('Ce que Nadia n’avait pas envoyé.');

describe('[L12] what is sealed for an account', () => {
  it('is opened by its key, and by no other account’s', async () => {
    const device = createDeviceSeal([NEW]);
    const box = await seal(text, device.publicKey(NADIA));
    expect(await openBox(box, device.keys(NADIA))).toEqual(text);
    expect(await openBox(box, device.keys(YANN))).toBeNull();
    // Not even when somebody says that the box is theirs.
    expect(await openBox({ ...box, publicKey: device.publicKey(YANN) }, device.keys(YANN))).toBeNull();
  });

  it('is opened as long as the secret under which it was sealed is listed', async () => {
    const box = await seal(text, createDeviceSeal([OLD]).publicKey(NADIA));
    expect(await openBox(box, createDeviceSeal([NEW, OLD]).keys(NADIA))).toEqual(text);
    expect(await openBox(box, createDeviceSeal([NEW]).keys(NADIA))).toBeNull();
  });

  it('says nothing when a bit of it was changed', async () => {
    const device = createDeviceSeal([NEW]);
    const box = await seal(text, device.publicKey(NADIA));
    const flipped = (bytes: ArrayBuffer, at: number) => {
      const copy = new Uint8Array(bytes.slice(0));
      copy[at] = (copy[at] ?? 0) ^ 1;
      return copy.buffer;
    };
    for (const changed of [
      { ...box, data: flipped(box.data, 0) },
      { ...box, data: flipped(box.data, box.data.byteLength - 1) },
      { ...box, ephemeral: flipped(box.ephemeral, 40) },
      { ...box, iv: new Uint8Array(12) },
    ]) {
      expect(await openBox(changed, device.keys(NADIA))).toBeNull();
    }
    expect(new TextDecoder('latin1').decode(box.data)).not.toContain('Nadia');
    // Two boxes of one text have nothing in common.
    const again = await seal(text, device.publicKey(NADIA));
    expect(new Uint8Array(again.ephemeral)).not.toEqual(new Uint8Array(box.ephemeral));
  });

  it('has one key an account and a secret, the same on every instance', () => {
    const keys = [NADIA, YANN].flatMap((account) => createDeviceSeal([NEW, OLD]).keys(account));
    expect(new Set(keys.map(({ secretKey }) => secretKey)).size).toBe(4);
    expect(createDeviceSeal([NEW, OLD]).keys(NADIA)).toEqual(keys.slice(0, 2));
    expect(createDeviceSeal([NEW]).publicKey(NADIA)).toBe(keys[0]?.publicKey);
  });
});

it.each<SealedContent>([
  { kind: 'draft', key: 'cordee:brouillon:a:b:nouveau', value: '{"body":"« été »"}' },
  { kind: 'copy', name: 'cordee:a:document:b', updates: [], custom: [] },
  {
    kind: 'copy',
    name: 'cordee:a:board:b',
    updates: [new Uint8Array([1, 2, 3]), new Uint8Array(), new Uint8Array(70_000).fill(7)],
    custom: [
      ['pending:12', 3],
      ['synced', '2'],
    ],
  },
])('[L12] what was in a $kind comes back as it was', (content) => {
  expect(readContent(writeContent(content))).toEqual(content);
});

it('[L11] only an answer of the server says whose browser this is', () => {
  for (const other of [null, '', [], {}, { account: NADIA }, { account: 3, seals: {} }, { seals: {} }]) {
    expect(readDeviceOwner(other)).toBeNull();
  }
  expect(readDeviceOwner({ account: null, seals: { [NADIA]: 'k', other: 3 } })).toEqual({
    account: null,
    seals: { [NADIA]: 'k' },
  });
  for (const other of [null, {}, { account: null, keys: [] }, { account: NADIA, keys: 'k' }]) {
    expect(readDeviceKeys(other)).toBeNull();
  }
  expect(readDeviceKeys({ account: NADIA, keys: [{ publicKey: 'p' }, null] })).toEqual({
    account: NADIA,
    keys: [],
  });
});
