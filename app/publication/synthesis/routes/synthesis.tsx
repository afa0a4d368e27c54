import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { isChapterLate } from '#shared/publication/synthesis/chapter.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { Empty } from '../../../ui/page/empty.tsx';
import { ChapterTable } from '../chapter-table.tsx';
import { loadSynthesis, requireSeason } from '../load-synthesis.server.ts';
import { noonOf } from '../noon.ts';
import { ProgressPlate } from '../progress-panel.tsx';
import { PublicPlate } from '../public-panel.tsx';
import { AddChapterForm, RemovedChapters, SettingsForm } from '../synthesis-forms.tsx';
import { seasonGestures, synthesisGestures } from '../synthesis-gestures.server.ts';
import { WholePlate } from '../whole-panel.tsx';
import { WritersMatrix } from '../writers-matrix.tsx';
import type { Route } from './+types/synthesis';

export const handle = frameHandle({
  crumbs: () => [{ href: synthesisPaths.synthesis(), label: words.title }],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  return loadSynthesis(context, await requireSeason(context, request.url));
}

export async function action({ request, context }: Route.ActionArgs) {
  const { season, synthesis, member } = await requireSeason(context, request.url);
  const sent = await request.formData();
  if (!synthesis) return act(context, sent, seasonGestures, { season });
  return act(context, sent, synthesisGestures, { season, synthesis, userId: member.id });
}

export default function SynthesisPage({ loaderData, actionData }: Route.ComponentProps) {
  const { season, seasons, synthesis, chapters, progress, canManage, today } = loaderData;
  const title = synthesis?.title ?? words.title;
  const late = chapters.filter((chapter) => isChapterLate(chapter, today)).length;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(...new Set([title, words.title]))}</title>
      <div className="head">
        <div className="min-w-0">
          <h1 className="break-words">{title}</h1>
          <p className="lead">{words.lead(season.name)}</p>
        </div>
      </div>
      {!synthesis && <Empty title={words.emptyTitle} text={words.emptyText} />}
      <div className={canManage ? 'cols' : undefined}>
        {synthesis && (
          <div className="stack-lg min-w-0">
            {progress.total > 0 && (
              <ProgressPlate progress={progress} late={late} due={dates.short(noonOf(synthesis.dueOn))} />
            )}
            <section aria-labelledby="chapitres">
              <h2 id="chapitres">{words.chapters}</h2>
              {chapters.length === 0 ? (
                <div className="empty">
                  <h3>{words.noChapters}</h3>
                  <p>{canManage ? words.noChaptersText : words.noChaptersReader}</p>
                </div>
              ) : (
                <ChapterTable chapters={chapters} canOrder={canManage && chapters.length > 1} today={today} />
              )}
            </section>
            {chapters.length > 0 && (
              <WholePlate
                chapters={chapters}
                whole={loaderData.whole}
                canManage={canManage}
                refused={actionData}
              />
            )}
            {loaderData.whole && (
              <PublicPlate
                publication={loaderData.whole.publication}
                canManage={canManage}
                refused={actionData}
              />
            )}
          </div>
        )}
        {canManage && (
          <aside className="stack-lg" aria-label={words.settings}>
            {synthesis && (
              <section className="plate" aria-labelledby="ajouter">
                <h2 id="ajouter">{words.add}</h2>
                <AddChapterForm key={chapters.length} people={loaderData.people} refused={actionData} />
              </section>
            )}
            <details
              className="plate"
              key={synthesis?.dueOn}
              open={!synthesis || actionData?.values.form === 'settings'}
            >
              <summary id="reglages">{words.settings}</summary>
              <SettingsForm
                intent={synthesis ? 'settings' : 'begin'}
                title={synthesis?.title ?? words.defaultTitle(season.name)}
                dueOn={synthesis?.dueOn ?? loaderData.usualDue}
                groups={loaderData.groups}
                refused={actionData}
              />
            </details>
            <RemovedChapters chapters={loaderData.removed} />
          </aside>
        )}
      </div>
      {synthesis && loaderData.matrix.length > 0 && (
        <div className="mt-8">
          <WritersMatrix
            chapters={chapters}
            rows={loaderData.matrix}
            csv={synthesisPaths.contributions(season.number)}
          />
        </div>
      )}
      {seasons.length > 1 && (
        <nav className="mt-6" aria-label={words.otherSeasons}>
          <ul className="row">
            {seasons.map(({ number, name }) => (
              <li key={number}>
                <Link
                  to={synthesisPaths.synthesis({ season: number })}
                  aria-current={number === season.number ? 'page' : undefined}
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </main>
  );
}
