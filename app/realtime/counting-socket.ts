import { MESSAGE, SYNC } from '#shared/realtime.ts';

/** A WebSocket class that tells which sync messages leave through it; everything else passes unchanged. */
export function countingSocket(onSent: (step: number) => void): typeof WebSocket {
  return class extends WebSocket {
    override send(data: string | Blob | BufferSource): void {
      super.send(data);
      const step = storedStepOf(data);
      if (step !== null) onSent(step);
    }
  };
}

/** The sync step of a frame whose content the server stores and acknowledges, or null. */
export function storedStepOf(data: unknown): number | null {
  // Message types and steps below 128 are one byte each.
  if (!(data instanceof Uint8Array) || data[0] !== MESSAGE.sync) return null;
  return data[1] === SYNC.step2 || data[1] === SYNC.update ? data[1] : null;
}
