import { describe, expect, test } from 'vitest';
import { parseDataNeed } from '#shared/library/need/data-need.ts';
import { endOfDay } from '#shared/library/need/status-history.ts';
import { wantedKey } from '#shared/library/need/wanted-name.ts';
import { needOf, typed } from '#tests/support/library/data-needs.ts';

const faultsOf = (given: Partial<typeof typed>) => {
  const parsed = parseDataNeed({ ...typed, ...given });
  return 'faults' in parsed ? parsed.faults : {};
};

describe('[DN1] one name for the same data', () => {
  test('whatever case, accents, apostrophes and spaces', () => {
    expect(wantedKey(' Températures de l’air,  stations ')).toBe(
      wantedKey("TEMPERATURES DE L'AIR - stations"),
    );
    expect(wantedKey('Arbres')).not.toBe(wantedKey('Arbustes'));
  });
  test('nothing but signs is no name', () => {
    expect(faultsOf({ wanted: ' -- ' })).toEqual({ wanted: 'dataNeed.nameMissing' });
    expect(faultsOf({ wanted: 'a'.repeat(201) })).toEqual({ wanted: 'dataNeed.nameTooLong' });
  });
});

describe('[DN2] each status wants its own details', () => {
  test('a candidate: a day and somebody in charge', () => {
    expect(faultsOf({ accessStatus: 'candidate' })).toEqual({
      opensOn: 'dataNeed.dayMissing',
      inCharge: 'dataNeed.inChargeMissing',
    });
    expect(faultsOf({ accessStatus: 'candidate', opensOn: '2023-02-30', inCharge: 'SIG' })).toEqual({
      opensOn: 'dataNeed.dayInvalid',
    });
  });
  test('closed with reason: a ground of its list; another case: a precision of its own', () => {
    expect(faultsOf({ accessStatus: 'closed_justified', accessReason: 'payante' })).toEqual({
      accessReason: 'dataNeed.reasonMissing',
    });
    expect(faultsOf({ accessStatus: 'other', accessReason: 'securite' })).toEqual({
      accessReason: 'dataNeed.precisionMissing',
    });
    expect(needOf({ accessStatus: 'other', accessReason: 'convention' }).accessReason).toBe('convention');
  });
  test('those of another status are forgotten', () => {
    expect(
      needOf({ accessStatus: 'open', accessReason: 'securite', opensOn: '2023-06-30', inCharge: 'SIG' }),
    ).toMatchObject({ accessReason: null, opensOn: null, inCharge: '' });
  });
  test('unknown choices are told by field, all at once', () => {
    expect(
      faultsOf({ accessStatus: 'ouvert', producerKind: '', importance: 'x', frequency: 'x', licence: 'x' }),
    ).toEqual({
      accessStatus: 'dataNeed.choiceInvalid',
      producerKind: 'dataNeed.choiceInvalid',
      importance: 'dataNeed.choiceInvalid',
      frequency: 'dataNeed.choiceInvalid',
      licence: 'dataNeed.choiceInvalid',
    });
  });
});

describe('[DN4] the end of a day', () => {
  test('a day is 23 hours long when clocks go forward', () => {
    expect(endOfDay('2023-03-26').getTime() - endOfDay('2023-03-25').getTime()).toBe(23 * 3_600_000);
  });
});
