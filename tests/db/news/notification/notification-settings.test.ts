import { expect, test } from 'vitest';
import {
  findNotificationSettings,
  restoreMails,
  unsubscribe,
} from '#db/news/notification/notification-settings.ts';
import { aPerson } from '#db/seed/builders/builders.ts';
import { DEFAULT_DELIVERIES } from '#shared/news/notification/notification.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

test('[NO9] a link ends one kind of mails, or all, of its person alone', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const [nadia, yann] = [(await aPerson(site)).id, (await aPerson(site)).id];
    await unsubscribe(db, { userId: nadia, from: 'mention' });
    expect(await findNotificationSettings(db, { userId: nadia })).toMatchObject({
      deliveries: { mention: 'app', reply: 'mail' },
      digest: true,
    });
    await unsubscribe(db, { userId: nadia, from: 'all' });
    const { deliveries, digest } = await findNotificationSettings(db, { userId: nadia });
    expect([new Set(Object.values(deliveries)), digest]).toEqual([new Set(['app']), false]);
    await unsubscribe(db, { userId: nadia, from: 'all' });
    await restoreMails(db, { userId: nadia, from: 'all' });
    expect(await findNotificationSettings(db, { userId: nadia })).toMatchObject({
      deliveries: { mention: 'app', reply: 'mail', own: 'digest' },
      digest: true,
    });
    expect(await findNotificationSettings(db, { userId: yann })).toEqual({
      deliveries: DEFAULT_DELIVERIES,
      digest: true,
      newsletter: true,
      quietFrom: 20,
      quietTo: 7,
      quietWeekends: true,
    });
  }));
