import { expect, test } from 'vitest';
import { approvalsOf } from '#shared/publication/synthesis/public-synthesis.ts';

const [FIRST, SECOND] = ['a', 'b'].map((sign) => sign.repeat(64)) as [string, string];
const at = new Date('2023-06-20T09:00:00Z');
const asked = ['Valmont', 'Aubin', 'Guise'].map((name) => ({ id: name, name }));
const line = (organisationId: string, number: number, answer: 'approve' | 'approveWithReservation') => ({
  ...{ organisationId, number, answer, at, basis: null },
  reason: 'Un motif qui reste entre nous',
});
const round = (outcome: 'approved' | 'notApproved' | null, sha256 = FIRST) => ({
  ...{ asked, quorum: 2, outcome, text: { sha256 } },
  answers: [
    line('Valmont', 1, 'approve'),
    line('Aubin', 2, 'approve'),
    line('Aubin', 3, 'approveWithReservation'),
  ],
});

test('[SY11] only the exact text that the last held round approved is public, with the standing answers and no reason', () => {
  const error = (done: ReturnType<typeof approvalsOf>) => (done.ok ? 'ok' : done.error);
  expect(error(approvalsOf([], FIRST))).toBe('synthesis.notSigned');
  expect(error(approvalsOf([round(null)], FIRST))).toBe('synthesis.notSigned');
  expect(error(approvalsOf([round('approved')], SECOND))).toBe('synthesis.otherThanSigned');
  // The last that was held counts, not an approval before it.
  expect(error(approvalsOf([round('notApproved'), round('approved')], FIRST))).toBe('synthesis.notSigned');
  expect(error(approvalsOf([round('approved', SECOND), round('approved')], FIRST))).toBe(
    'synthesis.otherThanSigned',
  );
  // One that is open, or was withdrawn, says nothing yet.
  const done = approvalsOf([round(null, SECOND), round('approved')], FIRST);
  expect(done).toEqual({
    ok: true,
    value: {
      ...{ sha256: FIRST, asked: 3, quorum: 2 },
      given: [
        { organisation: 'Valmont', answer: 'approve', at: at.toISOString() },
        { organisation: 'Aubin', answer: 'approveWithReservation', at: at.toISOString() },
      ],
    },
  });
});
