import { Router } from 'express';
import { accessTokenIn } from '../../people/auth/session-token.ts';
import { answerFailure, noStore, ownOrigin, readJsonBody } from '../api/answers.ts';
import type { ApiRate } from '../api/api-rate.ts';
import { createAdmission } from '../api/caller.ts';
import { onlyBy } from '../api/media.ts';
import type { ApiServices } from '../api/operation.ts';
import { sendProblem } from '../api/problem.ts';

/**
 * [MC1] The Model Context Protocol (streamable HTTP, without sessions) for access tokens, and for them alone: a cookie opens nothing here. It counts
 * with REST ([TK8]). Nothing of its library is loaded before somebody comes.
 */
export function mcpDoor(services: ApiServices, rate: ApiRate): Router {
  const door = Router();
  const admit = createAdmission(services, rate);
  if (!services.env.MCP) {
    door.use((_request, response) => sendProblem(response, 'access.notFound'));
    return door;
  }
  door.use(noStore, ownOrigin(services), onlyBy(['post']));
  door.use(async (request, response) => {
    if (accessTokenIn(request.headers) === null) {
      response.set('WWW-Authenticate', 'Bearer realm="cordee"');
      return sendProblem(response, 'access.signInFirst');
    }
    response.locals.media = { takes: ['application/json'], gives: [] };
    const caller = await admit(request, response, 'any');
    if (!caller) return;
    const read = await readJsonBody(services, caller, { request, response });
    if (!read.ok) return sendProblem(response, read.error, read.faults);
    // One message a request: what counts requests counts calls.
    if (Array.isArray(read.value)) return sendProblem(response, 'api.invalid');
    request.body = read.value;
    const { answerMcp } = await import('./mcp-server.ts');
    await answerMcp({ services, caller }, request, response);
  });
  door.use(answerFailure(services));
  return door;
}
