import { Send } from 'lucide-react';
import { z } from 'zod';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { heldLetters as heldWords } from '#shared/operations/state/held-letters.fr.ts';
import { platformState as words } from '#shared/operations/state/platform-state.fr.ts';
import { platformStatePaths } from '#shared/operations/state/platform-state-paths.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { mayOnPlatform, notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { goOn } from '../../../kernel/done.server.ts';
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

const Asked = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('again'), queue: z.string().max(100), job: z.uuid() }),
  z.object({ intent: z.literal('trial') }),
  z.object({ intent: z.enum(['release', 'withdraw']), userId: z.string().max(100) }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const { id: userId, email } = requirePlatform(context, 'site.manage');
  const report = await context.get(servicesContext).platformState.read({ userId });
  if (!report) throw notFound();
  return { report, email, isAdmin: mayOnPlatform(context, 'platform.administer') };
}

/** « Relancer », « Envoyer un courriel d’essai », « Laisser partir » and « Retirer ». */
export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId, name, email } = requirePlatform(context, 'site.manage');
  const { platformState } = context.get(servicesContext);
  const asked = parseForm(Asked, await request.formData());
  const say = (said: string) => goOn(context, { to: platformStatePaths.page(), said, focus: null });
  if (asked.intent === 'trial') {
    const became = await platformState.sendTrial({ userId, name, email });
    if (!became) throw notFound();
    if (became === 'left') throw say(words.done.trial);
    throw say(became === 'kept' ? words.done.trialKept : words.done.trialFailed(words.jobs.faults[became]));
  }
  if (asked.intent !== 'again') {
    requirePlatform(context, 'platform.administer');
    const { operations } = context.get(servicesContext);
    const whose = { userId: asked.userId, gesture: asked.intent };
    const answered = await operations.run('heldLetters.answer', { userId }, whose);
    if (!answered.ok) throw notFound();
    const { released, withdrawn } = heldWords;
    throw say((asked.intent === 'release' ? released : withdrawn)(answered.value.count));
  }
  const outcome = await platformState.tryAgain({ userId }, { queue: asked.queue, id: asked.job });
  if (!outcome) throw notFound();
  throw say({ done: words.done.again, gone: words.done.gone, waits: words.done.waits }[outcome]);
}

export default function AdministrationState({
  loaderData: { report, email, isAdmin },
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
