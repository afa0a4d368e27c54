import { data, Form } from 'react-router';
import { listGroupPeople } from '#db/people/group/groups.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { boardExchange as words } from '#shared/boards/exchange/board-exchange.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../context.ts';
import { forbidden, notFound, requireInGroup } from '../../kernel/access.server.ts';
import { goOn } from '../../kernel/done.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { notOurs } from '../../kernel/refusal.server.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageHead } from '../../ui/page/page-head.tsx';
import { FileToCheck } from '../../ui/records/file-to-check.tsx';
import { readBoardForm } from '../exchange/board-upload.server.ts';
import { ImportReport } from '../exchange/import-report.tsx';
import { importViewOf } from '../exchange/import-view.server.ts';
import type { ImportView } from '../exchange/import-view.ts';
import type { Route } from './+types/board-import';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group }) => [
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupBoards({ id: group.id, title: group.name }), label: boardPage.listTitle },
    { href: paths.groupBoardsImport({ id: group.id, title: group.name }), label: words.importTitle },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'board.create');
  return { group: { id: group.id, name: group.name } };
}

const REFUSED = { status: 422 };
interface Answer {
  readonly view: ImportView | null;
  readonly fileError?: string;
  readonly titleError?: string;
}
const refuse = (answer: Answer) => data<Answer>(answer, REFUSED);

export async function action({ params, request, context }: Route.ActionArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'board.create');
  const { boardExchange, db, now } = context.get(servicesContext);
  const form = await readBoardForm(request);
  if (!form.ok) return refuse({ view: null, fileError: fr.errors[form.error] });
  const { title, ...upload } = form.value;
  const into = { groupId: group.id, userId: member.id };
  const preview = await boardExchange.preview(into, upload);
  if (!preview.ok) {
    if (preview.error === 'access.notFound') throw notFound();
    if (preview.error === 'access.forbidden') throw forbidden();
    return refuse({ view: null, fileError: fr.errors[preview.error] });
  }
  const people = await listGroupPeople(db, { groupId: group.id, now: now() });
  const view = importViewOf(preview.value, people);
  if (title === null) return data<Answer>({ view });
  const made = await boardExchange.import(into, upload, title);
  if (made.ok)
    throw goOn(context, {
      to: paths.board(made.value),
      said: boardPage.created(made.value.title),
      focus: null,
    });
  if (made.error === 'api.invalid') throw notOurs();
  return refuse({ view: { ...view, title }, titleError: fr.errors[made.error] });
}

export default function BoardImport({ loaderData: { group }, actionData }: Route.ComponentProps) {
  const { view = null, fileError, titleError } = actionData ?? {};
  const fault = fileError
    ? { field: 'file', message: fileError }
    : titleError && { field: 'title', message: titleError };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.importTitle, group.name)}</title>
      <PageHead title={words.importTitle} lead={words.importLead} />
      <div className="max-w-3xl">
        <ErrorSummary title={words.faults} faults={fault ? [fault] : []} answer={actionData} />
        <Form method="post" encType="multipart/form-data" className="card" noValidate>
          <FileToCheck
            words={words}
            accept=".csv,.json,text/csv,application/json"
            error={fileError}
            isFirst={view === null}
          />
        </Form>
      </div>
      {view && <ImportReport key={view.content.length} view={view} titleError={titleError} />}
    </main>
  );
}
