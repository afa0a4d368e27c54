import type { RouterContextProvider } from 'react-router';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { findInterview, type InterviewText } from '#db/publication/interview/published-interviews.ts';
import { findPublication } from '#db/publication/public-document/publications.ts';
import { standConsent } from '#shared/publication/interview/published-interview.ts';
import { servicesContext } from '../../context.ts';
import { exactNow, publicly } from '../public-document/public-states.server.ts';

type Context = Readonly<RouterContextProvider>;

/** [IV1] [IV2] What the page of an interview shows. */
export async function loadInterview(context: Context, document: DocumentForMember) {
  const { db, origin } = context.get(servicesContext);
  const interview = await findInterview(db, document.id);
  const { sha256 } = await exactNow(context, document);
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
export function interviewText(
  context: Context,
  document: DocumentForMember,
): Promise<InterviewText | undefined> {
  return publicly(context, document, (states, ...asked) => states.exact(...asked));
}
