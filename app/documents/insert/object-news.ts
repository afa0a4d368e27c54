import type { LiveRoom } from '../../realtime/live-room.ts';
import { onNews } from '../../realtime/room-news.ts';
import { nameBook } from './name-book.ts';

const heard = new WeakSet<LiveRoom['provider']>();

/** [DA8] Asks again for what the text points to whenever the server says that something of it changed, or could not say so. Twice is once; it ends with the room. */
export function hearObjects(room: LiveRoom): void {
  if (heard.has(room.provider)) return;
  heard.add(room.provider);
  onNews(room, (topic) => {
    if (topic !== 'comments') nameBook.refresh();
  });
}
