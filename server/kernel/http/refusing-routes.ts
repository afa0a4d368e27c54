import type { Logger } from 'pino';
import { data, type ServerBuild } from 'react-router';
import { refusedRequest } from '#shared/kernel/refused-request.fr.ts';
import { toldAddress } from '#shared/kernel/told-address.ts';
import { isAway } from '../away.ts';
import { answerOfDatabase } from './database-refusals.ts';

type Routes = ServerBuild['routes'];

/**
 * [S19] [SC19] The routes of the pages, whose loaders, actions and middleware answer in words when something is away (503), and what the
 * database refuses. Every one of them passes here: none has to think of it.
 */
export function refusingRoutes(routes: Routes, log: Logger): Routes {
  const guarded =
    <Rest extends unknown[], T>(work: (given: { request: Request }, ...rest: Rest) => T) =>
    async (given: { request: Request }, ...rest: Rest): Promise<Awaited<T>> => {
      try {
        return await work(given, ...rest);
      } catch (error) {
        throw refusalOf(error, { log, address: toldAddress(new URL(given.request.url).pathname) });
      }
    };
  const entries = Object.entries(routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action, middleware } = route.module;
    const module = {
      ...route.module,
      ...(loader && { loader: guarded(loader as never) }),
      ...(action && { action: guarded(action as never) }),
      ...(middleware && { middleware: middleware.map((one) => guarded(one as never)) }),
    };
    return [id, { ...route, module }];
  });
  return Object.fromEntries(entries) as Routes;
}

function refusalOf(error: unknown, { log, address }: { log: Logger; address: string }): unknown {
  if (isAway(error)) {
    log.error({ err: error, address }, 'page');
    return data(refusedRequest.away, { status: 503 });
  }
  const answer = answerOfDatabase(error, { log, address });
  return answer ? data(answer.said, { status: answer.status }) : error;
}
