import type { Logger } from 'pino';
import type { RunSql } from '#db/kernel/client.ts';
import { describeUpdate } from '../read-update.ts';
import type { RecheckScope } from '../recheck.ts';
import type { Room } from '../room.ts';
import type { RoomCut } from '../room-cut.ts';
import type { AwarenessEntry } from '../wire.ts';
import type { Announcement, Bus } from './bus.ts';
import type { RoomMessage } from './bus-messages.ts';
import { CatchUp } from './catch-up.ts';

interface OtherInstancesOptions {
  /** Null without REDIS_URL: they then learn of each other's writing by looking, once a second. */
  readonly bus: Bus | null;
  /** May other processes write in this database? An embedded one belongs to this process alone. */
  readonly isShared: boolean;
  readonly run: RunSql;
  readonly log: Logger;
  readonly rooms: ReadonlyMap<string, Room>;
  readonly onBroken: (room: Room, error: unknown) => void;
  /** Who is in this room has changed. */
  readonly onPresence: (room: Room) => void;
  /** Somebody's rights changed, by way of another instance; of everybody when it is not known of whom. */
  readonly onRecheck: (scope: RecheckScope) => void;
}

/** What this instance tells the others that share its database, and hears from them. Only rooms in memory take part. */
export class OtherInstances {
  #options: OtherInstancesOptions;
  #catchUp: CatchUp;

  constructor(options: OtherInstancesOptions) {
    const { bus, rooms, run, log, onBroken } = options;
    this.#options = options;
    this.#catchUp = new CatchUp({ run, log, rooms: () => rooms.values(), onBroken });
    bus?.listen({
      onMessage: (name, from, message) => this.#withRoom(name, (room) => this.#take(room, from, message)),
      onAnnouncement: (from, announcement) => this.#heed(from, announcement),
      onJoined: (names) => this.#introduce(names),
      onReady: () => {
        options.onRecheck({});
        void this.#catchUp.poll();
      },
    });
  }

  /** Could a change of rights be missed for as long as the bus is away? */
  get isDeaf(): boolean {
    const { bus } = this.#options;
    return bus !== null && !bus.isReady;
  }

  opened(room: Room): void {
    this.#options.bus?.join(room.name);
  }

  closed(room: Room): void {
    this.#options.bus?.leave(room.name);
  }

  /** A row of ours is in the log; the rows before it that others wrote are on their way, or will be read. */
  stored(room: Room, seq: number, { data, newClients }: RoomCut): void {
    this.#options.bus?.publish(room.name, { kind: 'row', seq, data, authors: newClients });
    this.#catchUp.note(room, seq);
  }

  present(room: Room, entries: readonly AwarenessEntry[]): void {
    this.#options.bus?.publish(room.name, { kind: 'presence', entries });
  }

  /** Something beside the content of a room, which need not be in memory here, has changed. */
  news(name: string, topic: string): void {
    this.#options.bus?.publish(name, { kind: 'news', topic });
  }

  recheck(scope: RecheckScope): void {
    this.#options.bus?.announce({ kind: 'recheck', scope });
  }

  /** To be called about once a second: finds what no message told of. */
  look(): void {
    if (this.#options.isShared) void this.#catchUp.poll();
  }

  /** Resolves once the room has everything that was committed before the call, by whichever instance. */
  async toNewest(room: Room): Promise<void> {
    if (this.#options.isShared) await this.#catchUp.toNewest(room);
  }

  /** Says goodbye; the bus is closed by whoever opened it. */
  stop(): void {
    this.#options.bus?.announce({ kind: 'bye' });
    this.#catchUp.stop();
  }

  #withRoom(name: string, work: (room: Room) => void): void {
    const { rooms, log } = this.#options;
    const room = rooms.get(name);
    if (!room) return;
    room.ready
      .then(() => work(room))
      // What a message would have brought is found in the database at the next look.
      .catch((error: unknown) => log.debug({ err: error, room: name }, 'message of another instance'));
  }

  #take(room: Room, from: string, message: RoomMessage): void {
    switch (message.kind) {
      case 'row':
        room.authors.learn(message.authors, room.connections);
        if (message.data) room.hear(message.seq, message.data, describeUpdate(message.data));
        this.#catchUp.note(room, message.seq);
        return;
      case 'presence':
        if (room.awareness.hear(from, message.entries)) this.#options.onPresence(room);
        return;
      case 'who': {
        const entries = room.awareness.own();
        if (entries.length > 0) this.present(room, entries);
        return;
      }
      case 'news':
        room.tellNews(message.topic);
    }
  }

  #heed(from: string, announcement: Announcement): void {
    if (announcement.kind === 'recheck') {
      this.#options.onRecheck(announcement.scope);
      return;
    }
    for (const room of this.#options.rooms.values()) {
      room.awareness.leave(from);
      this.#options.onPresence(room);
    }
  }

  /** Says who is here, asks who is there, and looks for what was written before messages could come. */
  #introduce(names: readonly string[]): void {
    const { rooms, bus } = this.#options;
    for (const name of names) {
      const room = rooms.get(name);
      if (!room) continue;
      bus?.publish(name, { kind: 'who' });
      const entries = room.awareness.own();
      if (entries.length > 0) this.present(room, entries);
    }
  }
}
