import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { EXPORT_FORMATS } from '#shared/conversion/conversion.ts';
import type { ApiServices, Caller } from './operation.ts';
import { sendProblem } from './problem.ts';
import { Id } from './shapes.ts';

type CallerOf = (services: ApiServices, request: Request) => Promise<Caller | null>;

const ExportQuery = z.object({ format: z.enum(EXPORT_FORMATS) });

/** What leaves and comes in as files: the two operations whose answer or body is not JSON. */
export function conversionRoutes(services: ApiServices, callerOf: CallerOf): Router {
  const routes = Router();
  routes.get('/documents/:document/export', async (request: Request, response: Response) => {
    const caller = await callerOf(services, request);
    if (!caller) return sendProblem(response, 'access.signInFirst');
    const documentId = Id.safeParse(request.params.document);
    if (!documentId.success) return sendProblem(response, 'access.notFound');
    const query = ExportQuery.safeParse(request.query);
    if (!query.success) return sendProblem(response, 'api.invalid');
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const made = await services.conversions.exportDocument(
      { documentId: documentId.data, userId: caller.userId, format: query.data.format },
      { signal: gone.signal },
    );
    if (gone.signal.aborted) return;
    if (!made.ok) return sendProblem(response, made.error);
    const { bytes, contentType, disposition } = made.value;
    response.set({
      'Content-Type': contentType,
      'Content-Disposition': disposition,
      'X-Content-Type-Options': 'nosniff',
    });
    response.status(200).end(bytes);
  });
  return routes;
}

/** The same for the OpenAPI page. */
export const conversionPaths = {
  '/documents/{document}/export': {
    get: {
      summary: 'A document as a file',
      parameters: [
        { name: 'document', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
        {
          name: 'format',
          in: 'query',
          required: true,
          schema: { type: 'string', enum: [...EXPORT_FORMATS] },
        },
      ],
      responses: {
        200: {
          description: 'The file',
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
      },
    },
  },
};
