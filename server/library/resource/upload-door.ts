import { Readable } from 'node:stream';
import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { AccessError } from '#shared/errors.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { headerText } from '#shared/kernel/storable.ts';
import type { ResourceError } from '#shared/library/resource/resource-errors.ts';
import {
  CHECKSUM_HEADER,
  LENGTH_HEADER,
  OFFSET_HEADER,
  type UploadPlace,
} from '#shared/library/resource/upload.ts';
import { FILE_NAME_HEADER } from '#shared/paths.ts';
import { isAway } from '../../kernel/away.ts';
import { callerOf } from '../../operations/api/caller.ts';
import { statusOf } from '../../operations/api/problem.ts';
import type { Services } from '../../services.ts';
import type { UploadState } from './uploads.ts';

/** What a file says of itself before it comes. All of it stands in headers, which no form of another site can send. */
const Announced = z.object({
  name: z.string().min(1).max(2_000),
  bytes: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .transform((text) => text.toLowerCase())
    .optional(),
});

const STATUS: Partial<Record<ResourceError | AccessError, number>> = {
  'access.notFound': 404,
  'access.forbidden': 403,
  'upload.notFound': 404,
  'upload.elsewhere': 409,
  'upload.tooLarge': 413,
  'upload.tooMany': 429,
  'upload.unavailable': 503,
};

/**
 * [RS8] [MS7] Files in pieces, for pages and scripts alike: `POST` opens an upload into a group (`?groupe=`) or a mission (`?mission=`), `HEAD` says how far it has come, `PATCH` brings the
 * bytes that follow, `DELETE` gives it up. A refusal is `{ error }` with a code of the catalogue.
 */
export function uploadDoor(
  services: Pick<Services, 'auth' | 'db' | 'env' | 'log' | 'resources' | 'now'>,
): Router {
  const { uploads } = services.resources;
  const door = Router();
  door.use(async (request, response, next) => {
    response.set('Cache-Control', 'private, no-store');
    const asking = await callerOf(services, request, 'resources:write');
    if (!asking.caller) {
      response.set('WWW-Authenticate', asking.challenge);
      return void response.status(statusOf(asking.code)).json({ error: asking.code });
    }
    response.locals.userId = asking.caller.userId;
    next();
  });
  const mine = (request: Request, response: Response) => ({
    uploadId: idOfSegment(String(request.params.upload)) ?? '',
    by: String(response.locals.userId),
  });

  /** Where a file is to go. */
  const placeOf = ({ query }: Request): UploadPlace => {
    const missionId = idOfSegment(String(query.mission));
    return missionId ? { missionId } : { groupId: idOfSegment(String(query.groupe)) ?? '' };
  };

  door.post('/', async (request, response) => {
    const by = String(response.locals.userId);
    const announced = announcedBy(request);
    if (!announced) return void response.status(400).json({ error: 'upload.empty' });
    const { name, bytes, sha256 = null } = announced;
    const opened = await uploads.open({ ...placeOf(request), by, name, bytes, sha256 });
    if (!opened.ok) return refuse(response, opened.error);
    tell(response.status(201), opened.value).json({ id: opened.value.id });
  });

  door.head('/:upload', async (request, response) => {
    const found = await uploads.find(mine(request, response));
    if (!found) return void response.status(404).end();
    tell(response, found).end();
  });

  door.patch('/:upload', async (request, response) => {
    const offset = Number(request.get(OFFSET_HEADER) ?? Number.NaN);
    const body = Readable.toWeb(request) as ReadableStream<Uint8Array>;
    const received = await uploads.receive({ ...mine(request, response), offset, body });
    if (!received.ok) {
      // A browser listens only once it has sent everything: what nobody took is read to its end, by the stream that holds it.
      if (!body.locked) body.pipeTo(new WritableStream()).catch(() => undefined);
      return refuse(response, received.error);
    }
    tell(response.status(204), received.value).end();
  });

  door.delete('/:upload', async (request, response) => {
    await uploads.cancel(mine(request, response));
    response.status(204).end();
  });
  door.use(sayAway(services.log));
  return door;
}

/** [S19] Where a file stands is asked of its store, and of the database. */
function sayAway(log: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (!isAway(error)) return next(error);
    log.error({ err: error }, 'uploads');
    refuse(response, 'upload.unavailable');
  };
}

function announcedBy(request: Request): z.output<typeof Announced> | null {
  const said = {
    name: headerText(request.get(FILE_NAME_HEADER) ?? ''),
    bytes: request.get(LENGTH_HEADER),
    sha256: request.get(CHECKSUM_HEADER),
  };
  return Announced.safeParse(said).data ?? null;
}

function tell(response: Response, { received, bytes }: UploadState): Response {
  return response.set({ [OFFSET_HEADER]: String(received), [LENGTH_HEADER]: String(bytes) });
}

function refuse(response: Response, error: ResourceError | AccessError): void {
  response.status(STATUS[error] ?? 422).json({ error });
}
