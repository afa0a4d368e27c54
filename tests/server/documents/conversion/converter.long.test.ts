import { strToU8 } from 'fflate';
import pino from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { type Converter, createConverter } from '#server/documents/conversion/converter.ts';
import { toldError } from '#server/kernel/told-error.ts';
import { referenceSource } from './reference-document.ts';

const log = pino({ level: 'silent' });
let converter: Converter;
afterEach(() => converter.close());

const anna = { account: 'anna' };
const task = async () => ({
  kind: 'export' as const,
  format: 'html' as const,
  source: await referenceSource(),
  mark: 'm',
});

describe('[X2] an account converts one thing after the other', () => {
  test('whoever waits knows how many are before', async () => {
    converter = createConverter({ log });
    const places: number[][] = [[], [], []];
    const given = await task();
    const all = places.map((seen) =>
      converter.run(given, { by: anna, onPlace: (before) => seen.push(before) }),
    );
    await Promise.all(all);
    expect(places).toEqual([[0], [1, 0], [2, 1, 0]]);
  });

  test('a task that takes too long is ended, and the next one is done', async () => {
    converter = createConverter({ log, limits: { taskMs: 1 } });
    await expect(converter.run(await task(), { by: anna })).rejects.toMatchObject({ fault: 'tooLong' });
    converter.close();
    converter = createConverter({ log });
    expect((await converter.run(await task(), { by: anna })).extension).toBe('html');
  });

  test('a task that takes too much memory is ended', async () => {
    converter = createConverter({ log, limits: { memoryBytes: 1 } });
    // Pandoc is loaded for it, which takes longer than the eye on the memory looks away.
    await expect(converter.run({ ...(await task()), format: 'docx' }, { by: anna })).rejects.toMatchObject({
      fault: 'tooHeavy',
    });
  });

  test('a task is cancelled while it waits and while it runs; the others go on', async () => {
    converter = createConverter({ log });
    const given = await task();
    const running = new AbortController();
    const waiting = new AbortController();
    const first = converter.run(given, { by: anna, signal: running.signal });
    const second = converter.run(given, { by: anna, signal: waiting.signal });
    const third = converter.run(given, { by: anna });
    waiting.abort();
    await expect(second).rejects.toMatchObject({ fault: 'cancelled' });
    running.abort();
    await expect(first).rejects.toMatchObject({ fault: 'cancelled' });
    expect((await third).extension).toBe('html');
  });

  test('too many that wait are refused at once; a stop interrupts them all', async () => {
    converter = createConverter({ log, limits: { waiting: 1 } });
    const given = await task();
    const first = converter.run(given, { by: anna });
    const second = converter.run(given, { by: anna });
    await expect(converter.run(given, { by: anna })).rejects.toMatchObject({ fault: 'busy' });
    converter.close();
    await expect(first).rejects.toMatchObject({ fault: 'interrupted' });
    await expect(second).rejects.toMatchObject({ fault: 'interrupted' });
    await expect(converter.run(given, { by: anna })).rejects.toMatchObject({ fault: 'interrupted' });
  });
});

describe('[X21] conversions are shared by those who ask for them', () => {
  const mallory = { account: 'mallory' };
  /** Each note calls the next one: pandoc reads that for minutes. */
  const endless = (mark: number) => ({
    kind: 'import' as const,
    name: 'a.md',
    bytes: strToU8(
      `${mark}[^1]\n\n${Array.from({ length: 3_000 }, (_, at) => `[^${at + 1}]: b[^${at + 2}]`).join('\n\n')}`,
    ),
  });

  test('files that never end keep one process busy, and nobody else waits for more than the first', async () => {
    converter = createConverter({ log, limits: { patienceMs: 100 } });
    const ends: string[] = [];
    const attack = [1, 2, 3].map((mark) =>
      converter.run(endless(mark), { by: mallory }).catch(({ fault }) => ends.push(fault)),
    );
    expect((await converter.run(await task(), { by: anna })).extension).toBe('html');
    expect(ends).toEqual([]);
    converter.close();
    await Promise.all(attack);
    expect(ends).toEqual(['interrupted', 'interrupted', 'interrupted']);
  });

  test('what took all the time is not tried again for a while, whoever sends the same bytes; anything else is', async () => {
    converter = createConverter({ log, limits: { taskMs: 1 } });
    const places: number[] = [];
    const asking = { by: anna, onPlace: (before: number) => places.push(before) };
    const tooLong = { fault: 'tooLong' };
    await expect(converter.run(endless(1), { by: mallory })).rejects.toMatchObject(tooLong);
    await expect(converter.run(endless(1), asking)).rejects.toMatchObject(tooLong);
    expect(places).toEqual([]);
    await expect(converter.run(endless(2), asking)).rejects.toMatchObject(tooLong);
    expect(places).toEqual([0]);
    const source = await referenceSource();
    const exported = { kind: 'export', format: 'pdf', source, mark: 'm' } as const;
    await expect(converter.run(exported, { by: mallory })).rejects.toMatchObject(tooLong);
    await expect(converter.run({ ...exported, mark: 'n' }, asking)).rejects.toMatchObject(tooLong);
    expect(places).toEqual([0]);
    converter.close();
    converter = createConverter({ log, limits: { taskMs: 1, rememberedMs: 0 } });
    await expect(converter.run(endless(1), asking)).rejects.toMatchObject(tooLong);
    await expect(converter.run(endless(1), asking)).rejects.toMatchObject(tooLong);
    expect(places).toEqual([0, 0, 0]);
  });
});

describe('[SC12] of a process that fails the log says what happened, and no word of what it was given', () => {
  test('a task that breaks', async () => {
    converter = createConverter({ log });
    const broken = { kind: 'draft', blocks: [null], images: {}, by: 'zibeline' } as never;
    const failed = await converter.run(broken, { by: anna }).catch((error: unknown) => error);
    expect(toldError(failed)).toMatchObject({
      message: 'a conversion ended: failed',
      cause: { type: 'TypeError', stack: expect.stringContaining('draft.ts') },
    });
  });

  test('a process that ends, whatever it wrote as it did', async () => {
    const lines: string[] = [];
    const heard = pino({ serializers: { err: toldError } }, { write: (line) => void lines.push(line) });
    converter = createConverter({ log: heard, limits: { heapMegabytes: 'zibeline' as never } });
    await expect(converter.run(await task(), { by: anna })).rejects.toMatchObject({ fault: 'interrupted' });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { msg: 'the process of conversions ended', err: { type: 'ProcessEnded', code: expect.any(Number) } },
    ]);
    expect(lines.join()).not.toContain('zibeline');
  });
});
