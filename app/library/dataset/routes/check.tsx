import { Link } from 'react-router';
import { listDistributions } from '#db/library/dataset/dataset-distributions.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataset as datasetWords } from '#shared/library/dataset/dataset.fr.ts';
import { datasetCheck as words } from '#shared/library/dataset/dataset-check.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { Notice } from '../../../ui/notice.tsx';
import { checkGestures, takeFile } from '../check-actions.server.ts';
import { CheckProgress } from '../check-progress.tsx';
import { CheckShare } from '../check-share.tsx';
import { CheckUpload } from '../check-upload.tsx';
import { requireCheck } from '../dataset.server.ts';
import { Report } from '../report.tsx';
import type { Route } from './+types/check';

type Data = Route.ComponentProps['loaderData'];
const titleOf = ({ check }: Data) => (check.fileName ? words.reportTitle(check.fileName) : words.title);

export const handle = frameHandle<Data>({
  crumbs: (loaded) => [
    { href: paths.datasets(), label: datasetWords.title },
    ...(loaded.check.dataset
      ? [{ href: paths.dataset(loaded.check.dataset), label: loaded.check.dataset.title }]
      : []),
    { href: paths.check(loaded.check.id), label: titleOf(loaded) },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { check } = await requireCheck(context, params.controle);
  const { db, origin } = context.get(servicesContext);
  const { shareToken, ...shown } = check;
  const isWaiting = check.state === 'waiting' && check.dataset !== null;
  const held = isWaiting && check.dataset ? await listDistributions(db, { datasetId: check.dataset.id }) : [];
  return {
    check: shown,
    stored: held.flatMap(({ fileId, name }) =>
      fileId && /\.(?:csv|tsv|txt|xlsx|ods)$/i.test(name) ? [{ fileId, name }] : [],
    ),
    address: shareToken && check.mayChange ? origin + paths.sharedCheck(shareToken) : null,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, check } = await requireCheck(context, params.controle);
  if (!check.mayChange) throw forbidden();
  const on = { check, by: member.id };
  const isFile = request.headers.get('content-type')?.startsWith('multipart/') === true;
  return isFile ? takeFile(context, on, request) : act(context, await request.formData(), checkGestures, on);
}

export default function Check({ loaderData, actionData }: Route.ComponentProps) {
  const { check, stored, address } = loaderData;
  const { id, state, report, schema, dataset } = check;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(titleOf(loaderData), datasetWords.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over">{dataset ? words.forDataset(dataset.title) : check.group.name}</p>
          <h1 className="break-words" id="check">
            {titleOf(loaderData)}
          </h1>
          <p className="lead">
            {state === 'waiting' ? (
              schema ? (
                `${words.against(schema.title ?? schema.name ?? check.schemaSource)} (${words.fields(schema.fields.length)})`
              ) : (
                words.withoutSchema
              )
            ) : (
              <time dateTime={check.createdAt.toISOString()}>
                {dates.exact(check.createdAt)}
                {check.byName && `, ${words.by(check.byName)}`}
              </time>
            )}
          </p>
        </div>
        {state !== 'waiting' && state !== 'running' && (
          <Link className="btn" to={paths.newCheck(dataset?.id)}>
            {words.again}
          </Link>
        )}
      </div>
      {state === 'waiting' && check.mayChange && (
        <CheckUpload checkId={id} error={actionData?.errors.file} answer={actionData} stored={stored} />
      )}
      {state === 'waiting' && !check.mayChange && <p>{words.states.waiting}</p>}
      {state === 'running' && <CheckProgress rows={check.rowsRead} mayChange={check.mayChange} />}
      {state === 'failed' && (
        <Notice kind="danger">{words.refusals[check.failure ?? 'dataset.checkInterrupted']}</Notice>
      )}
      {state === 'cancelled' && <Notice kind="info">{words.stopped}</Notice>}
      {state === 'done' && report && (
        <div className="cols">
          <div>
            <Report {...check} report={report} errorsPath={paths.checkErrors(id)} />
          </div>
          <aside aria-label={words.share}>
            <CheckShare address={address} mayChange={check.mayChange} />
          </aside>
        </div>
      )}
    </main>
  );
}
