import { Link } from 'react-router';
import { listCardsLinkingTo } from '#db/boards/card/linking-cards.ts';
import { listNeedHistory } from '#db/library/need/data-need-lists.ts';
import { findAnsweringDatasets } from '#db/library/need/need-datasets.ts';
import { listAnsweringIds, listProgrammeNeeds } from '#db/library/need/programme-needs.ts';
import { findWanted } from '#db/library/need/wanted-datasets.ts';
import { findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import { listTracksOfWanted } from '#db/programme/track/track-links.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { dataset as datasetWords } from '#shared/library/dataset/dataset.fr.ts';
import { programmeNeeds as words } from '#shared/library/need/programme-needs.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { track } from '#shared/programme/track/track.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { Plate } from '../../../ui/page/plate.tsx';
import { AnswerMark } from '../answer-mark.tsx';
import { RequestList } from '../need-requests.tsx';
import { Pages, ProgrammeList } from '../programme-list.tsx';
import { needKey } from '../shown-needs.server.ts';
import { WantedFacts, WantedHistory } from '../wanted-facts.tsx';
import type { Route } from './+types/wanted-dataset';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ wanted }) => [
    { href: paths.datasets(), label: datasetWords.title },
    { href: programmePaths.programmeNeeds(), label: words.title },
    { href: programmePaths.wantedDataset(wanted), label: wanted.name },
  ],
});

const PAGE = 50;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const reader = { userId, now: now() };
  const wantedId = idOfSegment(params.besoin);
  const seenBy = await findExperimentPerson(db, reader);
  const wanted = wantedId ? await findWanted(db, wantedId) : null;
  if (!wanted || !seenBy) throw notFound();
  const filters = { wantedId: wanted.id, seenBy };
  const page = Math.max(1, Number.parseInt(new URL(request.url).searchParams.get('page') ?? '1', 10) || 1);
  const { needs, hasMore } = await listProgrammeNeeds(db, {
    filters,
    page: Math.min(page, 2_000),
    size: PAGE,
  });
  // What only an experiment named is known to those who see that experiment.
  if (!wanted.isListed && needs.length === 0 && page === 1) throw notFound();
  const ids = await listAnsweringIds(db, { filters });
  const answers = await findAnsweringDatasets(db, { ids, ...reader });
  const keys = needs.map(({ id, experiment }) => needKey(experiment.id, id));
  return {
    wanted,
    needs,
    hasMore,
    page,
    answers: [...answers.values()],
    hiddenAnswers: ids.length - answers.size,
    cards: await listCardsLinkingTo(db, { keys, ...reader }),
    history: await listNeedHistory(db, { filters, size: 30 }),
    tracks: await listTracksOfWanted(db, { wantedId: wanted.id, standing: seenBy.standing }),
    now: reader.now,
  };
}

export default function WantedDataset({ loaderData }: Route.ComponentProps) {
  const { wanted, needs, hasMore, page, answers, hiddenAnswers, cards, history, tracks, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(wanted.name, words.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over">{words.wantedOver}</p>
          <h1 className="break-words">{wanted.name}</h1>
        </div>
      </div>
      <div className="cols">
        <div>
          <Plate id="asks" title={words.whoAsks}>
            {needs.length > 0 ? (
              <ProgrammeList needs={needs} now={now} isOfOne />
            ) : (
              <p className="muted">{words.nobodyAsks}</p>
            )}
            <Pages
              page={page}
              hasMore={hasMore}
              href={(next) => `${programmePaths.wantedDataset(wanted)}?page=${next}`}
            />
          </Plate>
          <WantedHistory history={history} />
        </div>
        <aside className="stack-lg" aria-label={words.answers}>
          <WantedFacts wanted={wanted} />
          <section className="card" aria-labelledby="answers">
            <h2 id="answers" className="mb-3">
              {words.answers}
            </h2>
            {answers.length > 0 && (
              <ul className="ruled">
                {answers.map((answer) => (
                  <li key={answer.id}>
                    <AnswerMark answer={answer} />
                  </li>
                ))}
              </ul>
            )}
            {answers.length === 0 && hiddenAnswers === 0 && <p className="muted">{words.noAnswers}</p>}
            {hiddenAnswers > 0 && <p className="muted small mt-3">{words.hiddenAnswers(hiddenAnswers)}</p>}
          </section>
          {tracks.length > 0 && (
            <section className="card" aria-labelledby="tracks">
              <h2 id="tracks" className="mb-3">
                {track.title}
              </h2>
              <ul className="ruled">
                {tracks.map((one) => (
                  <li key={one.id}>
                    <Link to={programmePaths.track(one)}>{one.title}</Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="card" aria-labelledby="requests">
            <h2 id="requests" className="mb-3">
              {words.requests}
            </h2>
            {cards.length > 0 ? <RequestList cards={cards} /> : <p className="muted">{words.noRequests}</p>}
          </section>
        </aside>
      </div>
    </main>
  );
}
