import { Link } from 'react-router';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listKnownOrganisations } from '#db/people/person/visible-people.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { statesOf } from '#shared/kind-states.fr.ts';
import { KIND_NAMES, KINDS } from '#shared/kinds.ts';
import { paths } from '#shared/paths.ts';
import { experimentPage as experiment } from '#shared/programme/experiment/experiment-page.fr.ts';
import { search as words } from '#shared/search/search.fr.ts';
import { servicesContext } from '../../context.ts';
import { requireMember } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { KindTabs } from '../kind-tabs.tsx';
import { ResultList } from '../result-list.tsx';
import { readSearch, runSearch } from '../search.server.ts';
import { SearchForm } from '../search-form.tsx';
import { SearchPages } from '../search-pages.tsx';
import '../search.css';
import { PageHead } from '../../ui/page/page-head.tsx';
import type { Route } from './+types/search';

export const handle = frameHandle({ crumbs: () => [{ href: paths.search(), label: words.title }] });

const named = (said: Readonly<Record<string, string>>) =>
  Object.entries(said).map(([id, name]) => ({ id, name }));

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const asked = readSearch(new URL(request.url));
  const reader = { userId, now: now() };
  const [answer, groups, organisations] = await Promise.all([
    runSearch(db, asked, reader),
    listGroupsForMember(db, reader),
    listKnownOrganisations(db, reader),
  ]);
  return {
    asked: { ...asked, text: asked.text.slice(0, 1_000) },
    ...answer,
    choices: {
      groups: groups.map(({ id, name }) => ({ id, name })),
      organisations,
      themes: named(experiment.themes),
      states: named(statesOf(asked.kind) ?? {}),
    },
    now: reader.now,
  };
}

export default function SearchPage({ loaderData }: Route.ComponentProps) {
  const { asked, refusal, found, choices, now } = loaderData;
  const title = asked.text && !refusal ? [words.titleOf(asked.text)] : [];
  const hasFound = found !== null && Object.keys(found.counts).length > 0;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(...title, words.title)}</title>
      <PageHead title={words.title} lead={words.lead} />
      <div className="measure">
        <SearchForm asked={asked} choices={choices} error={refusal && words.errors[refusal]} />
        {found === null && <Help />}
        {found && !hasFound && (
          <div role="status">
            <h2>{words.noneTitle(asked.text)}</h2>
            <p>{words.noneText}</p>
            {(asked.groupId || asked.organisationId || asked.theme || asked.state || asked.days) && (
              <Link className="btn mt-3" to={paths.search({ text: asked.text })}>
                {words.reset}
              </Link>
            )}
          </div>
        )}
        {found && hasFound && (
          <>
            <KindTabs asked={asked} counts={found.counts} />
            <SearchPages asked={asked} found={found}>
              {found.isNear && <p className="notice-line">{words.near(asked.text)}</p>}
              <ResultList items={found.items} now={now} />
            </SearchPages>
          </>
        )}
      </div>
    </main>
  );
}

function Help() {
  return (
    <section aria-labelledby="aide">
      <h2 id="aide">{words.helpTitle}</h2>
      <ul className="search-help">
        <li>{words.helpKinds(KIND_NAMES.map((kind) => KINDS[kind].many))}</li>
        {words.help.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
