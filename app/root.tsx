import './app.css';
import type { ReactNode } from 'react';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
} from 'react-router';
// Not the whole catalogue: this module is part of every page, the sign-in page included.
import { errorPage, frame } from '#shared/messages/fr/frame.ts';
import type { Route } from './+types/root';
import { readMember } from './access.server.ts';
import { tellWorker } from './keep.server.ts';
import { isStaticPage } from './static-page.ts';
import { ErrorPage } from './ui/error-page.tsx';
import { useNonce } from './ui/nonce.tsx';

export const middleware: Route.MiddlewareFunction[] = [readMember, tellWorker];

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const isStatic = isStaticPage(useMatches());
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* React Aria finds here the nonce of the one style sheet that it inserts. */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {!isStatic && (
          <>
            <ScrollRestoration />
            <Scripts />
          </>
        )}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const words = errorPage[status === 404 ? 'notFound' : status === 403 ? 'forbidden' : 'unexpected'];
  // A refusal's own sentence says more than the status.
  const sentence =
    isRouteErrorResponse(error) && status !== 404 && typeof error.data === 'string' ? error.data : words.text;
  return <ErrorPage title={words.title} text={sentence} home={errorPage.home} product={frame.product} />;
}
