import pino from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { type Converter, createConverter } from '#server/documents/conversion/converter.ts';
import { referenceSource } from './reference-document.ts';

const log = pino({ level: 'silent' });
let converter: Converter;
afterEach(() => converter.close());

const task = async () => ({
  kind: 'export' as const,
  format: 'html' as const,
  source: await referenceSource(),
  mark: 'm',
});

describe('[X2] one process, one task after the other', () => {
  test('whoever waits knows how many are before', async () => {
    converter = createConverter({ log });
    const places: number[][] = [[], [], []];
    const given = await task();
    const all = places.map((seen) => converter.run(given, { onPlace: (before) => seen.push(before) }));
    await Promise.all(all);
    expect(places).toEqual([[0], [1, 0], [2, 1, 0]]);
  });

  test('a task that takes too long is ended, and the next one is done', async () => {
    converter = createConverter({ log, limits: { taskMs: 1 } });
    await expect(converter.run(await task())).rejects.toMatchObject({ fault: 'tooLong' });
    converter.close();
    converter = createConverter({ log });
    expect((await converter.run(await task())).extension).toBe('html');
  });

  test('a task that takes too much memory is ended', async () => {
    converter = createConverter({ log, limits: { memoryBytes: 1 } });
    // Pandoc is loaded for it, which takes longer than the eye on the memory looks away.
    await expect(converter.run({ ...(await task()), format: 'docx' })).rejects.toMatchObject({
      fault: 'tooHeavy',
    });
  });

  test('a task is cancelled while it waits and while it runs; the others go on', async () => {
    converter = createConverter({ log });
    const given = await task();
    const running = new AbortController();
    const waiting = new AbortController();
    const first = converter.run(given, { signal: running.signal });
    const second = converter.run(given, { signal: waiting.signal });
    const third = converter.run(given);
    waiting.abort();
    await expect(second).rejects.toMatchObject({ fault: 'cancelled' });
    running.abort();
    await expect(first).rejects.toMatchObject({ fault: 'cancelled' });
    expect((await third).extension).toBe('html');
  });

  test('too many that wait are refused at once; a stop interrupts them all', async () => {
    converter = createConverter({ log, limits: { waiting: 1 } });
    const given = await task();
    const first = converter.run(given);
    const second = converter.run(given);
    await expect(converter.run(given)).rejects.toMatchObject({ fault: 'busy' });
    converter.close();
    await expect(first).rejects.toMatchObject({ fault: 'interrupted' });
    await expect(second).rejects.toMatchObject({ fault: 'interrupted' });
    await expect(converter.run(given)).rejects.toMatchObject({ fault: 'interrupted' });
  });
});
