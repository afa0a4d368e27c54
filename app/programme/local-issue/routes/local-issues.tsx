import { Plus } from 'lucide-react';
import { data, Link, redirect } from 'react-router';
import { z } from 'zod';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { trashIssue } from '#db/programme/local-issue/local-issue-changes.ts';
import { listIssueCities, listTrashedIssues } from '#db/programme/local-issue/local-issue-notes.ts';
import { listIssues } from '#db/programme/local-issue/local-issues.ts';
import { listThemes } from '#db/programme/season/seasons.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { FilterForm } from '../../../ui/late/filter-form.tsx';
import { Logo } from '../../../ui/logo.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { ProgrammeTabs } from '../../programme-tabs.tsx';
import { IssueList } from '../issue-list.tsx';
import { requireIssueReader } from '../require-issue.server.ts';
import type { Route } from './+types/local-issues';

export const handle = frameHandle({
  crumbs: () => [{ href: programmePaths.localIssues(), label: words.title }],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId } = await requireIssueReader(context);
  const { db, now } = context.get(servicesContext);
  const asked = new URL(request.url).searchParams;
  const page = Number(asked.get('page') ?? 1);
  const filter = {
    query: asked.get('texte')?.trim().slice(0, 100) ?? '',
    theme: asked.get('theme') ?? '',
    city: asked.get('ville') ?? '',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
  const { cities, isProgramme } = await listIssueCities(db, { userId, now: now() });
  const organisations = await listOrganisations(db);
  return {
    filter,
    ...(await listIssues(db, { userId, now: now(), filter })),
    themes: (await listThemes(db)).map(({ id, name }) => ({ id, name })),
    cities: organisations
      .filter(({ kind }) => kind === 'municipality' || kind === 'intermunicipality' || kind === 'agency')
      .map(({ id, name }) => ({ id, name })),
    mayWrite: cities.length > 0 || isProgramme,
    trashed: await listTrashedIssues(db, { userId, now: now() }),
  };
}

const Restore = z.object({ id: z.string().max(64) });

export async function action({ request, context }: Route.ActionArgs) {
  if (request.method !== 'POST') throw data(null, { status: 405 });
  const { id: userId } = await requireIssueReader(context);
  const { id: issueId } = parseForm(Restore, await request.formData());
  const { db, now } = context.get(servicesContext);
  const done = await trashIssue(db, { issueId, isTrashed: false, userId, now: now() });
  if (!done.ok) throw done.error === 'access.forbidden' ? forbidden() : notFound();
  return redirect(programmePaths.localIssue(done.value));
}

export default function LocalIssues({ loaderData }: Route.ComponentProps) {
  const { filter, issues, total, pages, themes, cities, mayWrite, trashed } = loaderData;
  const isFiltered = filter.query !== '' || filter.theme !== '' || filter.city !== '';
  const pageOf = (page: number) =>
    programmePaths.localIssues({ text: filter.query, theme: filter.theme, city: filter.city, page });
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        {mayWrite && (
          <p className="row">
            <Link className="btn" to={programmePaths.heard()}>
              {words.heard.title}
            </Link>
            <Link className="btn primary" to={programmePaths.newLocalIssue()}>
              <Plus className="icon" aria-hidden="true" />
              {words.new}
            </Link>
          </p>
        )}
      </div>
      <ProgrammeTabs under="experiments" current="localIssues" />
      {total === 0 && !isFiltered ? (
        <div className="empty">
          <Logo />
          <h2>{words.emptyTitle}</h2>
          <p>{words.emptyText}</p>
        </div>
      ) : (
        <>
          <FilterForm
            address={programmePaths.localIssues()}
            isFiltered={isFiltered}
            words={words.filter}
            search={{ label: words.filter.query, name: 'texte', value: filter.query }}
            selects={[
              {
                label: words.filter.theme,
                name: 'theme',
                value: filter.theme,
                any: words.filter.all,
                choices: themes,
              },
              {
                label: words.filter.city,
                name: 'ville',
                value: filter.city,
                any: words.filter.allCities,
                choices: cities,
              },
            ]}
          />
          <p className="mb-4 font-semibold" role="status">
            {total > 0 ? words.count(total) : words.noMatchTitle}
          </p>
          {total === 0 && <p>{words.noMatchText}</p>}
          <IssueList issues={issues} />
          <Pages words={pageWords} page={filter.page} pages={pages} to={pageOf} />
        </>
      )}
      {trashed.length > 0 && (
        <details className="mt-12">
          <summary>{words.trashTitle}</summary>
          <ul className="ruled mt-3">
            {trashed.map(({ id, title }) => (
              <li key={id} className="row">
                <span className="min-w-0 flex-1 break-words">{title}</span>
                <PostButton fields={{ id }} label={words.restoreOf(title)}>
                  {words.restore}
                </PostButton>
              </li>
            ))}
          </ul>
        </details>
      )}
    </main>
  );
}
