import { randomUUID } from 'node:crypto';
import type { Db } from '#db/kernel/client.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import type { InputOf } from '#server/kernel/operations.ts';
import type { Registered } from '#server/registry.ts';
import type { CommitteeDecision } from '#shared/programme/assessment/decision.ts';
import type { Marks } from '#shared/programme/assessment/marks.ts';
import { anApplication } from '#tests/support/programme/builders/assessment-builders.ts';
import { aCall } from '#tests/support/programme/builders/call-builders.ts';
import { withDb } from '../database.ts';
import { operationsOn } from '../kernel/operations.ts';

export const now = new Date('2023-04-20T09:00:00Z');
const opened = new Date('2023-02-14T09:00:00Z');

export const newId = () => randomUUID();

/** A mark for each of the programme's criteria, with its comment. */
export const marks = (...values: number[]): Marks =>
  Object.fromEntries(
    ['approche', 'acquis', 'organisation', 'partage'].map((key, at) => [
      key,
      { mark: values[at] ?? values[0] ?? 0, comment: `Vu ${key}.` },
    ]),
  );

type OfApplication = {
  [N in keyof Registered]: InputOf<Registered[N]> extends { readonly applicationId: string } ? N : never;
}[keyof Registered];

/** A closed call with three applications of invented cities, those who assess, and those who must not. */
export async function assessmentWorld<D extends Db>(db: D) {
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
  const operations = operationsOn(db, { now: () => now });
  type Asked<N extends OfApplication> = InputOf<Registered[N]>;
  const run = <N extends OfApplication>(
    name: N,
    userId: string,
    input: Omit<Asked<N>, 'applicationId'> & { readonly applicationId?: string },
  ) => operations.run(name, { userId }, { applicationId: application.id, ...input } as Asked<N>);
  return {
    db,
    who,
    call,
    application,
    second,
    third,
    cities: { valmont, aubin, brume },
    as,
    /** Asks for an operation on an application, on the first one unless another is named. */
    run,
    assign: (assessorId: string, applicationId = application.id) =>
      run('assessment.assign', who.claire, { assessorId, applicationId }),
    give: (userId: string, applicationId: string, ...values: number[]) =>
      run('assessment.giveMarks', userId, { applicationId, marks: marks(...values) }),
    decide: (applicationId: string, decision: CommitteeDecision | null, userId = who.claire) =>
      run('committee.decide', userId, {
        applicationId,
        outcome: decision?.outcome ?? '',
        waitingRank: String(decision?.waitingRank ?? ''),
        motivation: decision?.motivation ?? '',
      }),
  };
}

export type AssessmentWorld<D extends Db = Db> = Awaited<ReturnType<typeof assessmentWorld<D>>>;

export const withAssessment = (run: (world: AssessmentWorld<Tx>) => Promise<void>) =>
  withDb(async (db) => run(await assessmentWorld(db)));
