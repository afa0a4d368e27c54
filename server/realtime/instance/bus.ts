import type { RecheckScope } from '../recheck.ts';
import type { RoomMessage } from './bus-messages.ts';

/** What concerns all instances, whatever rooms they have in memory. */
export type Announcement =
  /** Rights changed in SQL. */
  | { readonly kind: 'recheck'; readonly scope: RecheckScope }
  /** The sender stops: whoever was connected to it is gone. */
  | { readonly kind: 'bye' };

/** What an instance does with what it hears; its own messages do not come back to it. */
export interface BusListener {
  onMessage(room: string, from: string, message: RoomMessage): void;
  onAnnouncement(from: string, announcement: Announcement): void;
  /** From now on messages of these rooms come. Called again when the bus is back after it was away. */
  onJoined(rooms: readonly string[]): void;
  /** The bus is there, for the first time or again: some announcements may have been missed. */
  onReady(): void;
}

/**
 * Carries messages between the instances that share a database: fast, and free to lose any of them, since the database
 * decides (docs/decisions/0012). Nothing here waits or throws.
 */
export interface Bus {
  readonly isReady: boolean;
  listen(listener: BusListener): void;
  join(room: string): void;
  leave(room: string): void;
  publish(room: string, message: RoomMessage): void;
  announce(announcement: Announcement): void;
  close(): void;
}
