import type { Db } from '#db/kernel/client.ts';
import { assignAssessor, giveMarks } from '#db/programme/assessment/assessments.ts';
import { anApplication } from '#db/seed/builders/assessment-builders.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { aCall } from '#db/seed/builders/call-builders.ts';
import type { Marks } from '#shared/programme/assessment/marks.ts';
import { withDb } from '../database.ts';

export const now = new Date('2023-04-20T09:00:00Z');
const opened = new Date('2023-02-14T09:00:00Z');

let count = 0;
export const newId = () => `as-${++count}`;

/** A mark for each of the programme's criteria, with its comment. */
export const marks = (...values: number[]): Marks =>
  Object.fromEntries(
    ['approche', 'acquis', 'organisation', 'partage'].map((key, at) => [
      key,
      { mark: values[at] ?? values[0] ?? 0, comment: `Vu ${key}.` },
    ]),
  );

/** A closed call with three applications of invented cities, those who assess, and those who must not. */
export async function assessmentWorld(db: Db) {
  const site = { db, now: () => opened, newId };
  const city = async (name: string) => (await anOrganisation(site, { name })).id;
  const [valmont, aubin, brume] = [
    await city('Valmont'),
    await city('Saint-Aubin'),
    await city('Brumeville'),
  ];
  const bdt = (await anOrganisation(site, { name: 'Banque des Territoires', kind: 'funder' })).id;
  const odf = (await anOrganisation(site, { name: 'OpenDataFrance', kind: 'coordinator' })).id;
  const person = async (
    name: string,
    platformRole: 'admin' | 'coordinator' | 'reviewer' | 'member',
    organisationId: string,
  ) => (await aPerson(site, { name, platformRole, organisationId })).id;
  const who = {
    claire: await person('Claire', 'coordinator', odf),
    omar: await person('Omar', 'coordinator', odf),
    paul: await person('Paul', 'reviewer', bdt),
    rita: await person('Rita', 'reviewer', bdt),
    /** A reviewer whose organisation is a candidate. */
    vera: await person('Vera', 'reviewer', valmont),
    julien: await person('Julien', 'member', valmont),
    aurelie: await person('Aurélie', 'member', aubin),
    admin: await person('Ada', 'admin', odf),
    expert: await person('Emma', 'member', bdt),
  };
  const call = await aCall(site, {
    opensAt: opened,
    closesAt: new Date('2023-04-14T10:00:00Z'),
    publishedAt: opened,
  });
  const apply = (organisationId: string, title: string, createdBy: string, answers = {}) =>
    anApplication(site, { callId: call.id, organisationId, title, createdBy, answers });
  const application = await apply(valmont, 'Haies de Valmont', who.julien);
  const second = await apply(aubin, 'Marais de Saint-Aubin', who.aurelie, {
    partenaires: [{ id: 'p', nom: 'banque des territoires ' }],
  });
  const third = await apply(brume, 'Îlots de Brumeville', who.aurelie);
  const as = (userId: string, applicationId = application.id, at = now) => ({
    userId,
    applicationId,
    now: at,
  });
  return {
    db,
    who,
    call,
    application,
    second,
    third,
    cities: { valmont, aubin, brume },
    as,
    async assign(assessorId: string, applicationId = application.id) {
      return assignAssessor(db, { ...as(who.claire, applicationId), assessorId, assessmentId: newId() });
    },
    async give(userId: string, applicationId: string, ...values: number[]) {
      return giveMarks(db, { ...as(userId, applicationId), marks: marks(...values), privateNotes: '' });
    },
  };
}

export type AssessmentWorld = Awaited<ReturnType<typeof assessmentWorld>>;

export const withAssessment = (run: (world: AssessmentWorld) => Promise<void>) =>
  withDb(async (db) => run(await assessmentWorld(db)));
