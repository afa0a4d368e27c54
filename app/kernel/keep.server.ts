import type { MiddlewareFunction, RouterContextProvider } from 'react-router';
import { KEEP_HEADERS, type KeptRoom, VISITOR, writeKeptRoom } from '#shared/kernel/offline/kept-room.ts';
import { keptRoomContext, memberContext, servicesContext, sessionEndContext } from '../context.ts';

/** Says that the device may keep the page of this answer, for this person, when it has no network. Called by its loader. */
export function keepOnDevice(context: Readonly<RouterContextProvider>, room: KeptRoom): void {
  if (context.get(servicesContext).env.OFFLINE) context.set(keptRoomContext, room);
}

/** Root middleware: says that a member's answer is theirs alone, and writes for the service worker whose answer this is, and which room it shows. */
export const tellWorker: MiddlewareFunction<Response> = async ({ context }, next) => {
  const response = await next();
  const room = context.get(keptRoomContext);
  const member = context.get(memberContext);
  // [SC5] No cache between here and this person may give it to somebody else.
  if (member && !response.headers.has('Cache-Control'))
    response.headers.set('Cache-Control', 'private, no-cache');
  response.headers.set(KEEP_HEADERS.account, member?.id ?? VISITOR);
  const end = context.get(sessionEndContext);
  if (member && end) response.headers.set(KEEP_HEADERS.sessionEnd, String(end.getTime()));
  if (member && room && response.ok) {
    response.headers.set(KEEP_HEADERS.room, writeKeptRoom(room));
    const { deviceSeal } = context.get(servicesContext);
    response.headers.set(KEEP_HEADERS.seal, deviceSeal.publicKey(member.id));
  }
  return response;
};
