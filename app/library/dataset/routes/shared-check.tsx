import { findSharedCheck } from '#db/library/dataset/dataset-checks.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { errorPage, frame } from '#shared/kernel/frame.fr.ts';
import { datasetCheck as words } from '#shared/library/dataset/dataset-check.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { SiteFrame } from '../../../publication/public-site/site-frame.tsx';
import { Report } from '../report.tsx';
import type { Route } from './+types/shared-check';

export const handle = staticPage;

const TOKEN = /^[\w-]{43}$/;

/** [DS11] The report behind a secret address, for whoever has it. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const found = TOKEN.test(params.jeton)
    ? await findSharedCheck(context.get(servicesContext).db, params.jeton)
    : null;
  if (!found) throw notFound();
  return { found };
}

/** The address is the right: it goes to no other site, and no search engine keeps it. */
export function headers() {
  return {
    'Cache-Control': 'private, no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
  };
}

export default function SharedCheck({ loaderData: { found } }: Route.ComponentProps) {
  const title = words.reportTitle(found.fileName);
  return (
    <SiteFrame>
      <title>{`${title} · ${frame.product}`}</title>
      <meta name="robots" content="noindex" />
      <div className="head">
        <div className="min-w-0">
          <h1 className="break-words">{title}</h1>
          <p className="lead">
            <time dateTime={found.createdAt.toISOString()}>{dates.exact(found.createdAt)}</time>
          </p>
        </div>
      </div>
      <Report {...found} errorsPath={null} />
      <footer className="muted small mt-8">{words.publicFoot}</footer>
    </SiteFrame>
  );
}

export function ErrorBoundary() {
  return (
    <SiteFrame>
      <title>{frame.pageTitle(errorPage.notFound.title)}</title>
      <h1>{errorPage.notFound.title}</h1>
      <p className="lead mt-3">{words.absent}</p>
    </SiteFrame>
  );
}
