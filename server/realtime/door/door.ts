import type { IncomingMessage } from 'node:http';
import type { Db } from '#db/kernel/client.ts';
import { prepareVisits, type RoomVisit } from '#db/realtime/rooms-access.ts';
import type { PlatformRole } from '#shared/kernel/access/access.ts';
import { isStorable } from '#shared/kernel/storable.ts';
import { CLOSE, type CloseCode, readClientIds } from '#shared/realtime/realtime.ts';
import type { Auth } from '../../people/auth/auth.ts';
import { createTokenReader } from '../../people/auth/session-token.ts';
import type { Visitor } from '../connection.ts';
import { gathered } from '../gathered.ts';

/** What the door decided: who may come in where, or with which code they are sent away. */
export type Admission =
  | { readonly room: string; readonly visitor: Visitor }
  | { readonly refused: CloseCode; readonly reason: string };

/** The same, with how many changes of rights had been announced when it was asked. */
export type Asked = Admission & { readonly seenRechecks: number };
export type Admitted = Extract<Asked, { readonly room: string }>;

export interface DoorOptions {
  readonly db: Db;
  readonly auth: Auth;
  readonly now: () => Date;
  /** [ID3] Who enters only with a second factor; nobody when absent. */
  readonly secondFactorRoles?: readonly PlatformRole[];
}

const LOCAL = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/**
 * [R2] Only our own pages may open a socket with a person's cookie. Scripts send no Origin; browsers always do.
 * `own` is ORIGIN, or null on a machine of one's own, where the page's address is whatever localhost name was typed.
 */
export function isOwnOrigin(request: IncomingMessage, own: string | null): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (own !== null) return origin === own;
  return LOCAL.test(origin) && new URL(origin).host === host;
}

/**
 * [R2] The same for a request that browsers send without Origin (a GET of our own pages): where they say which site asks,
 * it is ours.
 */
export function isOwnRequest(request: IncomingMessage, own: string | null): boolean {
  const site = request.headers['sec-fetch-site'];
  return isOwnOrigin(request, own) && (site === undefined || site === 'same-origin');
}

/** Lets in, or sends away with a code. Rejects when the database cannot be asked. */
export type Admit = (request: IncomingMessage) => Promise<Admission>;

/**
 * Makes the door: decides on a request once, by session, then by right. Whoever may not see a room is told it is not
 * there.
 */
export function createDoor({ db, auth, now, secondFactorRoles }: DoorOptions): Admit {
  const tokenOf = createTokenReader(auth);
  const findVisits = prepareVisits(db, 'token', secondFactorRoles);
  const find = gathered((visits: readonly RoomVisit[]) => findVisits(visits, now()));
  return async (request) => {
    const { name, query } = addressOf(request);
    const session = await tokenOf(request.headers);
    const visit = session === null ? null : await find({ room: name ?? '', session });
    if (!visit) return { refused: CLOSE.signIn, reason: 'session' };
    if (name === null || !visit.grant) return { refused: CLOSE.gone, reason: 'room' };
    // [L5] What a page holds is its own account's: the session of somebody who has come since in this browser must not send it.
    const { person } = visit.grant;
    if ((query.get('account') ?? person.id) !== person.id)
      return { refused: CLOSE.signIn, reason: 'account' };
    const clientIds = readClientIds(query.get('client'));
    if (!clientIds) return { refused: CLOSE.reload, reason: 'client' };
    const schema = query.get('schema');
    const epoch = query.get('epoch');
    return {
      room: name,
      visitor: {
        grant: visit.grant,
        sessionId: visit.sessionId,
        wantsAck: query.get('ack') === '1',
        schema: schema === null ? null : Number.parseInt(schema, 10) || 0,
        epoch: epoch === null ? null : Number.parseInt(epoch, 10) || 0,
        clientIds,
      },
    };
  };
}

/** The room and the options of `/collab/{room}?…`; the room is null when it cannot be read. */
export function addressOf(request: IncomingMessage): { name: string | null; query: URLSearchParams } {
  const url = new URL(request.url ?? '/', 'http://server');
  const encoded = /^\/collab\/([^/]+)$/.exec(url.pathname)?.[1];
  try {
    const name = encoded ? decodeURIComponent(encoded) : null;
    // [SC16] Everybody who enters in the same moment is looked for in one statement: one name that the database cannot read fails them all.
    return { name: name !== null && isStorable(name) ? name : null, query: url.searchParams };
  } catch {
    return { name: null, query: url.searchParams };
  }
}
