import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { Form } from '#shared/programme/application/form.ts';
import { experimentAnswers } from '#shared/programme/assessment/to-experiment.ts';
import { type CallLaureates, type Laureate, permits } from '#shared/programme/call/laureate.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { wholeAnswers } from '../application/application-complement.ts';
import { applicationCoLeads, applications, submissions } from '../application/schema.ts';
import { isPublished } from '../call/calls.ts';
import { callForms, calls } from '../call/schema.ts';
import { announcedDecisions } from './schema.ts';

/** The programme has 222 conventions, each with one application a season. */
const MOST = 500;

/**
 * [PS11] Those of published calls who were announced as selected, by call, and nobody else: named where they agreed to it [CA15], counted
 * where they did not. What the committee prepares and has not announced is not read. For anybody.
 */
export async function listLaureates(
  db: Db,
  { callIds, now }: { callIds: readonly string[]; now: Date },
): Promise<Map<string, CallLaureates>> {
  if (callIds.length === 0) return new Map();
  const selected = await listSelected(db, { callIds, now });
  const ids = selected.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const forms = await listForms(db, [...new Set(selected.map(({ callId }) => callId))]);
  const others = await listCoLeads(db, ids);
  const found = new Map<string, { announcedAt: Date; named: Laureate[]; unnamed: number }>();
  for (const one of selected) {
    const { announcedAt, named, unnamed } = found.get(one.callId) ?? { ...one, named: [], unnamed: 0 };
    const ofCall = forms.get(one.callId);
    const declared = ofCall?.at(-1)?.form;
    const answered = ofCall?.find(({ version }) => version === one.formVersion)?.form;
    const { answers } = one;
    const isNamed =
      declared !== undefined &&
      answered !== undefined &&
      permits('publication', { answers, answered, declared });
    const { title, summary } = experimentAnswers(answers);
    const laureate = {
      title: title || one.title,
      cities: [one.city, ...(others.get(one.id) ?? [])],
      summary,
    };
    found.set(one.callId, {
      announcedAt: new Date(Math.min(Number(announcedAt), Number(one.announcedAt))),
      named: isNamed ? [...named, laureate] : named,
      unnamed: isNamed ? unnamed : unnamed + 1,
    });
  }
  for (const { named } of found.values())
    named.sort((a, b) => inFrench(a.cities[0] ?? '', b.cities[0] ?? '') || inFrench(a.title, b.title));
  return found;
}

/** The last that was announced of each application is what counts; what was submitted last is what was selected. */
function listSelected(db: Db, { callIds, now }: { callIds: readonly string[]; now: Date }) {
  const isLast = sql`${announcedDecisions.rank} = (select max(other.rank) from announced_decision as other
    where other.application_id = ${applications.id})`;
  const isSubmittedLast = sql`${submissions.rank} = (select max(other.rank) from application_submission as other
    where other.application_id = ${applications.id})`;
  return db
    .select({
      id: applications.id,
      callId: applications.callId,
      title: applications.title,
      city: organisations.name,
      answers: wholeAnswers,
      formVersion: submissions.formVersion,
      announcedAt: announcedDecisions.announcedAt,
    })
    .from(announcedDecisions)
    .innerJoin(applications, eq(applications.id, announcedDecisions.applicationId))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(submissions, eq(submissions.applicationId, applications.id))
    .where(
      and(
        inArray(applications.callId, [...callIds]),
        isPublished(now),
        eq(applications.status, 'decided'),
        eq(announcedDecisions.outcome, 'selected'),
        isLast,
        isSubmittedLast,
      ),
    )
    .orderBy(desc(announcedDecisions.announcedAt), asc(applications.id))
    .limit(MOST);
}

/** The versions of the forms of these calls, the first one first. */
async function listForms(db: Db, callIds: readonly string[]) {
  const rows = await db
    .select({ callId: callForms.callId, version: callForms.version, form: callForms.form })
    .from(callForms)
    .where(inArray(callForms.callId, [...callIds]))
    .orderBy(asc(callForms.version));
  const found = new Map<string, { readonly version: number; readonly form: Form }[]>();
  for (const { callId, ...one } of rows) found.set(callId, [...(found.get(callId) ?? []), one]);
  return found;
}

async function listCoLeads(db: Db, applicationIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ id: applicationCoLeads.applicationId, name: organisations.name })
    .from(applicationCoLeads)
    .innerJoin(organisations, eq(organisations.id, applicationCoLeads.organisationId))
    .where(inArray(applicationCoLeads.applicationId, [...applicationIds]))
    .orderBy(asc(organisations.name));
  const found = new Map<string, string[]>();
  for (const { id, name } of rows) found.set(id, [...(found.get(id) ?? []), name]);
  return found;
}
