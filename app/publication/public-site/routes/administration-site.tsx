import { Form, Link } from 'react-router';
import { includesClosedNeeds } from '#db/library/need/closed-needs.ts';
import { findSitePage } from '#db/publication/public-site/site-pages.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { retention } from '#shared/operations/personal-data/retention.fr.ts';
import { paths } from '#shared/paths.ts';
import { openData } from '#shared/publication/open-data/open-data.fr.ts';
import { openDataPaths } from '#shared/publication/open-data/open-data-paths.ts';
import { obligations } from '#shared/publication/public-site/obligations.fr.ts';
import { SITE_PAGES } from '#shared/publication/public-site/site-page.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, ticked } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import type { Route } from './+types/administration-site';

const words = obligations.administration;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: sitePaths.administration(), label: words.title },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'site.manage');
  const { db } = context.get(servicesContext);
  const pages = SITE_PAGES.map(async (page) => {
    const written = await findSitePage(db, page);
    const title = obligations.pages[page].title;
    return { page, title, said: written && words.changed(dates.short(written.at), written.byName) };
  });
  return {
    pages: await Promise.all(pages),
    includesClosed: await includesClosedNeeds(db),
  };
}

const gestures = {
  choose: gesturesOf((_page: null) => ({}))('closedNeeds.choose', {
    fields: { isIncluded: ticked },
    done: () => ({ to: sitePaths.administration(), said: openData.choice.saved, focus: 'donnees-ouvertes' }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'site.manage');
  return act(context, await request.formData(), gestures, null);
}

export default function AdministrationSite({ loaderData }: Route.ComponentProps) {
  const { pages, includesClosed } = loaderData;
  const { choice } = openData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <PageHead title={words.title} lead={words.lead} />
      <section className="max-w-[44rem]" aria-labelledby="pages">
        <h2 id="pages">{words.pages}</h2>
        <ul className="ruled">
          <li className="item plain">
            <div>
              <Link to={sitePaths.retention()}>{retention.title}</Link>
              <p className="muted">{retention.placeLead}</p>
            </div>
          </li>
          {pages.map(({ page, title, said }) => (
            <li key={page} className="item plain">
              <div>
                <Link to={sitePaths.edit(page)} aria-label={words.editTitle(title)}>
                  {title}
                </Link>
                <p className="muted">{said ?? words.original}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <Plate id="donnees-ouvertes" title={choice.title} className="mt-8 max-w-[44rem]">
        <p className="muted mb-4">
          {choice.lead} <a href={openDataPaths.openData()}>{openData.title}</a>
        </p>
        <Form method="post">
          <label className="check">
            <input
              type="checkbox"
              name="isIncluded"
              value="oui"
              defaultChecked={includesClosed}
              aria-describedby="fermes-explain"
            />
            {choice.label}
          </label>
          <p className="hint mt-2 mb-4" id="fermes-explain">
            {choice.explain}
          </p>
          <button className="btn primary" type="submit" name="intent" value="choose">
            {choice.save}
          </button>
        </Form>
      </Plate>
    </main>
  );
}
