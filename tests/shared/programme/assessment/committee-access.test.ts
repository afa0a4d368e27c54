import { describe, expect, test } from 'vitest';
import { committeeAccessOf } from '#shared/programme/assessment/committee-access.ts';

const marc = {
  userId: 'marc',
  platformRole: 'reviewer',
  organisation: { id: 'bdt', name: 'Banque des Territoires', shortName: '' },
} as const;

const standing = {
  organisation: { id: 'valmont' },
  call: { isClosed: true },
  coLeadIds: [],
  partnerNames: [],
  assessors: [] as { userId: string; removedAt: Date | null; given: unknown }[],
  recusals: [] as { userId: string }[],
  expertIds: [],
};
const own = (given: unknown) => ({ ...standing, assessors: [{ userId: 'marc', removedAt: null, given }] });

describe('[AS16] who sits on the committee', () => {
  test('reads and decides; what is assessed by others stays with them', () => {
    expect(committeeAccessOf(marc, standing)).toEqual({ mayDecide: true, mayOpen: false });
    const claire = { ...marc, userId: 'claire', platformRole: 'coordinator' } as const;
    expect(committeeAccessOf(claire, standing)).toEqual({ mayDecide: true, mayOpen: true });
    for (const platformRole of ['admin', 'member'] as const)
      expect(committeeAccessOf({ ...marc, platformRole }, standing)).toBeNull();
  });

  test('[AS5] gives their own marks first', () => {
    expect(committeeAccessOf(marc, own(null))).toEqual({ mayDecide: false, mayOpen: true });
    expect(committeeAccessOf(marc, own({}))).toEqual({ mayDecide: true, mayOpen: true });
  });

  test('[AS3] [AS1] sees nothing of what they are recused from, nor of a call that still takes applications', () => {
    expect(committeeAccessOf(marc, { ...standing, recusals: [{ userId: 'marc' }] })).toBeNull();
    for (const other of [
      { partnerNames: ['banque des territoires '] },
      { coLeadIds: ['bdt'] },
      { organisation: { id: 'bdt' } },
      { call: { isClosed: false } },
    ])
      expect(committeeAccessOf(marc, { ...standing, ...other })).toBeNull();
  });
});
