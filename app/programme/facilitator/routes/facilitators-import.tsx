import { data, Form, Link } from 'react-router';
import { z } from 'zod';
import { frame } from '#shared/kernel/frame.fr.ts';
import { facilitator as words } from '#shared/programme/facilitator/facilitator.fr.ts';
import { readFacilitatorTable } from '#shared/programme/facilitator/facilitator-table.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { ChosenFile, readFileForm } from '../../../kernel/file-form.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Field } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import type { Route } from './+types/facilitators-import';

export const handle = frameHandle({
  crumbs: () => [
    { href: programmePaths.facilitators(), label: words.title },
    { href: programmePaths.facilitatorsImport(), label: words.import.link },
  ],
});

export function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'programme.coordinate');
  return null;
}

const MAX_BYTES = 2 * 1024 * 1024;

export async function action({ request, context }: Route.ActionArgs) {
  const { id: userId } = requirePlatform(context, 'programme.coordinate');
  const refuse = (error: string) => data({ error, done: null }, { status: 422 });
  const form = await readFileForm(request, MAX_BYTES);
  const sent = form.ok ? z.object({ file: ChosenFile }).safeParse(form.value) : null;
  if (!sent?.success) return refuse(words.errors['facilitator.fileMissing']);
  const table = readFacilitatorTable(textOf(await sent.data.file.arrayBuffer()));
  if (!table.ok) {
    const said = words.errors[table.error];
    return refuse(table.line ? `${words.import.atLine(table.line)} ${said}` : said);
  }
  const { operations } = context.get(servicesContext);
  const rows = table.value.map((row) => ({ ...row, areas: [...row.areas] }));
  const done = await operations.run('facilitator.import', { userId }, { rows });
  if (!done.ok && done.error === 'api.invalid') return refuse(words.errors['facilitator.fileUnreadable']);
  if (!done.ok) throw notFound();
  return data({ error: null, done: done.value }, { status: 200 });
}

/** Spreadsheets on Windows still write Windows-1252. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export default function FacilitatorsImport({ actionData }: Route.ComponentProps) {
  const { error = null, done = null } = actionData ?? {};
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.import.title, words.title)}</title>
      <PageHead title={words.import.title} lead={words.import.lead} />
      {done && (
        <Notice kind={done.unknown.length > 0 ? 'warning' : 'success'}>
          <p>
            {words.import.done(done.added, done.changed)}{' '}
            <Link to={programmePaths.facilitators()}>{words.title}</Link>
          </p>
          {done.unknown.length > 0 && (
            <>
              <p>
                <strong>{words.import.unknownTitle}</strong>
              </p>
              <ul>
                {done.unknown.map(({ line, name, area }) => (
                  <li key={`${line} ${area}`}>{words.import.unknown(line, name, area)}</li>
                ))}
              </ul>
            </>
          )}
        </Notice>
      )}
      <Form method="post" encType="multipart/form-data" className="card max-w-[40rem]" noValidate>
        {error && (
          <ErrorSummary
            title={words.import.refused}
            faults={[{ field: 'file', message: error }]}
            answer={actionData}
          />
        )}
        <Field label={words.import.file} name="file" required error={error ?? undefined}>
          {(control) => (
            <input
              className="input file:mr-3 file:rounded file:bg-sunken file:px-3 file:py-1 file:font-semibold"
              type="file"
              accept=".csv,text/csv"
              {...control}
            />
          )}
        </Field>
        <button className="btn primary mt-4" type="submit">
          {words.import.submit}
        </button>
      </Form>
    </main>
  );
}
