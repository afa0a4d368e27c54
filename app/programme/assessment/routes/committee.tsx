import { findCommitteeSheet } from '#db/programme/assessment/committee.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { assessment } from '#shared/programme/assessment/assessment.fr.ts';
import { committee as words } from '#shared/programme/assessment/committee.fr.ts';
import { COMMITTEE_ORDERS } from '#shared/programme/assessment/order.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { committeeGestures } from '../committee-gestures.server.ts';
import { AnnouncementPlate, SettingsFacts, SettingsForm } from '../committee-side.tsx';
import { CommitteeTable } from '../committee-table.tsx';
import { Decisions } from '../decisions.tsx';
import type { Route } from './+types/committee';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ sheet }) => [
    { href: programmePaths.assigned(), label: assessment.title },
    { href: programmePaths.committee(sheet.call), label: words.of(sheet.call.title) },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const at = now();
  const sheet = await findCommitteeSheet(db, { callId: idOfSegment(params.appel) ?? '', userId, now: at });
  if (!sheet) throw notFound();
  const wanted = new URL(request.url).searchParams.get('tri');
  const { embargoAt } = sheet.settings;
  return {
    sheet,
    order: COMMITTEE_ORDERS.find((known) => known === wanted) ?? 'moyenne',
    isEmbargoed: embargoAt !== null && embargoAt > at,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  requirePlatform(context, 'committee.sit');
  const callId = idOfSegment(params.appel);
  if (!callId) throw notFound();
  return act(context, await request.formData(), committeeGestures, { callId });
}

export default function Committee({ loaderData, actionData }: Route.ComponentProps) {
  const { sheet, order, isEmbargoed } = loaderData;
  const { call, rows, settings, pending, mayManage } = sheet;
  const { errors = {}, values = null } = actionData ?? {};
  const refusedOf = values?.form === 'decide' ? values : null;
  const suffix = refusedOf ? `-${refusedOf.applicationId}` : '';
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, call.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over">{call.title}</p>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        {mayManage && rows.length > 0 && (
          <PostButton fields={{ intent: 'balance' }} className="btn">
            {words.balance}
          </PostButton>
        )}
      </div>
      <ErrorSummary
        title={assessment.refused}
        faults={faultsOf(errors).map((fault) => ({
          ...fault,
          field: fault.field && `${fault.field}${suffix}`,
        }))}
        answer={actionData}
      />
      {!call.isClosed && <p className="muted">{words.callOpen}</p>}
      {call.isClosed && rows.length === 0 && <p className="muted">{words.empty}</p>}
      {rows.length > 0 && (
        <>
          <p className="font-semibold mb-3">{words.count(rows.length)}</p>
          <CommitteeTable callId={call.id} rows={rows} order={order} />
        </>
      )}
      <div className="cols mt-6">
        <div>
          {rows.length > 0 && (
            <Decisions rows={rows} mayManage={mayManage} errors={errors} typed={refusedOf} />
          )}
        </div>
        <aside className="stack-lg" aria-label={words.settings}>
          {call.isClosed && (
            <AnnouncementPlate
              callId={call.id}
              undecided={pending.undecided}
              fresh={pending.fresh}
              embargoAt={settings.embargoAt}
              isEmbargoed={isEmbargoed}
              mayManage={mayManage}
            />
          )}
          {mayManage ? (
            <SettingsForm settings={settings} errors={refusedOf ? {} : errors} />
          ) : (
            <SettingsFacts settings={settings} />
          )}
        </aside>
      </div>
    </main>
  );
}
