import { data, Link } from 'react-router';
import { findSignatory } from '#db/people/organisation/signatories.ts';
import { missionConsumptionAt } from '#db/programme/mission/mission-counts.ts';
import { listMissionDays } from '#db/programme/mission/mission-days.ts';
import { listDeliverables } from '#db/programme/mission/mission-deliverables.ts';
import { listNameable } from '#db/programme/mission/mission-people.ts';
import { listMissionHistory } from '#db/programme/mission/missions.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import { parseDay } from '#shared/programme/mission/mission.ts';
import { canInMission } from '#shared/programme/mission/mission-access.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { FileSource } from '../../../library/resource/file-source.tsx';
import { fileLimits } from '../../../library/resource/resource-form.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Budget } from '../budget.tsx';
import { DayLog } from '../day-log.tsx';
import { Deliverables } from '../deliverables.tsx';
import { ManageMission } from '../manage-mission.tsx';
import { MissionFacts } from '../mission-facts.tsx';
import { deliver, missionGestures } from '../mission-gestures.server.ts';
import { MissionHistory } from '../mission-history.tsx';
import { MissionState } from '../mission-state.tsx';
import { requireMission } from '../require-mission.server.ts';
import type { Route } from './+types/mission';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ mission }) => [
    { href: programmePaths.missions(), label: words.title },
    { href: programmePaths.mission(mission), label: mission.title },
  ],
});

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { member, mission } = await requireMission(context, params.mission);
  const { db, now } = context.get(servicesContext);
  const today = parisDay(now());
  const asked = parseDay(new URL(request.url).searchParams.get('jour') ?? '');
  const day = asked && asked < today ? asked : today;
  const may = {
    log: canInMission(mission.standing, 'mission.log'),
    submit: canInMission(mission.standing, 'mission.submit'),
    answer: canInMission(mission.standing, 'mission.answer'),
    change: canInMission(mission.standing, 'mission.change'),
  };
  const [consumption] = await missionConsumptionAt(db, { day, missionId: mission.id });
  return {
    mission,
    may,
    me: member.id,
    today,
    day,
    consumption: consumption ?? null,
    days: await listMissionDays(db, mission.id),
    deliverables: await listDeliverables(db, mission.id),
    unsigned: member.organisation && !(await findSignatory(db, member.id)) ? member.organisation.name : null,
    history: await listMissionHistory(db, mission.id),
    limits: fileLimits(context),
    nameable: await listNameable(db, mission),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, mission } = await requireMission(context, params.mission);
  const page = { mission, userId: member.id };
  const isFile = request.headers.get('content-type')?.startsWith('multipart/') === true;
  if (request.method !== 'POST') throw data(null, { status: 405 });
  return isFile
    ? deliver(context, page, request)
    : act(context, await request.formData(), missionGestures, page);
}

export default function Mission({ loaderData, actionData }: Route.ComponentProps) {
  const { mission, may, me, today, day, consumption, days, deliverables, history, nameable, limits } =
    loaderData;
  const answer = actionData ?? null;
  const isOpen = mission.state === 'running';
  return (
    <main id="contenu">
      <title>{frame.pageTitle(mission.title, words.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over row">
            {words.one} <MissionState mission={mission} today={today} />
          </p>
          <h1 className="break-words">{mission.title}</h1>
          <p className="lead">{words.standings[mission.standing]}</p>
        </div>
        {mission.standing !== 'consultant' && (
          <Link className="btn" to={programmePaths.missions()}>
            {words.title}
          </Link>
        )}
      </div>
      {answer?.values.form === '' && (
        <ErrorSummary title={words.notSaved} faults={faultsOf(answer.errors)} answer={answer} />
      )}
      <div className="cols">
        <div>
          <Budget mission={mission} consumption={consumption} day={day} today={today} />
          <Deliverables
            deliverables={deliverables}
            mission={mission}
            maySubmit={may.submit && isOpen}
            mayAnswer={may.answer}
            unsigned={loaderData.unsigned}
            answer={answer}
            fileField={({ received, ...field }) => (
              <FileSource
                key={received?.id}
                place={{ missionId: mission.id }}
                limits={limits}
                received={received}
                {...field}
              />
            )}
          />
          <DayLog
            days={days}
            mission={mission}
            mayLog={may.log && isOpen}
            isCoordinator={may.change}
            me={me}
            today={today}
            answer={answer}
          />
        </div>
        <aside className="stack-lg" aria-label={words.facts.title}>
          <MissionFacts mission={mission} />
          <MissionHistory history={history} />
          {may.change && mission.state !== 'ended' && (
            <ManageMission mission={mission} nameable={nameable} answer={answer} />
          )}
        </aside>
      </div>
    </main>
  );
}
