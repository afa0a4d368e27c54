import { MESSAGE, SYNC } from '#shared/realtime/realtime.ts';

/**
 * A WebSocket class for y-websocket: `open` decides which line is opened, `onSent` hears which sync messages leave
 * through it; everything else passes unchanged.
 */
export function countingSocket(
  open: (url: string) => WebSocket,
  onSent: (step: number) => void,
): typeof WebSocket {
  // `new` hands out what a constructor returns.
  function opened(url: string) {
    const socket = open(url);
    const send = socket.send.bind(socket);
    socket.send = (data) => {
      send(data);
      const step = storedStepOf(data);
      if (step !== null) onSent(step);
    };
    return socket;
  }
  return opened as unknown as typeof WebSocket;
}

/** The sync step of a frame whose content the server stores and acknowledges, or null. */
export function storedStepOf(data: unknown): number | null {
  // Message types and steps below 128 are one byte each.
  if (!(data instanceof Uint8Array) || data[0] !== MESSAGE.sync) return null;
  return data[1] === SYNC.step2 || data[1] === SYNC.update ? data[1] : null;
}
