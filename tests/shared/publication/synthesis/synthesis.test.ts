import { expect, test } from 'vitest';
import { isChapterLate, parseDue, shifted } from '#shared/publication/synthesis/chapter.ts';
import {
  CHAPTER_STATES,
  type ChapterState,
  chapterMovesFrom,
  checkChapterMove,
} from '#shared/publication/synthesis/chapter-state.ts';
import { progressAt } from '#shared/publication/synthesis/progress.ts';
import { synthesisRoleOf } from '#shared/publication/synthesis/synthesis-access.ts';

test('[SY1] the coordination manages, the owner has a chapter, the programme reads, guests see nothing', () => {
  const of = (given: Partial<Parameters<typeof synthesisRoleOf>[0]>) =>
    synthesisRoleOf({ platformRole: 'member', standing: 'member', isOwner: false, ...given });
  expect(of({ platformRole: 'coordinator', standing: 'own' })).toBe('manager');
  expect(of({ platformRole: 'admin', standing: 'own', isOwner: true })).toBe('manager');
  expect(of({ platformRole: 'reviewer', standing: 'own' })).toBe('reader');
  expect(of({ isOwner: true })).toBe('owner');
  expect(of({})).toBe('reader');
  expect(of({ standing: 'consultant' })).toBe('reader');
  expect(of({ standing: 'guest', isOwner: true })).toBeNull();
});

test('[SY2] a chapter moves one place, and stays at an end; a day is one of the calendar or none', () => {
  expect(shifted(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(shifted(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(shifted(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(shifted(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
  expect(shifted(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c']);
  expect(parseDue(' ')).toEqual({ ok: true, value: null });
  expect(parseDue('2023-06-30')).toEqual({ ok: true, value: '2023-06-30' });
  expect(parseDue('2023-06-31')).toEqual({ ok: false, error: 'synthesis.dueInvalid' });
});

test('[SY3] only the listed steps exist; the owner goes up to review, the coordination approves, going back says why', () => {
  const steps = (role: 'manager' | 'owner' | 'reader') =>
    CHAPTER_STATES.flatMap((from) => chapterMovesFrom(from, role).map(({ to }) => `${from} ${to}`));
  expect(steps('manager')).toEqual([
    'to_write writing',
    'writing in_review',
    'in_review writing',
    'in_review approved',
    'approved writing',
  ]);
  expect(steps('owner')).toEqual(['to_write writing', 'writing in_review', 'in_review writing']);
  expect(steps('reader')).toEqual([]);
  const check = (from: ChapterState, to: ChapterState, reason = '', role: 'manager' | 'owner' = 'owner') =>
    checkChapterMove({ from, to, role, reason });
  expect(check('to_write', 'approved')).toMatchObject({ error: 'synthesis.stateUnreachable' });
  expect(check('in_review', 'approved')).toMatchObject({ error: 'access.forbidden' });
  expect(check('in_review', 'writing', ' ')).toMatchObject({ error: 'synthesis.reasonMissing' });
  expect(check('in_review', 'writing', 'x'.repeat(2_001))).toMatchObject({
    error: 'synthesis.reasonTooLong',
  });
  expect(check('approved', 'writing', 'Un chiffre a changé', 'manager')).toMatchObject({ ok: true });
});

test('[SY4] a chapter is late once its day is over, unless it is approved', () => {
  const late = (dueOn: string | null, state: ChapterState) => isChapterLate({ dueOn, state }, '2023-06-30');
  expect(late('2023-06-29', 'in_review')).toBe(true);
  expect(late('2023-06-30', 'writing')).toBe(false);
  expect(late('2023-06-29', 'approved')).toBe(false);
  expect(late(null, 'to_write')).toBe(false);
});

test('[SY5] progress is told as it was: by the steps that were taken, of the chapters that were there', () => {
  const day = (n: number) => new Date(`2023-05-${String(n).padStart(2, '0')}T10:00:00Z`);
  const chapters = [
    {
      createdAt: day(1),
      removedAt: null,
      steps: [
        { to: 'to_write' as const, at: day(1) },
        { to: 'writing' as const, at: day(5) },
        { to: 'approved' as const, at: day(9) },
      ],
    },
    { createdAt: day(1), removedAt: day(6), steps: [{ to: 'to_write' as const, at: day(1) }] },
    { createdAt: day(8), removedAt: null, steps: [{ to: 'to_write' as const, at: day(8) }] },
  ];
  const at = (n: number) => progressAt(chapters, day(n));
  expect(at(1)).toMatchObject({ total: 0 });
  expect(at(6)).toEqual({ total: 2, states: { to_write: 1, writing: 1, in_review: 0, approved: 0 } });
  expect(at(7)).toMatchObject({ total: 1, states: { writing: 1 } });
  expect(at(10)).toEqual({ total: 2, states: { to_write: 1, writing: 0, in_review: 0, approved: 1 } });
});
