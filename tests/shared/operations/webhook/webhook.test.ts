import { describe, expect, test } from 'vitest';
import { CHANGE_TYPES } from '#shared/operations/change/change.ts';
import {
  parseWebhook,
  TRIES_MAX,
  TYPE_NOUNS,
  typesOfNoun,
  WEBHOOK_TYPES,
  waitAfter,
} from '#shared/operations/webhook/webhook.ts';
import { webhookAccessOf } from '#shared/operations/webhook/webhook-access.ts';

const typed = { name: 'Salon', url: 'https://exemple.fr/entree?cle=1', all: true, types: [] };

describe('[WH1] who manages webhooks', () => {
  test.each([
    [true, 'member', 'facilitator', 'manage'],
    [true, 'member', 'contributor', 'forbidden'],
    [true, 'member', null, 'absent'],
    [false, 'admin', null, 'manage'],
    [false, 'coordinator', 'facilitator', 'absent'],
    [false, 'member', 'facilitator', 'absent'],
  ] as const)('of a group %s, as %s and %s: %s', (isOfGroup, platformRole, role, access) => {
    expect(webhookAccessOf({ isOfGroup, platformRole, role })).toBe(access);
  });
});

describe('[WH2] what was typed', () => {
  test.each([
    [typed.url, typed.url],
    ['  https://exemple.fr/a#b ', 'https://exemple.fr/a'],
    ['http://127.0.0.1:8080/a', 'http://127.0.0.1:8080/a'],
    ['http://localhost/', 'http://localhost/'],
  ])('the address %s is read', (url, read) => {
    expect(parseWebhook({ ...typed, url })).toMatchObject({ ok: true, value: { url: read, types: null } });
  });

  test.each([
    '',
    'exemple.fr',
    'http://exemple.fr/',
    'http://127.0.0.1.exemple.fr/',
    'https://a:b@exemple.fr/',
    'ftp://exemple.fr/',
    'javascript:alert(1)',
    `https://exemple.fr/${'a'.repeat(500)}`,
  ])('the address « %s » is refused', (url) => {
    expect(parseWebhook({ ...typed, url })).toEqual({
      ok: false,
      errors: { url: 'webhook.addressInvalid' },
    });
  });

  test('a name, and events that there are, at least one', () => {
    expect(parseWebhook({ name: ' ', url: '', all: false, types: ['rien'] })).toEqual({
      ok: false,
      errors: {
        name: 'webhook.nameInvalid',
        url: 'webhook.addressInvalid',
        types: 'webhook.typesInvalid',
      },
    });
    const some = parseWebhook({ ...typed, all: false, types: ['rien', 'board.created'] });
    expect(some).toMatchObject({ ok: true, value: { types: ['board.created'] } });
  });

  test('[WH10] every event of the feed is under one noun of the form, but for what some of the programme may not know', () => {
    const told = TYPE_NOUNS.flatMap(typesOfNoun);
    expect(told.toSorted()).toEqual(WEBHOOK_TYPES.toSorted());
    const hidden = CHANGE_TYPES.filter((type) => !told.some((known) => known === type));
    const nouns = new Set(hidden.map((type) => type.split('.')[0]));
    expect([...nouns]).toEqual([
      'experiment',
      'log',
      'interview',
      'note',
      'application',
      'mission',
      'adoption',
      'facilitator',
    ]);
  });
});

test('[WH4] eight tries in about two days, each later than the one before', () => {
  const waits = Array.from({ length: TRIES_MAX }, (_, index) => waitAfter(index + 1));
  expect(TRIES_MAX).toBe(8);
  expect(waits.at(-1)).toBeNull();
  const seconds = waits.flatMap((wait) => wait ?? []);
  expect(seconds.toSorted((a, b) => a - b)).toEqual(seconds);
  const days = seconds.reduce((sum, wait) => sum + wait, 0) / 86_400;
  expect(days).toBeGreaterThan(1.8);
  expect(days).toBeLessThan(2.2);
});
