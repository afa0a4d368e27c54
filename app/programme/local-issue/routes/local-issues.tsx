import { data, Link } from 'react-router';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { listIssueCities, listTrashedIssues } from '#db/programme/local-issue/local-issue-notes.ts';
import { listIssues } from '#db/programme/local-issue/local-issues.ts';
import { listThemes } from '#db/programme/season/seasons.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { FilterForm } from '../../../ui/late/filter-form.tsx';
import { Empty } from '../../../ui/page/empty.tsx';
import { NewLink } from '../../../ui/page/new-link.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { ProgrammeTabs } from '../../programme-tabs.tsx';
import { IssueList } from '../issue-list.tsx';
import { trashedIssueGestures } from '../local-issue-gestures.server.ts';
import { requireIssueReader } from '../require-issue.server.ts';
import { TrashList } from '../trash-list.tsx';
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

export async function action({ request, context }: Route.ActionArgs) {
  if (request.method !== 'POST') throw data(null, { status: 405 });
  await requireIssueReader(context);
  return act(context, await request.formData(), trashedIssueGestures, {});
}

export default function LocalIssues({ loaderData }: Route.ComponentProps) {
  const { filter, issues, total, pages, themes, cities, mayWrite, trashed } = loaderData;
  const isFiltered = filter.query !== '' || filter.theme !== '' || filter.city !== '';
  const pageOf = (page: number) =>
    programmePaths.localIssues({ text: filter.query, theme: filter.theme, city: filter.city, page });
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.lead}>
        {mayWrite && (
          <p className="row">
            <Link className="btn" to={programmePaths.heard()}>
              {words.heard.title}
            </Link>
            <NewLink to={programmePaths.newLocalIssue()}>{words.new}</NewLink>
          </p>
        )}
      </PageHead>
      <ProgrammeTabs under="experiments" current="localIssues" />
      {total === 0 && !isFiltered ? (
        <Empty title={words.emptyTitle} text={words.emptyText} />
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
      <TrashList trashed={trashed.map(({ id: issueId, title }) => ({ title, fields: { issueId } }))} />
    </main>
  );
}
