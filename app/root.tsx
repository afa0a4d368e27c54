import './app.css';
import type { ReactNode } from 'react';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from 'react-router';
import { frame } from '#shared/kernel/frame.fr.ts';
import type { Route } from './+types/root';
import { nameRoute, noteRefusal, readMember } from './kernel/access.server.ts';
import { inTurn, readableBody } from './kernel/body-door.server.ts';
import { tellWorker } from './kernel/keep.server.ts';
import { RefusedPage } from './kernel/refused-page.tsx';
import { isStaticPage } from './kernel/static-page.ts';
import { RequiredWordProvider } from './ui/field.tsx';
import { useNonce } from './ui/nonce.tsx';

export const middleware: Route.MiddlewareFunction[] = [
  nameRoute,
  readMember,
  noteRefusal,
  tellWorker,
  inTurn,
  readableBody,
];

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
        <RequiredWordProvider value={frame.requiredField}>{children}</RequiredWordProvider>
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
  return <RefusedPage error={error} />;
}
