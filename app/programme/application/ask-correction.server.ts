import type { RouterContextProvider } from 'react-router';
import { z } from 'zod';
import { requestCorrection } from '#db/programme/application/application-corrections.ts';
import { instantOfParis } from '#shared/kernel/day/paris-time.ts';
import { servicesContext } from '../../context.ts';
import { parseForm } from '../../kernel/refusal.server.ts';

const Asked = z.object({ message: z.string().max(20_000), until: z.string().max(10) });

/** What the form of a correction says, as its page shows it again when it is refused. */
export interface TypedCorrection {
  readonly message: string;
  readonly until: string;
  readonly fields: readonly string[];
}

/** [AP10] Asks for a correction as its form says, tells its authors and wakes their pages; with what was typed, refused or not. */
export async function askCorrection(
  context: Readonly<RouterContextProvider>,
  { applicationId, userId }: { applicationId: string; userId: string },
  sent: FormData,
) {
  const { db, applications, now, newId } = context.get(servicesContext);
  const typed: TypedCorrection = { ...parseForm(Asked, sent), fields: sent.getAll('fields').map(String) };
  const until = instantOfParis(`${typed.until}T23:59`) ?? now();
  const asked = await requestCorrection(db, {
    applicationId,
    userId,
    now: now(),
    eventId: newId(),
    correctionId: newId(),
    fields: typed.fields,
    message: typed.message,
    until,
    tell: (tx) =>
      applications.tellCorrection(tx, applicationId, { by: userId, message: typed.message, until }),
  });
  if (asked.ok) applications.changed(applicationId);
  return { asked, typed };
}
