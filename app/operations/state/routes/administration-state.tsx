import { Send } from 'lucide-react';
import { redirect } from 'react-router';
import { z } from 'zod';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { heldLetters as heldWords } from '#shared/operations/state/held-letters.fr.ts';
import { platformState as words } from '#shared/operations/state/platform-state.fr.ts';
import { JOB_FAULTS } from '#shared/operations/state/platform-state.ts';
import { platformStatePaths } from '#shared/operations/state/platform-state-paths.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { mayOnPlatform, notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { HeldLetters } from '../held-letters.tsx';
import { JobsTables } from '../jobs-tables.tsx';
import { backupOf, healthOf, mailsOf, sessionsOf, storageOf, versionsOf } from '../report-measures.tsx';
import { StateTable } from '../state-table.tsx';
import type { Route } from './+types/administration-state';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: platformStatePaths.page(), label: words.title },
  ],
});

/** What the page says after a gesture, by what its address carries. */
const NEWS = {
  relance: { kind: 'success', text: words.done.again },
  absent: { kind: 'info', text: words.done.gone },
  attend: { kind: 'info', text: words.done.waits },
  essai: { kind: 'success', text: words.done.trial },
  'essai-garde': { kind: 'info', text: words.done.trialKept },
} as const;
type News = keyof typeof NEWS;
const AFTER_AGAIN = { done: 'relance', gone: 'absent', waits: 'attend' } as const satisfies Record<
  string,
  News
>;

const Asked = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('again'), queue: z.string().max(100), job: z.uuid() }),
  z.object({ intent: z.literal('trial') }),
  z.object({ intent: z.enum(['release', 'withdraw']), userId: z.string().max(100) }),
]);

function newsOf(done: string | null): { kind: 'success' | 'info' | 'danger'; text: string } | null {
  const told = Object.keys(NEWS).find((key): key is News => key === done);
  if (told) return NEWS[told];
  const [, gesture, letters] = /^(partis|retires)-(\d{1,6})$/.exec(done ?? '') ?? [];
  if (gesture)
    return {
      kind: 'info',
      text: (gesture === 'partis' ? heldWords.released : heldWords.withdrawn)(Number(letters)),
    };
  const fault = JOB_FAULTS.find((one) => done === `essai-${one}`);
  return fault ? { kind: 'danger', text: words.done.trialFailed(words.jobs.faults[fault]) } : null;
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId, email } = requirePlatform(context, 'site.manage');
  const report = await context.get(servicesContext).platformState.read({ userId });
  if (!report) throw notFound();
  const done = new URL(request.url).searchParams.get('fait');
  return { report, email, news: newsOf(done), isAdmin: mayOnPlatform(context, 'platform.administer') };
}

/** « Relancer », « Envoyer un courriel d’essai », « Laisser partir » and « Retirer ». */
export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId, name, email } = requirePlatform(context, 'site.manage');
  const { platformState } = context.get(servicesContext);
  const asked = parseForm(Asked, await request.formData());
  if (asked.intent === 'trial') {
    const became = await platformState.sendTrial({ userId, name, email });
    if (!became) throw notFound();
    const done = became === 'left' ? 'essai' : became === 'kept' ? 'essai-garde' : `essai-${became}`;
    throw redirect(platformStatePaths.page({ done }));
  }
  if (asked.intent !== 'again') {
    requirePlatform(context, 'platform.administer');
    const letters = await platformState.answerHeld(
      { userId },
      { userId: asked.userId, gesture: asked.intent },
    );
    if (letters === null) throw notFound();
    throw redirect(
      platformStatePaths.page({ done: `${asked.intent === 'release' ? 'partis' : 'retires'}-${letters}` }),
    );
  }
  const outcome = await platformState.tryAgain({ userId }, { queue: asked.queue, id: asked.job });
  if (!outcome) throw notFound();
  throw redirect(platformStatePaths.page({ done: AFTER_AGAIN[outcome] }));
}

export default function AdministrationState({
  loaderData: { report, email, news, isAdmin },
}: Route.ComponentProps) {
  const themes = [
    { title: words.health.title, measures: healthOf(report) },
    { title: words.mails.title, measures: mailsOf(report, { readsMails: isAdmin }) },
    { title: words.storage.title, measures: storageOf(report) },
    { title: words.sessions.title, measures: sessionsOf(report) },
    { title: words.backup.title, measures: backupOf(report) },
    { title: words.versions.title, measures: versionsOf(report) },
  ];
  const watched = themes.flatMap(({ title, measures }) =>
    measures
      .filter(({ level }) => level === 'watch' || level === 'unknown')
      .map(({ what }) => ({ title, what })),
  );
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
          <p className="muted small">{words.measuredAt(dates.exact(report.at))}</p>
        </div>
      </div>
      {news && (
        <Notice kind={news.kind}>
          <p>{news.text}</p>
        </Notice>
      )}
      <Notice kind={watched.length > 0 ? 'warning' : 'success'}>
        {watched.length === 0 ? (
          <p>{words.summary.fine}</p>
        ) : (
          <>
            <p>{words.summary.watch(watched.length)}</p>
            <ul>
              {watched.map(({ title, what }) => (
                <li key={`${title} ${what}`}>{words.summary.item(title, what)}</li>
              ))}
            </ul>
          </>
        )}
      </Notice>
      {themes.map(({ title, measures }) => (
        <div key={title}>
          <StateTable title={title} measures={measures}>
            {title === words.mails.title && (
              <div className="mt-4">
                <PostButton fields={{ intent: 'trial' }} className="btn" describedBy="essai">
                  <Send className="icon" aria-hidden="true" /> {words.mails.trial}
                </PostButton>
                <p id="essai" className="muted small mt-1">
                  {words.mails.trialHint(email)}
                </p>
              </div>
            )}
          </StateTable>
          {title === words.mails.title && (
            <>
              <HeldLetters held={report.heldLetters.ok ? report.heldLetters.value : []} isAdmin={isAdmin} />
              <JobsTables work={report.work} now={report.at} />
            </>
          )}
        </div>
      ))}
    </main>
  );
}
