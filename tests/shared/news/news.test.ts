import { describe, expect, test } from 'vitest';
import { asGroupNews, latestOf, type NewsItem, newsSince } from '#shared/news/news.ts';
import { isSilent, mayRemind } from '#shared/people/reminder/reminder.ts';

const now = new Date('2023-03-14T09:00:00Z');
const day = (days: number) => new Date(now.getTime() + days * 86_400_000);

const item = (id: string, at: Date): NewsItem => ({
  kind: 'card',
  id,
  title: id,
  href: '/',
  compareHref: null,
  context: null,
  by: [],
  facts: [],
  at,
});

describe('news', () => {
  test('[HV2] go back to the mark, or thirty days for whoever never read any', () => {
    expect(newsSince(day(-90), now)).toEqual(day(-90));
    expect(newsSince(null, now)).toEqual(day(-30));
  });

  test('[HV3] what is addressed to the reader comes first, kinds without news not at all', () => {
    const group = asGroupNews({ groupId: 'g', since: now }, [
      { kind: 'person', items: [], total: 2 },
      { kind: 'board', items: [], total: 0 },
      { kind: 'comment', items: [], total: 3 },
    ]);
    expect(group.kinds.map(({ kind }) => kind)).toEqual(['comment', 'person']);
    expect(group.total).toBe(5);
    const card = { kind: 'card' as const, items: [item('a', day(-1)), item('b', day(-3))], total: 9 };
    const other = { kind: 'card' as const, items: [item('c', day(-2))], total: 1 };
    const news = [card, other].map((each) => asGroupNews({ groupId: 'g', since: now }, [each]));
    expect(latestOf(news, 2).map(({ id }) => id)).toEqual(['a', 'c']);
  });
});

test('[CK1] a city is silent after so many weeks, and when nothing is known of it', () => {
  expect(isSilent(day(-21), 3, now)).toBe(true);
  expect(isSilent(day(-20), 3, now)).toBe(false);
  expect(isSilent(null, 3, now)).toBe(true);
});

test('[CK2] a week lies between two reminders of the same', () => {
  expect(mayRemind(undefined, now)).toBe(true);
  expect(mayRemind(day(-7), now)).toBe(true);
  expect(mayRemind(day(-6), now)).toBe(false);
});
