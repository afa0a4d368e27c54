import { Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import {
  findSitePageVersion,
  listSitePageVersions,
  writeSitePage,
} from '#db/publication/public-site/site-pages.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { obligations } from '#shared/publication/public-site/obligations.fr.ts';
import { parseSiteText, SITE_PAGES, SITE_TEXT_MAX } from '#shared/publication/public-site/site-page.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm, refuse } from '../../../kernel/refusal.server.ts';
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
  const member = requirePlatform(context, 'site.manage');
  const page = SITE_PAGES.find((known) => known === params.page);
  if (!page) throw notFound();
  return { member, page };
}

const Asked = z.object({ version: z.coerce.number().int().min(0).max(1e6).optional().catch(undefined) });

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { page } = pageOf({ params, context });
  const { db } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const { version } = Asked.parse(Object.fromEntries(searchParams));
  const versions = await listSitePageVersions(db, page);
  const taken = version ? await findSitePageVersion(db, { page, rank: version }) : null;
  const { title, text: original } = obligations.pages[page];
  const text = version === 0 ? original : (taken?.text ?? versions[0]?.text ?? original);
  return {
    page,
    title,
    text,
    seen: versions[0]?.rank ?? 0,
    isTaken: version === 0 || taken !== null,
    older: versions.slice(1).map(({ rank, at, byName }) => ({ rank, at, byName })),
    isSaved: searchParams.get('etat') === 'publie',
  };
}

const PageForm = z.object({
  texte: z.string().max(SITE_TEXT_MAX * 2),
  vu: z.coerce.number().int().min(0).max(1e6),
});

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, page } = pageOf({ params, context });
  const typed = parseForm(PageForm, await request.formData());
  const text = parseSiteText(typed.texte);
  if (!text.ok) return refuse({ texte: text.error }, typed);
  const { db, now } = context.get(servicesContext);
  const written = await writeSitePage(db, {
    page,
    text: text.value,
    seen: typed.vu,
    userId: member.id,
    now: now(),
  });
  if (!written.ok && written.error === 'access.forbidden') throw forbidden();
  if (!written.ok) return refuse({ texte: written.error }, typed);
  throw redirect(`${sitePaths.edit(page)}?etat=publie`);
}

export default function AdministrationSitePage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, title, text, seen, isTaken, older, isSaved } = loaderData;
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
      {isSaved && !actionData && <Notice kind="success">{words.saved}</Notice>}
      {isTaken && !actionData && <Notice kind="info">{words.taken}</Notice>}
      <Form method="post" noValidate action={sitePaths.edit(page)} className="max-w-[44rem]">
        {/* Of a refusal too: whoever publishes again has seen what the other one wrote. */}
        <input type="hidden" name="vu" value={seen} />
        <TextAreaField
          key={`${seen}-${isTaken}-${text.length}`}
          label={words.text}
          hint={words.hint}
          name="texte"
          required
          rows={24}
          error={actionData?.errors.texte}
          defaultValue={actionData?.values.texte ?? text}
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
