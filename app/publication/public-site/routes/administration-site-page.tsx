import { Form, Link } from 'react-router';
import { z } from 'zod';
import { findSitePageVersion, listSitePageVersions } from '#db/publication/public-site/site-pages.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { obligations } from '#shared/publication/public-site/obligations.fr.ts';
import { SITE_PAGES, type SitePageKey } from '#shared/publication/public-site/site-page.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { TextAreaField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Route } from './+types/administration-site-page';

const words = obligations.administration;

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ page, title }) => [
    { href: paths.administration(), label: frame.administration },
    { href: sitePaths.administration(), label: words.title },
    { href: sitePaths.edit(page), label: title },
  ],
});

function pageOf({ params, context }: Pick<Route.LoaderArgs, 'params' | 'context'>) {
  requirePlatform(context, 'site.manage');
  const page = SITE_PAGES.find((known) => known === params.page);
  if (!page) throw notFound();
  return page;
}

const Asked = z.object({ version: z.coerce.number().int().min(0).max(1e6).optional().catch(undefined) });

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const page = pageOf({ params, context });
  const { db } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const { version } = Asked.parse(Object.fromEntries(searchParams));
  const versions = await listSitePageVersions(db, page);
  const taken = version ? await findSitePageVersion(db, { page, rank: version }) : null;
  const { title, text: original } = obligations.pages[page];
  const shown = version === 0 ? original : (taken?.text ?? versions[0]?.text ?? original);
  return {
    page,
    title,
    shown,
    seen: versions[0]?.rank ?? 0,
    isTaken: version === 0 || taken !== null,
    older: versions.slice(1).map(({ rank, at, byName }) => ({ rank, at, byName })),
  };
}

const gestures = {
  write: gesturesOf((page: SitePageKey) => ({ page }))('sitePage.write', {
    fields: { texte: text, vu: text },
    done: (_made, page) => ({ to: sitePaths.edit(page), said: words.saved, focus: 'versions' }),
  }),
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const page = pageOf({ params, context });
  return act(context, await request.formData(), gestures, page);
}

export default function AdministrationSitePage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, title, shown, seen, isTaken, older } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(title, words.title)}</title>
      <div className="head">
        <div>
          <h1>{words.editTitle(title)}</h1>
          <p className="lead">
            <a href={sitePaths.page(page)}>{words.see}</a>
          </p>
        </div>
      </div>
      {isTaken && !actionData && <Notice kind="info">{words.taken}</Notice>}
      <Form method="post" noValidate action={sitePaths.edit(page)} className="max-w-[44rem]">
        <input type="hidden" name="intent" value="write" />
        {/* Of a refusal too: whoever publishes again has seen what the other one wrote. */}
        <input type="hidden" name="vu" value={seen} />
        <TextAreaField
          key={`${seen}-${isTaken}-${shown.length}`}
          label={words.text}
          hint={words.hint}
          name="texte"
          required
          rows={24}
          error={actionData?.errors.texte}
          defaultValue={actionData?.values.texte ?? shown}
        />
        <button className="btn primary" type="submit">
          {words.save}
        </button>
      </Form>
      <section className="mt-8 max-w-[44rem]" aria-labelledby="versions">
        <h2 id="versions">{words.versions}</h2>
        <ul className="ruled">
          {older.map(({ rank, at, byName }) => (
            <li key={rank} className="item plain">
              <div>
                <p>{words.changed(dates.exact(at), byName)}</p>
                <Link to={sitePaths.edit(page, rank)} aria-label={words.takeOf(dates.exact(at))}>
                  {words.take}
                </Link>
              </div>
            </li>
          ))}
          <li className="item plain">
            <div>
              <p>{words.original}</p>
              <Link to={sitePaths.edit(page, 0)}>{words.backToOriginal}</Link>
            </div>
          </li>
        </ul>
      </section>
    </main>
  );
}
