import { data } from 'react-router';
import { findState } from '#db/document-history.ts';
import { htmlOf } from '#shared/document/document-markup.ts';
import { blocksOf } from '#shared/document/exact-node.ts';
import { slugOf } from '#shared/ids.ts';
import { dates } from '#shared/messages/fr/dates.ts';
import { history as words } from '#shared/messages/fr/history.ts';
import { roomName } from '#shared/realtime.ts';
import { notFound } from '../access.server.ts';
import { memberContext, servicesContext } from '../context.ts';
import { readState } from '../documents/history/history.server.ts';
import { requireDocument } from '../documents/require-document.server.ts';
import { orUnavailable } from '../room-content.server.ts';
import type { Route } from './+types/document-version-file';

/** One version of a document as a file: a web page, or its blocks as ProseMirror JSON. */
export async function loader({ params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { member, document } = await requireDocument(context, params.document, 'document.read');
  const { database, rooms, now } = context.get(servicesContext);
  const seq = /^\d{1,15}$/.test(params.version) ? Number(params.version) : 0;
  const state = await findState(database.run, document.id, { seq });
  if (!state) throw notFound();
  const at = state.at.toISOString();
  if (params.format === 'json') {
    const room = roomName({ kind: 'document', id: document.id });
    const point = { seq: state.seq };
    const { value } = await orUnavailable(context, room, () => rooms.readPast(room, 'documentExact', point));
    const content = value.flatMap(blocksOf);
    const whole = { title: document.title, at, version: state.seq, content: { type: 'doc', content } };
    return fileOf(JSON.stringify(whole, null, 2), 'application/json', `${nameOf(document.title, at)}.json`);
  }
  if (params.format !== 'html') throw notFound();
  const { blocks } = await readState(context, { document, userId: member.id, seq: state.seq, now: now() });
  const page = htmlOf([
    'html',
    { lang: 'fr' },
    ['head', {}, ['meta', { charset: 'utf-8' }], ['title', {}, document.title]],
    [
      'body',
      {},
      ['h1', {}, document.title],
      ['p', {}, words.state.of(dates.exact(state.at))],
      { raw: blocks.join('\n') },
    ],
  ]);
  return fileOf(`<!doctype html>\n${page}`, 'text/html; charset=utf-8', `${nameOf(document.title, at)}.html`);
}

function nameOf(title: string, at: string): string {
  return `${slugOf(title) || 'document'}-${at.slice(0, 16).replace(/[T:]/g, '-')}`;
}

function fileOf(body: string, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

export function action() {
  throw data(null, { status: 405 });
}
