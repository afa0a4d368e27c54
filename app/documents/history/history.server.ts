import type { RouterContextProvider } from 'react-router';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { findState, listLogMinutes, listPeople } from '#db/documents/history/document-history.ts';
import { type KnownVersion, listKnownVersions } from '#db/documents/history/document-versions.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import { type AutoVersion, versionsOf } from '#shared/documents/history/document-versions.ts';
import { nameObjects } from '#shared/documents/text/object-names.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { instantOfParis } from '#shared/kernel/day/paris-time.ts';
import { SentSeq } from '#shared/kernel/sent-values.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { orUnavailable } from '../../kernel/room-content.server.ts';
import type { ListedVersion, NamedState, ShownState } from './history-data.ts';

type Context = Readonly<RouterContextProvider>;

/** Which state is asked for, by the address: `version` (a number of the log), else `instant` (on the clock of Paris), else the last. */
async function askedState(context: Context, documentId: Readable<'document'>, query: URLSearchParams) {
  const { run } = context.get(servicesContext).database;
  const version = query.get('version');
  const at = instantOfParis(query.get('instant') ?? '');
  if (version !== null && /^\d{1,15}$/.test(version))
    return findState(run, documentId, { seq: Number(version) });
  // The minute that was typed is whole: what came in it is in it.
  if (at) return findState(run, documentId, { at: new Date(at.getTime() + 59_999) });
  return findState(run, documentId, { seq: Number.MAX_SAFE_INTEGER });
}

/** Everything that the history of a document shows: the asked state, and the versions around it. */
export async function loadHistory(
  context: Context,
  {
    document,
    userId,
    query,
    signal,
  }: { document: DocumentForMember; userId: string; query: URLSearchParams; signal: AbortSignal },
) {
  const { db, database, now } = context.get(servicesContext);
  const [head, state, known] = await Promise.all([
    findState(database.run, document.id, { seq: Number.MAX_SAFE_INTEGER }),
    askedState(context, document.id, query),
    listKnownVersions(db, document.id),
  ]);
  const upTo = SentSeq.catch(0).parse(query.get('avant')) || (head?.seq ?? 0);
  const { minutes, isWhole } = await listLogMinutes(database.run, { documentId: document.id, upTo });
  const found = versionsOf(minutes);
  // Where the page is cut, a version may be too: it stands whole on the next one.
  const versions = isWhole || found.length < 2 ? found : found.slice(1);
  const people = await peopleOf(context, versions, known);
  const text = state && (await readState(context, { document, userId, seq: state.seq, now: now(), signal }));
  return {
    head,
    shown: state && text && { ...state, ...text, ...around(versions, state.seq) },
    versions: versions.toReversed().map((version) => listed(version, people)),
    named: known.map((version) => namedState(version, people)),
    older: isWhole ? null : (versions[0]?.firstSeq ?? 1) - 1,
    isNewest: upTo >= (head?.seq ?? 0),
  };
}

/** The text of one state, as it is read. */
export async function readState(
  context: Context,
  {
    document,
    userId,
    seq,
    now,
    signal,
  }: { document: DocumentForMember; userId: string; seq: number; now: Date; signal: AbortSignal },
) {
  const { db, rooms } = context.get(servicesContext);
  const room = roomName({ kind: 'document', id: document.id });
  const { value } = await orUnavailable(
    context,
    room,
    (asking) => rooms.readPast(room, 'document', { seq }, asking),
    signal,
  );
  const names = await findObjectNames(db, { refs: value.objects, userId, now });
  return { blocks: value.blocks.map((block) => nameObjects(block, names)) };
}

async function peopleOf(context: Context, versions: readonly AutoVersion[], known: readonly KnownVersion[]) {
  const ids = [...versions.flatMap(({ writers }) => writers), ...known.map(({ by }) => by)];
  return listPeople(context.get(servicesContext).db, [...new Set(ids)]);
}

function listed(
  { seq, firstSeq, from, to, writers, minutes }: AutoVersion,
  people: ReadonlyMap<string, PersonBadge>,
): ListedVersion {
  return {
    seq,
    firstSeq,
    from,
    to,
    minutes: minutes.length,
    writers: writers.map((id) => people.get(id) ?? null),
  };
}

function namedState(
  { id, seq, name, by, at, restored }: KnownVersion,
  people: ReadonlyMap<string, PersonBadge>,
): NamedState {
  return { id, seq, name, by: people.get(by)?.name ?? null, at, restored };
}

/** The minutes of the version in which this state stands, and the state from which it went. */
function around(
  versions: readonly AutoVersion[],
  seq: number,
): Pick<ShownState, 'minutes' | 'previous' | 'version'> {
  const version = versions.findLast(({ firstSeq }) => firstSeq <= seq);
  return {
    version: version?.seq ?? null,
    previous: (version?.firstSeq ?? 1) - 1,
    minutes: (version?.minutes ?? []).map(({ seq, lastAt }) => ({ seq, at: lastAt })),
  };
}
