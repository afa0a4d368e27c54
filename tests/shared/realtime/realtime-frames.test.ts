import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  closeBody,
  FrameError,
  FrameReader,
  frameHead,
  joinBytes,
  OPCODE,
  readCloseBody,
} from '#shared/realtime/realtime-frames.ts';

const opcode = fc.constantFrom(...Object.values(OPCODE));
const body = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.integer({ min: 120, max: 70_000 }).map((size) => new Uint8Array(size).fill(7)),
);

test('[R10] a run of frames, cut anywhere, gives back the frames', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(opcode, body), { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 20 }),
      (frames, cuts) => {
        const run = joinBytes(frames.flatMap(([code, bytes]) => [frameHead(code, bytes.length), bytes]));
        const reader = new FrameReader(100_000);
        const read: [number, Uint8Array][] = [];
        for (let at = 0, turn = 0; at < run.length; turn++) {
          const size = cuts[turn % cuts.length] ?? 1;
          reader.push(run.slice(at, at + size));
          at += size;
          for (let frame = reader.next(); frame; frame = reader.next()) {
            read.push([frame.opcode, frame.body.slice()]);
          }
        }
        expect(read).toEqual(frames);
      },
    ),
    { numRuns: 60 },
  );
});

test('[R10] any bytes are frames, the beginning of one, or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const reader = new FrameReader(1_000);
      reader.push(bytes);
      try {
        let size = 0;
        for (let frame = reader.next(); frame; frame = reader.next()) size += frame.body.length;
        expect(size).toBeLessThanOrEqual(bytes.length);
      } catch (error) {
        expect(error).toBeInstanceOf(FrameError);
      }
    }),
  );
});

test('[R10] a frame larger than allowed is refused at its head', () => {
  const reader = new FrameReader(1_000);
  reader.push(frameHead(OPCODE.binary, 1_001));
  expect(() => reader.next()).toThrow(expect.objectContaining({ isTooLarge: true }));
});

test('[R10] a goodbye carries its code and reason, or 1005 for none', () => {
  expect(readCloseBody(closeBody(4403, 'author'))).toEqual({ code: 4403, reason: 'author' });
  expect(readCloseBody(new Uint8Array(0))).toEqual({ code: 1005, reason: '' });
  expect(readCloseBody(Uint8Array.of(3))).toEqual({ code: 1005, reason: '' });
});
