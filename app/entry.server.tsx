import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { toldAddress } from '#shared/kernel/told-address.ts';
import { nonceContext, servicesContext } from './context.ts';
import { lateModules } from './kernel/late-modules.server.ts';
import { NonceProvider } from './ui/nonce.tsx';

/** Milliseconds after which late parts of a page are given up. */
export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = context.get(nonceContext);
  // Asked for before the page is read: else the style sheet, which painting waits for, queues behind the scripts.
  for (const sheet of routerContext.manifest.routes.root?.css ?? []) {
    headers.append('Link', `<${sheet}>; rel=preload; as=style`);
  }
  return new Promise((resolve, reject) => {
    const isWhole = routerContext.isSpaMode || isbot(request.headers.get('user-agent') ?? '');
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </NonceProvider>,
      {
        nonce,
        [isWhole ? 'onAllReady' : 'onShellReady']: () => {
          const body = lateModules(nonce);
          headers.set('Content-Type', 'text/html; charset=utf-8');
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** Bugs go to the log once, with the address they happened at; a person who left the page is no bug, nor is what they should not have sent. */
export const handleError: HandleErrorFunction = (error, { request, params, context }) => {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const address = toldAddress(new URL(request.url).pathname, params);
  context.get(servicesContext).log.error({ err: error, address }, 'page');
};
