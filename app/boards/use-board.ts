import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Board } from '#shared/boards/board.ts';
import { emptyBoard } from '#shared/boards/board.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { LiveRoom } from '../realtime/live-room.ts';
import { type BoardView, emptyView, viewBoard } from './board-view.ts';

/** The board of a live room, drawn again at each of its changes. */
export function useBoard(room: LiveRoom | null): { view: BoardView; board: Board } {
  const view = useMemo(() => (room ? viewBoard(room.doc) : emptyView), [room]);
  const board = useSyncExternalStore(view.subscribe, view.getBoard, () => emptyBoard);
  return { view, board };
}

const MINUTE_MS = 60_000;

/** Today in Paris, `YYYY-MM-DD`: what the server said at first, then by this page's clock, past midnight too. */
export function useToday(first: string): string {
  const [today, setToday] = useState(first);
  useEffect(() => {
    const look = () => setToday(dates.iso(new Date()));
    const timer = setInterval(look, MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return today;
}
