import { type ComponentType, useEffect, useState } from 'react';
import type { LiveRoom } from '../../realtime/live-room.ts';
import type { RoomState } from '../../realtime/room-state.ts';
import type { VisitToolsProps } from './visit-tools.tsx';

interface DocumentPastProps {
  readonly document: VisitToolsProps['document'];
  readonly room: LiveRoom | null;
  readonly state: RoomState;
}

/** What the page of a document knows of its past. All of it is loaded once the page is live: reading needs none of it. */
export function DocumentPast({ document, room, state: { save } }: DocumentPastProps) {
  const [Tools, setTools] = useState<ComponentType<VisitToolsProps> | null>(null);
  const isLive = save.state === 'saved' || (save.state === 'readonly' && save.isConnected);
  const isWanted = room !== null && isLive;
  useEffect(() => {
    if (isWanted)
      import('./visit-tools.tsx').then(
        ({ VisitTools }) => setTools(() => VisitTools),
        () => undefined,
      );
  }, [isWanted]);
  return Tools && room && <Tools document={document} room={room} />;
}
