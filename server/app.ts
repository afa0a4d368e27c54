import * as build from 'virtual:react-router/server-build';
import { createRequestHandler } from '@react-router/express';
import type { RequestHandler, Response } from 'express';
import { RouterContextProvider, type ServerBuild } from 'react-router';
import { nonceContext, servicesContext } from '#app/context.ts';
import { refusingRoutes } from './kernel/http/refusing-routes.ts';
import type { Services } from './services.ts';

/** The pages. This module is inside the build: context keys match by identity, so they are filled here. */
export function createPages(services: Services): RequestHandler {
  const made = build as unknown as ServerBuild;
  return createRequestHandler({
    build: {
      ...made,
      routes: refusingRoutes(made.routes, services.log),
      // Behind a proxy that speaks HTTPS the request looks like plain HTTP: the host of ORIGIN is ours all the same.
      allowedActionOrigins: [new URL(services.origin).host],
    },
    mode: services.env.NODE_ENV,
    getLoadContext: (request, response) => {
      const context = new RouterContextProvider();
      context.set(servicesContext, request.method === 'GET' ? ofOneMoment(services, response) : services);
      context.set(nonceContext, String(response.locals.nonce));
      return context;
    },
  });
}

/** [PG3] For a page that is only read: its parts ask at one time, and what several of them ask is asked once. */
function ofOneMoment(services: Services, response: Response): Services {
  const at = services.now();
  const { db, end } = services.database.forPage();
  response.once('close', end);
  return { ...services, db, now: () => new Date(at) };
}
