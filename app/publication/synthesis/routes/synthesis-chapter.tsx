import { FileText } from 'lucide-react';
import { Form, Link } from 'react-router';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ChapterBadge } from '../chapter-badge.tsx';
import { ChapterCities } from '../chapter-cities.tsx';
import { chapterGestures } from '../chapter-gestures.server.ts';
import { ChapterStatePlate } from '../chapter-state-panel.tsx';
import { Due, Owner } from '../chapter-table.tsx';
import { EditChapterForm } from '../edit-chapter-form.tsx';
import { FigureForm } from '../figure-form.tsx';
import { loadChapter } from '../load-chapter.server.ts';
import { requireChapter } from '../load-synthesis.server.ts';
import { MissingCities } from '../missing-cities.tsx';
import type { Route } from './+types/synthesis-chapter';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ chapter }) => [
    { href: synthesisPaths.synthesis(), label: words.title },
    { href: synthesisPaths.chapter(chapter), label: chapter.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  return loadChapter(context, await requireChapter(context, params.chapitre));
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const found = await requireChapter(context, params.chapitre);
  return act(context, await request.formData(), chapterGestures, found);
}

export default function SynthesisChapter({ loaderData, actionData }: Route.ComponentProps) {
  const { chapter, steps, since, people, canEdit, canManage, today } = loaderData;
  const document = { id: chapter.documentId, title: chapter.title };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(chapter.title, words.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over row">
            <ChapterBadge state={chapter.state} />
          </p>
          <h1 className="break-words">{chapter.title}</h1>
          <p className="lead">{chapter.isTextThere ? words.wordCount(chapter.words) : words.inTrash}</p>
        </div>
        {chapter.isTextThere && (
          <Link className="btn primary" to={paths.document(document)}>
            <FileText className="icon" aria-hidden="true" />
            {words.openText}
          </Link>
        )}
      </div>
      {actionData?.values.form === 'remind' && (
        <ErrorSummary title={words.refused} faults={faultsOf(actionData.errors)} answer={actionData} />
      )}
      {!chapter.isTextThere && <Notice kind="warning">{words.errors['synthesis.textInTrash']}</Notice>}
      <div className="cols">
        <div className="stack-lg min-w-0">
          <section className="plate" aria-labelledby="suivi">
            <h2 id="suivi">{words.facts}</h2>
            <dl className="facts mt-2">
              <dt>{words.ownerLabel}</dt>
              <dd>
                <Owner owner={chapter.owner} />
              </dd>
              <dt>{words.dueLabel}</dt>
              <dd>
                <Due chapter={chapter} today={today} />
              </dd>
            </dl>
            {canEdit && (
              <EditChapterForm
                key={`${chapter.owner?.id} ${chapter.dueOn}`}
                chapter={chapter}
                people={canManage ? people : null}
                refused={actionData}
              />
            )}
          </section>
          <ChapterCities
            key={loaderData.expected.join(' ')}
            cities={loaderData.cities}
            expected={loaderData.expected}
            canEdit={canEdit}
            error={actionData?.errors.cities}
          />
          <MissingCities missing={loaderData.missing} canRemind={loaderData.canRemind} />
          {loaderData.figures.length > 0 && <FigureForm figures={loaderData.figures} refused={actionData} />}
          {canManage && (
            <section className="plate">
              <Form method="post" action={synthesisPaths.synthesis({ season: chapter.season })}>
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="chapter" value={chapter.id} />
                <button className="btn" type="submit" aria-describedby="remove-hint">
                  {words.remove}
                </button>
              </Form>
              <p className="muted small mt-2" id="remove-hint">
                {words.removeHint}
              </p>
            </section>
          )}
        </div>
        <aside className="stack-lg" aria-label={words.stateTitle}>
          <ChapterStatePlate
            state={chapter.state}
            role={chapter.role}
            steps={steps}
            since={since}
            refused={actionData}
          />
        </aside>
      </div>
    </main>
  );
}
