import { findAnnouncedDecision } from '#db/programme/assessment/announcements.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { committee } from '#shared/programme/assessment/committee.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { Plate } from '../../../ui/page/plate.tsx';
import type { Route } from './+types/announced-decision';

const words = committee.candidate;

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ id, found }) => [
    { href: programmePaths.announcedDecision({ id }), label: `${found.number} ${found.title}` },
  ],
});

/** [AS12] What was announced, for the people of the candidate. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const id = idOfSegment(params.candidature) ?? '';
  const found = await findAnnouncedDecision(db, { applicationId: id, userId, now: now() });
  if (!found) throw notFound();
  return { id, found };
}

export default function AnnouncedDecision({ loaderData: { found } }: Route.ComponentProps) {
  const { outcome, waitingRank, motivation, announcedAt } = found.decision;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, found.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over">{found.number}</p>
          <h1 className="break-words">{found.title}</h1>
        </div>
      </div>
      <Plate id="decision" title={words.title} className="measure">
        <p>
          <strong>{words.told[outcome]}</strong> {waitingRank !== null && words.place(waitingRank)}
        </p>
        {motivation && (
          <>
            <h3 className="mt-4">{words.motivation}</h3>
            <p className="whitespace-pre-line break-words">{motivation}</p>
          </>
        )}
        <p className="muted small mt-4">{words.at(announcedAt)}</p>
      </Plate>
    </main>
  );
}
