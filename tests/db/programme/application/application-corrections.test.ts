import { expect, test } from 'vitest';
import { listCorrections, requestCorrection } from '#db/programme/application/application-corrections.ts';
import { declareRecusal } from '#db/programme/assessment/recusals.ts';
import { type AssessmentWorld, newId, now, withAssessment } from '#tests/support/programme/assessment.ts';

const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

const ask = ({ db, application }: AssessmentWorld, userId: string, { at = now, until = later(5) } = {}) =>
  requestCorrection(db, {
    applicationId: application.id,
    userId,
    now: at,
    eventId: newId(),
    correctionId: newId(),
    fields: ['titre'],
    message: 'De quelles haies s’agit-il ?',
    until,
  });

test('[AP10] [AS3] whoever is recused asks for no correction: of the candidate by themselves, others by their word', () =>
  withAssessment(async (world) => {
    const { db, who, as, assign } = world;
    await assign(who.paul);
    const reason = 'J’y habite.';
    await declareRecusal(db, { ...as(who.paul), reason, recusalId: newId() });
    for (const id of [who.paul, who.vera])
      expect(await ask(world, id)).toEqual({ ok: false, error: 'access.forbidden' });
    expect(await ask(world, who.rita)).toMatchObject({ ok: true });
  }));

test('[AP10] once its day is over a correction is closed, and another one may be asked for', () =>
  withAssessment(async (world) => {
    const { db, who, application } = world;
    expect(await ask(world, who.rita)).toMatchObject({ ok: true });
    const before = { at: later(4), until: later(9) };
    expect(await ask(world, who.paul, before)).toEqual({ ok: false, error: 'application.correctionOpen' });
    expect(await ask(world, who.paul, { at: later(5), until: later(9) })).toMatchObject({ ok: true });
    const asked = await listCorrections(db, { applicationId: application.id, userId: who.julien });
    expect(asked.map(({ until, closedAt }) => [until, closedAt])).toEqual([
      [later(9), null],
      [later(5), later(5)],
    ]);
  }));
