import { expect, test } from 'vitest';
import { listCorrections } from '#db/programme/application/application-corrections.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { type AssessmentWorld, now, withAssessment } from '#tests/support/programme/assessment.ts';

const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const dayIn = (days: number) => later(days).toISOString().slice(0, 10);

const ask = ({ db, application }: AssessmentWorld, userId: string, { at = now, until = dayIn(5) } = {}) =>
  operationsOn(db, { now: () => at }).run(
    'application.askCorrection',
    { userId },
    {
      applicationId: application.id,
      ...{ fields: ['titre'], message: 'De quelles haies s’agit-il ?', until },
    },
  );

test('[AP10] [AS3] whoever is recused asks for no correction: of the candidate by themselves, others by their word', () =>
  withAssessment(async (world) => {
    const { who, run, assign } = world;
    await assign(who.paul);
    await run('assessment.declareRecusal', who.paul, { reason: 'J’y habite.' });
    for (const id of [who.paul, who.vera])
      expect(await ask(world, id)).toMatchObject({ ok: false, error: 'access.forbidden' });
    expect(await ask(world, who.rita)).toMatchObject({ ok: true });
  }));

test('[AP10] once its day is over a correction is closed, and another one may be asked for', () =>
  withAssessment(async (world) => {
    const { db, who, application } = world;
    expect(await ask(world, who.rita)).toMatchObject({ ok: true });
    const before = { at: later(4), until: dayIn(9) };
    expect(await ask(world, who.paul, before)).toMatchObject({ error: 'application.correctionOpen' });
    expect(await ask(world, who.paul, { at: later(6), until: dayIn(9) })).toMatchObject({ ok: true });
    const asked = await listCorrections(db, { applicationId: application.id, userId: who.julien });
    expect(asked.map(({ until, closedAt }) => [until, closedAt])).toEqual([
      [new Date('2023-04-29T21:59:00Z'), null],
      [new Date('2023-04-25T21:59:00Z'), later(6)],
    ]);
  }));
