import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { listMissionsForMember } from '#db/programme/mission/missions.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { experiment as experimentWords } from '#shared/programme/experiment/experiment.fr.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import { totalsOf } from '#shared/programme/mission/mission-list.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { requireExperiment } from '../../experiment/experiment.server.ts';
import { ExperimentHeader } from '../../experiment/experiment-header.tsx';
import '../missions.css';
import { Logo } from '../../../ui/logo.tsx';
import { MissionTable, MissionTotals } from '../mission-table.tsx';
import type { Route } from './+types/experiment-mission';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ experiment }) => [
    { href: programmePaths.experiments(), label: experimentWords.title },
    { href: programmePaths.experiment(experiment), label: experiment.title },
    { href: programmePaths.experimentMission(experiment), label: words.one },
  ],
});

/** [MS3] The missions of one experiment, for whoever may see them. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, experiment } = await requireExperiment(context, params.experimentation, 'mission.read');
  const { db, now } = context.get(servicesContext);
  const at = now();
  return {
    experiment,
    missions: await listMissionsForMember(db, { userId: member.id, now: at, experimentId: experiment.id }),
    mayOrder: canOnPlatform(member.platformRole, 'programme.coordinate'),
    today: parisDay(at),
  };
}

export default function ExperimentMission({ loaderData }: Route.ComponentProps) {
  const { experiment, missions, mayOrder, today } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.one, experiment.title)}</title>
      <ExperimentHeader experiment={experiment}>
        {mayOrder && (
          <Link className="btn" to={programmePaths.newMission({ experiment: experiment.id })}>
            <Plus className="icon" aria-hidden="true" />
            {words.new}
          </Link>
        )}
      </ExperimentHeader>
      <h2 className="vh">{words.title}</h2>
      {missions.length === 0 ? (
        <div className="empty">
          <Logo />
          <h3>{words.ofExperiment.none}</h3>
          <p>{mayOrder ? words.ofExperiment.noneManager : words.emptyText}</p>
        </div>
      ) : (
        <>
          <MissionTotals totals={totalsOf(missions)} />
          <MissionTable missions={missions} today={today} />
        </>
      )}
    </main>
  );
}
