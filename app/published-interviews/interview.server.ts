import type { RouterContextProvider } from 'react-router';
import type { DocumentForMember } from '#db/documents.ts';
import { findPublication } from '#db/publications.ts';
import { findInterview, type InterviewText } from '#db/published-interviews.ts';
import { listWriters } from '#db/writers.ts';
import { publicAddress } from '#shared/document/publication.ts';
import { standConsent } from '#shared/published-interview/published-interview.ts';
import { roomName } from '#shared/realtime.ts';
import { servicesContext } from '../context.ts';
import { stateNow } from '../documents/publication.server.ts';
import { orUnavailable } from '../room-content.server.ts';

type Context = Readonly<RouterContextProvider>;

/** [IV2] What the document says now, to the byte: what a consent is about. */
export async function fingerprintNow(context: Context, { id, title }: DocumentForMember): Promise<string> {
  const { exactTexts } = context.get(servicesContext);
  const room = roomName({ kind: 'document', id });
  return (await orUnavailable(context, room, () => exactTexts.read({ id, title }))).sha256;
}

/** [IV1] [IV2] What the page of an interview shows. */
export async function loadInterview(context: Context, document: DocumentForMember) {
  const { db, origin } = context.get(servicesContext);
  const interview = await findInterview(db, document.id);
  const sha256 = await fingerprintNow(context, document);
  const publication = await findPublication(db, document.id);
  return {
    interview,
    sha256,
    standing: interview ? standConsent(interview.consents, { sha256, fields: interview.fields }) : 'none',
    publicAddress: publication && !publication.withdrawnAt ? publication.address : null,
    origin,
  } as const;
}

/** [IV2] What the document says now, as the public would have it, with its fingerprint; undefined while somebody writes in it. */
export async function interviewText(
  context: Context,
  document: DocumentForMember,
): Promise<InterviewText | undefined> {
  const { db, newId } = context.get(servicesContext);
  const { id, title } = document;
  const address = (await findPublication(db, id))?.address ?? publicAddress(title, newId());
  const room = roomName({ kind: 'document', id });
  const before = await fingerprintNow(context, document);
  const state = await orUnavailable(context, room, () => stateNow(context, id, address));
  const writers = (await listWriters(db, [room])).get(room) ?? [];
  const sha256 = await fingerprintNow(context, document);
  if (before !== sha256) return undefined;
  return { ...state, address, writers: writers.map(({ name }) => name), sha256, title };
}
