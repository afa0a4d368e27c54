import './app.css';
import type { ReactNode } from 'react';
import {
  data,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useMatches,
} from 'react-router';
import { frame } from '#shared/kernel/frame.fr.ts';
import { hasWords } from '#shared/kernel/text/fold.ts';
import type { Route } from './+types/root';
import { memberContext } from './context.ts';
import { nameRoute, noteRefusal, readMember } from './kernel/access.server.ts';
import { inTurn, readableBody } from './kernel/body-door.server.ts';
import { takeDone } from './kernel/done.server.ts';
import { tellWorker } from './kernel/keep.server.ts';
import { RefusedPage } from './kernel/refused-page.tsx';
import { isStaticPage } from './kernel/static-page.ts';
import { type Told, ToldPage } from './kernel/told-page.tsx';
import { FormWords } from './ui/form-words.ts';
import { type OfMember, useIsMember } from './ui/is-member.ts';
import { useNonce } from './ui/nonce.tsx';

const FORM_WORDS = {
  required: frame.requiredField,
  choose: frame.choose,
  noChoice: frame.noChoice,
  found: frame.found,
  hasWords,
};

export const middleware: Route.MiddlewareFunction[] = [
  nameRoute,
  readMember,
  noteRefusal,
  tellWorker,
  inTurn,
  readableBody,
];

export function loader({ context, request }: Route.LoaderArgs) {
  const done = takeDone(context, request);
  const here: OfMember & { readonly told: Told | null } = {
    told: done?.told ?? null,
    isMember: context.get(memberContext) !== null,
  };
  return done ? data(here, { headers: done.headers }) : here;
}

/** Only a form has something to say. */
export function shouldRevalidate({ formMethod }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined && formMethod !== 'GET';
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const isStatic = isStaticPage(useMatches(), useIsMember());
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
        <FormWords value={FORM_WORDS}>{children}</FormWords>
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

export default function Root({ loaderData }: Route.ComponentProps) {
  return (
    <ToldPage told={loaderData.told}>
      <Outlet />
    </ToldPage>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <RefusedPage error={error} />;
}
