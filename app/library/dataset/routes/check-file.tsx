import { data } from 'react-router';
import { memberContext, servicesContext } from '../../../context.ts';
import { forbidden, notFound } from '../../../kernel/access.server.ts';
import { bodyFileOf, fileRefusal } from '../../../kernel/body-file.server.ts';
import { requireCheck } from '../dataset.server.ts';
import type { Route } from './+types/check-file';

const SHEET_MAX = 100;

/** [DS10] Receives the file of a check: its bytes are the body, its name a header. Answers 201, or `{ error }` with a code of the catalogue. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const { check } = await requireCheck(context, params.controle);
  if (!check.mayChange) throw forbidden();
  const file = bodyFileOf(request);
  if (!file) return fileRefusal('dataset.fileMissing');
  const sheet = new URL(request.url).searchParams.get('feuille')?.trim().slice(0, SHEET_MAX) || null;
  const received = await context.get(servicesContext).checks.receive(check, file, {
    sheet,
    by: { account: member.id },
  });
  return received.ok ? Response.json({}, { status: 201 }) : fileRefusal(received.error);
}

export function loader() {
  throw data(null, { status: 404 });
}
