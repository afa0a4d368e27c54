import type { RouterContextProvider } from 'react-router';
import { type ExperimentPerson, findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import { servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';

/** Whoever is signed in, as the programme knows them: guests too. */
export async function requirePerson(context: Readonly<RouterContextProvider>): Promise<ExperimentPerson> {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const person = await findExperimentPerson(db, { userId, now: now() });
  if (!person) throw notFound();
  return person;
}
