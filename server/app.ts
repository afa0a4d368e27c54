import * as build from 'virtual:react-router/server-build';
import { createRequestHandler } from '@react-router/express';
import type { RequestHandler } from 'express';
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
    getLoadContext: (_request, response) => {
      const context = new RouterContextProvider();
      context.set(servicesContext, services);
      context.set(nonceContext, String(response.locals.nonce));
      return context;
    },
  });
}
