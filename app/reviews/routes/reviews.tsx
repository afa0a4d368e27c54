import { Link } from 'react-router';
import { mayHoldReviews } from '#db/reviews/holding-reviews.ts';
import { listRounds } from '#db/reviews/review-lists.ts';
import { listSigners, organisationsOf } from '#db/reviews/review-signers.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { review as words } from '#shared/reviews/review.fr.ts';
import { isRoundOpen, standingAnswers } from '#shared/reviews/review.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { servicesContext } from '../../context.ts';
import { documentCrumbs } from '../../documents/document-crumbs.ts';
import { requireDocument } from '../../documents/require-document.server.ts';
import { forbidden } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { stateOf } from '../load-round.server.ts';
import { OpenForm } from '../open-form.tsx';
import { openRoundAt } from '../open-round.server.ts';
import { RoundState } from '../round-state.tsx';
import type { Route } from './+types/reviews';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ document }) => [
    ...documentCrumbs(document),
    { href: reviewPaths.reviews(document), label: words.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { document } = await requireDocument(context, params.document, 'document.read');
  const { db, now } = context.get(servicesContext);
  const at = now();
  const canOpen = await mayHoldReviews(db, document);
  const [rounds, signers] = await Promise.all([
    listRounds(db, document.id),
    canOpen ? listSigners(db, { documentId: document.id, now: at }) : [],
  ]);
  const signed = rounds.find(({ outcome }) => outcome === 'approved');
  return {
    document,
    canOpen,
    rounds: rounds.map((round) => ({
      id: round.id,
      number: round.number,
      sha256: round.text.sha256,
      openedAt: round.openedAt,
      deadline: round.deadline,
      state: stateOf(round, at),
      quorum: round.quorum,
      asked: round.asked.length,
      given: standingAnswers(round).filter(({ answer }) => answer).length,
    })),
    organisations: organisationsOf(signers),
    open: rounds.find((round) => isRoundOpen(round, at))?.id ?? null,
    /** Those of the round before, to be asked again. */
    before: rounds[0]?.asked.map(({ id }) => id) ?? [],
    again: signed
      ? standingAnswers(signed).flatMap(({ answer, organisation }) => (answer ? [organisation.id] : []))
      : [],
    now: at,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.read');
  if (!(await mayHoldReviews(context.get(servicesContext).db, document))) throw forbidden();
  return openRoundAt(context, { document, by: member.id }, await request.formData());
}

export default function Reviews({ loaderData, actionData }: Route.ComponentProps) {
  const { document, rounds, canOpen, organisations, open, before, again, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, document.title, document.group.name)}</title>
      <div className="head">
        <div className="min-w-0">
          <h1 className="break-words">{words.titleOf(document.title)}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        <Link className="btn" to={paths.document(document)}>
          {words.back}
        </Link>
      </div>
      <ErrorSummary title={words.refused} faults={faultsOf(actionData?.errors)} answer={actionData} />
      {rounds.length === 0 ? (
        <div className="empty">
          <h2>{words.none}</h2>
          <p>{canOpen ? words.noneText : words.noneReader}</p>
        </div>
      ) : (
        <section className="plate" aria-labelledby="passees">
          <h2 id="passees">{words.past}</h2>
          <ul className="ruled">
            {rounds.map(({ id, number, sha256, state, openedAt, deadline, given, asked, quorum }) => (
              <li key={id}>
                <p className="row">
                  <Link to={reviewPaths.review(id)}>{words.one(number)}</Link>
                  <RoundState state={state} />
                  <code>{sha256.slice(0, 8)}</code>
                </p>
                <p className="muted small">
                  {dates.relative(openedAt, now)} · {words.counted(given, asked, quorum)}
                  {state === 'open' && ` · ${words.until(deadline)}`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {canOpen && (
        <OpenForm
          isFirst={rounds.length === 0}
          organisations={organisations}
          open={open}
          before={before}
          again={again}
          errors={actionData?.errors ?? {}}
          typed={actionData?.values ?? null}
        />
      )}
    </main>
  );
}
