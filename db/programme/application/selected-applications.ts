import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { experimentAnswers } from '#shared/programme/assessment/to-experiment.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { createDataNeed } from '../../library/need/data-needs.ts';
import { themes } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import type { AssessmentChange } from '../assessment/assessment-access.ts';
import { createExperiment } from '../experiment/experiments.ts';
import { experiments, experimentTeam } from '../experiment/schema.ts';
import { wholeAnswers } from './application-complement.ts';
import { submissions } from './schema.ts';

/** What an application may say that no experiment takes: its title, its days. */
const UNFIT = ['title.empty', 'title.tooLong', 'experiment.dayInvalid', 'experiment.periodReversed'] as const;

/** [AS14] Opens the experiment of a selected application, all of it or nothing; the one that is there already when there is one. */
export async function openExperiment(
  tx: Tx,
  { facts, userId, now, newId }: AssessmentChange & { newId: () => string },
): Promise<
  Result<
    { id: string; title: string },
    'committee.notSelected' | 'committee.themeMissing' | (typeof UNFIT)[number]
  >
> {
  if (facts.announced?.outcome !== 'selected') return fail('committee.notSelected');
  const [there] = await tx
    .select({ id: experiments.id, title: experiments.title })
    .from(experiments)
    .where(eq(experiments.applicationId, facts.id));
  if (there) return ok(there);
  const [submission] = await tx
    .select({ answers: wholeAnswers })
    .from(submissions)
    .where(eq(submissions.applicationId, facts.id))
    .orderBy(desc(submissions.rank))
    .limit(1);
  const said = experimentAnswers(submission?.answers ?? {});
  const ofSeason = await tx.select().from(themes).where(eq(themes.seasonId, facts.call.seasonId));
  const theme = ofSeason.find(({ key }) => key === said.themeKey);
  if (!theme) return fail('committee.themeMissing');
  const made = await createExperiment(tx, {
    experimentId: newId(),
    title: said.title || facts.title,
    summary: said.summary,
    themeId: theme.id,
    applicationId: facts.id,
    organisations: [
      { organisationId: facts.organisation.id, isLead: true },
      ...facts.coLeadIds.map((organisationId) => ({ organisationId, isLead: false })),
    ],
    startsOn: said.startsOn,
    endsOn: said.endsOn,
    newId,
    userId,
    now,
  });
  if (!made.ok) {
    const unfit = UNFIT.find((code) => code === made.error);
    if (!unfit) throw new Error(`no experiment of an application: ${made.error}`);
    return fail(unfit);
  }
  await makeTeam(tx, made.value.id, said.contacts);
  for (const need of said.needs)
    await createDataNeed(tx, {
      experimentId: made.value.id,
      needId: newId(),
      newWantedId: newId(),
      userId,
      now,
      fields: {
        ...need,
        // Which reason, nobody has said yet: the team says it on its page.
        accessReason: null,
        accessNote: '',
        producerName: '',
        importance: 'useful',
        opensOn: null,
        inCharge: '',
        schemaName: '',
        frequency: 'unknown',
        licence: 'none',
        contact: '',
        comment: '',
      },
    });
  await recordAudit(tx, {
    actorId: userId,
    action: 'experiment.created',
    subject: { kind: 'experiment', id: made.value.id, name: made.value.title },
    payload: { applicationId: facts.id, number: facts.number },
    now,
  });
  return made;
}

async function makeTeam(
  tx: Tx,
  experimentId: string,
  contacts: ReturnType<typeof experimentAnswers>['contacts'],
): Promise<void> {
  if (contacts.length === 0) return;
  const known = await tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(
      and(
        isNull(users.suspendedAt),
        inArray(
          users.email,
          contacts.map(({ email }) => email),
        ),
      ),
    );
  const team = contacts.flatMap(({ email, role }) =>
    known.flatMap((person) => (person.email === email ? [{ experimentId, userId: person.id, role }] : [])),
  );
  if (team.length > 0) await tx.insert(experimentTeam).values(team).onConflictDoNothing();
}
