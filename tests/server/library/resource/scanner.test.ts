import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScanner, ScannerAway } from '#server/library/resource/scanner.ts';
import { type FakeClamd, startFakeClamd } from '#tests/support/library/fake-clamd.ts';

let clamd: FakeClamd;
beforeAll(async () => {
  clamd = await startFakeClamd();
});
afterAll(() => clamd.close());

/** A file that comes when whoever hangs up has long done so. */
const late = () =>
  new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (let turn = 0; turn < 1_000; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      controller.enqueue(new Uint8Array(1_024));
    },
  });

test('[RS11] a scanner that hangs up before the file comes is away: nobody waits for it', async () => {
  clamd.setAway(true);
  await expect(createScanner(clamd.url).scan(late())).rejects.toThrow(ScannerAway);
});
