import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Inflow, type LineInflow, type Settle } from '#server/realtime/inflow.ts';
import { LIMITS, MESSAGE } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, openStock } from '#tests/support/realtime/live-clients.ts';
import { startTestServer } from '#tests/support/server.ts';

/** A connection that sends when it is read, as a test sees it. */
class Line {
  stops = 0;
  coming = 0;
  readonly unsettled: { settle: Settle; bytes: number }[] = [];
  readonly inflow: LineInflow;
  constructor(all: Inflow, account: string) {
    this.inflow = all.line(account, () => {
      this.stops++;
      return () => {
        this.stops--;
      };
    });
  }

  /** Sends so many bytes of a frame, and its end; false while it is not read. */
  send(bytes: number, isWhole: boolean): boolean {
    if (this.stops > 0) return false;
    this.coming += bytes;
    if (!isWhole) this.inflow.grow(bytes);
    else {
      this.unsettled.push({ settle: this.inflow.take(this.coming), bytes: this.coming });
      this.coming = 0;
    }
    return true;
  }

  settleOne(): void {
    this.unsettled.shift()?.settle();
  }
}

test('[R15] of one account’s large frames two are on their way or not yet stored; the next ones wait in turn, other accounts do not', () => {
  const all = new Inflow();
  const lines = [0, 1, 2, 3].map(() => new Line(all, 'mallory'));
  const [first, second, third, fourth] = lines as [Line, Line, Line, Line];
  for (const line of lines) line.send(LIMITS.largeFrame + 1, false);
  expect(lines.map(({ stops }) => stops)).toEqual([0, 0, 1, 1]);
  const anna = new Line(all, 'anna');
  anna.send(LIMITS.largeFrame + 1, false);
  expect(anna.stops).toBe(0);

  first.send(1, true);
  expect(third.stops).toBe(1);
  first.settleOne();
  first.settleOne();
  expect([third.stops, fourth.stops]).toEqual([0, 1]);
  second.inflow.close();
  expect(fourth.stops).toBe(0);
});

test('[R15] whatever order frames come, are settled and connections end in, an account holds no more than its share, and waits for nothing once all is settled', () => {
  const most =
    LIMITS.accountLargeFrames * LIMITS.frame + LIMITS.accountBytes + 6 * (LIMITS.largeFrame + 100_000);
  const step = fc.record({
    line: fc.nat(5),
    what: fc.constantFrom('grow', 'grow', 'grow', 'end', 'settle', 'close'),
    bytes: fc.integer({ min: 1, max: 100_000 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 600 }), (steps) => {
      const all = new Inflow();
      const lines = Array.from({ length: 6 }, () => new Line(all, 'mallory'));
      const left: Line['unsettled'] = [];
      for (const { line: at, what, bytes } of steps) {
        const line = lines[at] as Line;
        if (what === 'settle') line.settleOne();
        else if (what === 'close') {
          line.inflow.close();
          left.push(...line.unsettled);
          lines[at] = new Line(all, 'mallory');
        } else if (line.coming + bytes <= LIMITS.frame) line.send(bytes, what === 'end');
        const held = [...lines.flatMap(({ unsettled }) => unsettled), ...left];
        const coming = lines.reduce((sum, one) => sum + one.coming, 0);
        expect(held.reduce((sum, one) => sum + one.bytes, 0) + coming).toBeLessThanOrEqual(
          most + left.reduce((sum, one) => sum + one.bytes, 0),
        );
      }
      for (const { settle } of left) settle();
      // Whatever still waits is read on as what is before it ends.
      for (let round = 0; round < lines.length; round++)
        for (const line of lines) {
          line.send(1, true);
          while (line.unsettled.length > 0) line.settleOne();
        }
      expect(lines.map(({ stops }) => stops)).toEqual(lines.map(() => 0));
    }),
    { numRuns: 200 },
  );
});

test('[R15] one account that brings 7 MB into each of eight documents holds a share of the memory; all of it is stored, and a pair types meanwhile', async () => {
  const server = await startTestServer();
  try {
    const [mallory, anna] = [
      await server.person({ role: 'contributor' }),
      await server.person({ role: 'contributor' }),
    ];
    const { room } = await server.document();
    const [one, other] = [openStock(server, room, anna), openStock(server, room, anna)];
    await Promise.all([one.synced, other.synced]);
    const documents = await Promise.all(Array.from({ length: 8 }, () => server.document()));
    const sockets = await Promise.all(
      documents.map((document) => HandSocket.open(server, document.room, mallory, '?ack=1')),
    );
    for (const socket of sockets) {
      const doc = new Y.Doc();
      doc.getText('default').insert(0, 'x'.repeat(7_000_000));
      socket.sendUpdate(Y.encodeStateAsUpdate(doc));
    }
    let most = 0;
    let words = 0;
    const stored = () => sockets.every(({ frames }) => frames.some(({ type }) => type === MESSAGE.ack));
    while (!stored()) {
      one.text.insert(0, `mot ${++words} `);
      await until('a word arrives', () => {
        most = Math.max(most, server.rooms.stats().uncommittedBytes);
        return other.text.toString().includes(`mot ${words} `);
      });
    }
    expect(words).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(LIMITS.accountLargeFrames * LIMITS.frame + LIMITS.accountBytes);
    expect(sockets.map(({ closed }) => closed)).toEqual(sockets.map(() => null));
  } finally {
    await server.close();
  }
});
