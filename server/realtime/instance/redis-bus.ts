import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Redis } from '../../kernel/redis.ts';
import type { Announcement, Bus, BusListener } from './bus.ts';
import { decodeMessage, encodeMessage, type RoomMessage, senderOf } from './bus-messages.ts';

/** Given to a Redis that has stopped taking; beyond, messages are dropped, since the database has them. */
const MOST_WAITING_BYTES = 8 * 1024 * 1024;

const Announced = z.object({
  from: z.string(),
  announcement: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('recheck'),
      scope: z.object({
        userId: z.string().exactOptional(),
        groupId: z.string().exactOptional(),
        room: z.string().exactOptional(),
      }),
    }),
    z.object({ kind: z.literal('bye') }),
  ]),
});

interface RedisBusOptions {
  /** For commands; the bus makes another connection to hear. */
  readonly redis: Redis;
  /** Names the database: installations that share a Redis must not hear each other. */
  readonly name: string;
  readonly log: Logger;
}

/** A bus over Redis publish and subscribe: one channel a room that somebody has in memory, one for announcements. */
export class RedisBus implements Bus {
  readonly #self = randomUUID().slice(0, 13);
  readonly #rooms: string;
  readonly #announcements: string;
  readonly #log: Logger;
  readonly #sender: Redis;
  readonly #receiver: Redis;
  /** Rooms to hear, and those that the connection was asked to bring. */
  #wanted = new Set<string>();
  #asked = new Set<string>();
  #waitingBytes = 0;
  #isHearing = false;
  #listener: BusListener | null = null;

  constructor({ redis, name, log }: RedisBusOptions) {
    this.#log = log;
    this.#rooms = `cordee:${name}:room:`;
    this.#announcements = `cordee:${name}:announcements`;
    this.#sender = redis;
    this.#receiver = redis.duplicate();
    this.#receiver.on('ready', () => void this.#resume());
    this.#receiver.on('reconnecting', () => {
      this.#isHearing = false;
    });
    // The other connection says that Redis is away.
    this.#receiver.on('error', () => undefined);
    this.#receiver.connect().catch(() => undefined);
  }

  get isReady(): boolean {
    return this.#isHearing && this.#sender.isReady;
  }

  listen(listener: BusListener): void {
    this.#listener = listener;
  }

  join(room: string): void {
    this.#wanted.add(room);
    if (this.#isHearing) void this.#subscribe([room]);
  }

  leave(room: string): void {
    this.#wanted.delete(room);
    if (this.#isHearing) void this.#unsubscribe([room]);
  }

  publish(room: string, message: RoomMessage): void {
    this.#send(this.#rooms + room, Buffer.from(encodeMessage(this.#self, message)));
  }

  announce(announcement: Announcement): void {
    this.#send(this.#announcements, Buffer.from(JSON.stringify({ from: this.#self, announcement })));
  }

  close(): void {
    this.#isHearing = false;
    if (this.#receiver.isOpen) this.#receiver.destroy();
  }

  #send(channel: string, bytes: Buffer): void {
    if (!this.#sender.isReady || this.#waitingBytes > MOST_WAITING_BYTES) return;
    this.#waitingBytes += bytes.length;
    this.#sender
      .publish(channel, bytes)
      .catch(() => undefined)
      .finally(() => {
        this.#waitingBytes -= bytes.length;
      });
  }

  /** The line is there (again): everything wanted is asked for, what is not wanted any more is given back. */
  async #resume(): Promise<void> {
    try {
      await this.#receiver.subscribe(this.#announcements, this.#onAnnouncement);
      this.#isHearing = true;
      const unwanted = [...this.#asked].filter((room) => !this.#wanted.has(room));
      if (unwanted.length > 0) await this.#unsubscribe(unwanted);
      this.#listener?.onReady();
      if (this.#wanted.size > 0) await this.#subscribe([...this.#wanted]);
    } catch (error) {
      this.#log.debug({ err: error }, 'the bus could not be joined');
    }
  }

  async #subscribe(rooms: readonly string[]): Promise<void> {
    for (const room of rooms) this.#asked.add(room);
    const channels = rooms.map((room) => this.#rooms + room);
    await this.#receiver.subscribe(channels, this.#onMessage, true).then(
      () => this.#listener?.onJoined(rooms),
      // The line is gone: `#resume` asks again.
      () => undefined,
    );
  }

  async #unsubscribe(rooms: readonly string[]): Promise<void> {
    const channels = rooms.map((room) => this.#rooms + room);
    await this.#receiver.unsubscribe(channels, this.#onMessage, true).then(
      () => {
        for (const room of rooms) if (!this.#wanted.has(room)) this.#asked.delete(room);
      },
      () => undefined,
    );
  }

  #onMessage = (bytes: Buffer, channel: Buffer): void => {
    try {
      if (senderOf(bytes) === this.#self) return;
      // A copy: what comes from the line is a piece of a larger buffer, and part of it is kept.
      const { from, message } = decodeMessage(Uint8Array.prototype.slice.call(bytes));
      this.#listener?.onMessage(channel.toString().slice(this.#rooms.length), from, message);
    } catch (error) {
      this.#log.debug({ err: error }, 'a message on the bus is none of ours');
    }
  };

  #onAnnouncement = (text: string): void => {
    try {
      const { from, announcement } = Announced.parse(JSON.parse(text));
      if (from !== this.#self) this.#listener?.onAnnouncement(from, announcement);
    } catch (error) {
      this.#log.debug({ err: error }, 'an announcement on the bus is none of ours');
    }
  };
}
