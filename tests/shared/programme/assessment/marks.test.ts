import { describe, expect, test } from 'vitest';
import { parseDecision } from '#shared/programme/assessment/decision.ts';
import { COMMENT_MAX, faultsOfMarks, readMarks } from '#shared/programme/assessment/marks.ts';

const criteria = [{ key: 'approche' }, { key: 'partage' }];

describe('[AS6] marks as they are typed', () => {
  test('whole ones from 0 to 5, and nothing else', () => {
    for (const given of ['6', '-1', '2.5', '2,5', 'cinq', '1e0', ' 05'])
      expect(readMarks({ 'note-approche': given }, criteria)).toMatchObject({
        marks: { approche: { mark: null } },
        faults: { approche: { mark: 'assessment.markInvalid' } },
      });
    expect(readMarks({ 'note-approche': '0', 'note-partage': '5' }, criteria)).toEqual({
      marks: { approche: { mark: 0, comment: '' }, partage: { mark: 5, comment: '' } },
      faults: {},
    });
  });

  test('a comment that is too long is said and cut', () => {
    const { marks, faults } = readMarks({ 'commentaire-partage': 'a'.repeat(COMMENT_MAX + 1) }, criteria);
    expect(marks.partage?.comment).toHaveLength(COMMENT_MAX);
    expect(faults).toEqual({ partage: { comment: 'assessment.commentTooLong' } });
  });

  test('criteria that the call does not have are left out', () => {
    expect(Object.keys(readMarks({ 'note-autre': '3' }, criteria).marks)).toEqual(['approche', 'partage']);
  });
});

describe('[AS6] marks that are given', () => {
  test('want a mark and a comment for each criterion', () => {
    expect(faultsOfMarks({ approche: { mark: 3, comment: ' ' } }, criteria)).toEqual({
      approche: { comment: 'assessment.commentMissing' },
      partage: { mark: 'assessment.markMissing', comment: 'assessment.commentMissing' },
    });
    expect(faultsOfMarks({ approche: { mark: 9, comment: 'Vu.' } }, [{ key: 'approche' }])).toEqual({
      approche: { mark: 'assessment.markInvalid' },
    });
    const whole = { approche: { mark: 0, comment: 'Rien.' }, partage: { mark: 5, comment: 'Tout.' } };
    expect(faultsOfMarks(whole, criteria)).toEqual({});
  });
});

describe('[AS10] a decision', () => {
  const typed = (outcome: string, motivation = '', waitingRank = '') =>
    parseDecision({ outcome, motivation, waitingRank });

  test('wants its reason unless it is « selected »', () => {
    expect(typed('selected')).toEqual({
      ok: true,
      value: { outcome: 'selected', waitingRank: null, motivation: '' },
    });
    for (const outcome of ['waitlisted', 'notSelected', 'ineligible', 'withdrawn'])
      expect(typed(outcome, '  ', '1')).toEqual({ ok: false, error: 'committee.motivationMissing' });
    expect(typed('notSelected', 'Trop tôt.', '3')).toMatchObject({ value: { waitingRank: null } });
  });

  test('on the waiting list wants its place', () => {
    for (const rank of ['', '0', '-1', '1,5', '1000', 'un'])
      expect(typed('waitlisted', 'Presque.', rank)).toEqual({ ok: false, error: 'committee.rankInvalid' });
    expect(typed('waitlisted', 'Presque.', ' 2 ')).toMatchObject({ value: { waitingRank: 2 } });
  });

  test('is one of the five, and not a book', () => {
    expect(typed('maybe', 'x')).toEqual({ ok: false, error: 'committee.outcomeInvalid' });
    expect(typed('ineligible', 'a'.repeat(5_001))).toEqual({
      ok: false,
      error: 'committee.motivationTooLong',
    });
  });
});
