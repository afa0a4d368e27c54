import type { IncomingMessage } from 'node:http';

/** The body is larger than allowed; what comes of it after that is not kept. */
export class TooLarge extends Error {}

/**
 * The body of a POST.
 * @throws {TooLarge} and whatever the connection failed with: half a body is none.
 */
export async function readPost(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  // Told in advance it is refused unread, and hears why; otherwise the line is cut.
  if (Number(request.headers['content-length']) > mostBytes) throw new TooLarge('announced');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) throw new TooLarge(`a body of more than ${mostBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}
