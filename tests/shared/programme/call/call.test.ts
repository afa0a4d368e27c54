import { expect, test } from 'vitest';
import { callStateAt, takesSubmissions } from '#shared/programme/call/call.ts';

const call = {
  publishedAt: new Date('2022-02-01T08:00:00Z'),
  opensAt: new Date('2022-02-14T08:00:00Z'),
  closesAt: new Date('2022-04-30T10:00:00Z'),
  toleranceMinutes: 30,
};

test.each([
  ['2022-01-31T00:00:00Z', 'preparing'],
  ['2022-02-01T08:00:00Z', 'announced'],
  ['2022-02-14T07:59:59.999Z', 'announced'],
  ['2022-02-14T08:00:00Z', 'open'],
  ['2022-04-30T09:59:59.999Z', 'open'],
  ['2022-04-30T10:00:00Z', 'tolerance'],
  ['2022-04-30T10:29:59.999Z', 'tolerance'],
  ['2022-04-30T10:30:00Z', 'closed'],
] as const)('[CA1] at %s the call is %s', (now, state) => {
  expect(callStateAt(call, new Date(now))).toBe(state);
});

test('[CA1] without tolerance it closes at once; unpublished it is never anything but prepared', () => {
  expect(callStateAt({ ...call, toleranceMinutes: 0 }, call.closesAt)).toBe('closed');
  expect(callStateAt({ ...call, publishedAt: null }, call.opensAt)).toBe('preparing');
  expect(
    ['preparing', 'announced', 'open', 'tolerance', 'closed'].map((s) => takesSubmissions(s as 'open')),
  ).toEqual([false, false, true, true, false]);
});
