import type { RouterContextProvider } from 'react-router';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { findInterview, type InterviewText } from '#db/publication/interview/published-interviews.ts';
import { findPublication } from '#db/publication/public-document/publications.ts';
import { listWriters } from '#db/realtime/writers.ts';
import { standConsent } from '#shared/publication/interview/published-interview.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { exactStateNow, fingerprintNow } from '../../documents/publication.server.ts';

type Context = Readonly<RouterContextProvider>;

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
  const { db } = context.get(servicesContext);
  const room = roomName({ kind: 'document', id: document.id });
  const state = await exactStateNow(context, document);
  const writers = (await listWriters(db, [room])).get(room) ?? [];
  return state && { ...state, writers: writers.map(({ name }) => name) };
}
