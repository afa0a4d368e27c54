import { Link } from 'react-router';
import { Prose } from '#app/ui/prose.tsx';
import { shortFingerprint } from '#shared/documents/history/exact-text.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { signatory } from '#shared/people/organisation/signatory.fr.ts';
import { signatoryPaths } from '#shared/people/organisation/signatory-paths.ts';
import { review as words } from '#shared/reviews/review.fr.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { documentCrumbs } from '../../documents/document-crumbs.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { act } from '../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { LinkNote } from '../../ui/link-note.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AnswerForm, RemarkForm, type TypedReview, WithdrawForm } from '../answer-form.tsx';
import { AnswersTable } from '../answers-table.tsx';
import { roundGestures } from '../change-round.server.ts';
import { loadRound } from '../load-round.server.ts';
import { requireRound } from '../require-round.server.ts';
import { RoundProof } from '../round-proof.tsx';
import { RoundState } from '../round-state.tsx';
import type { Route } from './+types/review';

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ document, round }) => [
    ...documentCrumbs(document),
    { href: reviewPaths.reviews(document), label: words.title },
    { href: reviewPaths.review(round.id), label: words.one(round.number) },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const found = await requireRound(context, params.relecture);
  return loadRound(context, found);
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document, round } = await requireRound(context, params.relecture);
  const page = { document, roundId: round.id, by: member.id };
  return act(context, await request.formData(), roundGestures, page);
}

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const { document, round, state, answers, blocks, since, signed, own, now, ...page } = loaderData;
  const errors = actionData?.errors ?? {};
  const typed: TypedReview = actionData?.values ?? {};
  const { text } = round;
  const isOpen = state === 'open';
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.one(round.number), text.title, document.group.name)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over row">
            {words.one(round.number)} <RoundState state={state} />
          </p>
          <h1 className="break-words">{text.title}</h1>
          <p className="lead">
            {words.textLead({
              short: shortFingerprint(text.sha256),
              at: dates.exact(text.submittedAt),
              by: page.submittedBy,
            })}
          </p>
        </div>
        <Link className="btn" to={paths.document(document)}>
          {words.back}
        </Link>
      </div>
      <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={actionData} />
      {round.outcome && (
        <Notice kind={round.outcome === 'approved' ? 'success' : 'warning'}>
          {words.outcome[round.outcome]}
        </Notice>
      )}
      {round.ending === 'replaced' && (
        <Notice kind="warning">
          <Link to={reviewPaths.reviews(document)}>{words.newest}</Link>
        </Notice>
      )}
      <div className="cols">
        <div className="min-w-0">
          <section aria-labelledby="reponses">
            <h2 id="reponses">{words.answersTitle}</h2>
            <p>
              {round.closedAt && round.ending
                ? words.ended(round.ending, round.closedAt)
                : words.until(round.deadline)}
            </p>
            {round.withdrawnFor && <p>{round.withdrawnFor}</p>}
            <p className="muted">
              {words.counted(answers.filter(({ answer }) => answer).length, answers.length, round.quorum)}
            </p>
            <AnswersTable answers={answers} isOpen={isOpen} />
          </section>
          {round.questions.length > 0 && (
            <section aria-labelledby="questions">
              <h2 id="questions">{words.questions}</h2>
              <ul>
                {round.questions.map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ul>
            </section>
          )}
          <section aria-labelledby="texte">
            <h2 id="texte">{words.text}</h2>
            <p className="muted">
              {since.isSame ? words.same : words.since(since)}
              {!since.isSame && since.changes !== 0 && (
                <>
                  {' · '}
                  <Link to={paths.documentComparison(document, { from: text.seq, to: since.seq })}>
                    {words.compare}
                  </Link>
                </>
              )}
            </p>
            {signed && (
              <p>
                <Link to={paths.documentComparison(document, { from: signed.seq, to: text.seq })}>
                  {words.sinceSigned(signed.number)}
                </Link>
                {signed.again.length > 0 && (
                  <span className="muted block">{words.again(list.format(signed.again))}</span>
                )}
              </p>
            )}
            <Prose className="prose plate" html={blocks.join('')} />
          </section>
        </div>
        <aside className="stack-lg" aria-label={words.answer}>
          {own && !page.isSignatory && (
            <LinkNote
              text={signatory.note(own.organisation.name)}
              to={signatoryPaths.account()}
              link={signatory.noteLink}
            />
          )}
          {own && page.isSignatory && (
            <AnswerForm
              organisation={own.organisation}
              sha256={text.sha256}
              given={own.answer}
              typed={typed}
              errors={errors}
            />
          )}
          {isOpen && page.canComment && <RemarkForm typed={typed} errors={errors} />}
          <RoundProof round={round} writers={page.writers} />
          {isOpen && page.canOrganise && <WithdrawForm errors={errors} />}
        </aside>
      </div>
    </main>
  );
}
