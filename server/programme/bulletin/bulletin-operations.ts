import { z } from 'zod';
import {
  changeBulletin,
  publishBulletin,
  withdrawBulletin,
  writeBulletin,
} from '#db/programme/bulletin/bulletin-changes.ts';
import { Id, readForm, Said } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { parseBulletin } from '#shared/programme/bulletin/bulletin.ts';
import { operation } from '../../kernel/operation.ts';
import { onPlatform } from '../../people/rights.ts';

const OfBulletin = z.object({ bulletinId: Id });
const Written = z.object({ title: Said, text: Said, toldTo: Said }).transform(readForm(parseBulletin));
const right = onPlatform('programme.announce');

const withdrawing = (isWithdrawn: boolean) =>
  operation({
    input: OfBulletin,
    right,
    refusals: {},
    run: ({ tx, now }, { bulletinId }) => withdrawBulletin(tx, { bulletinId, isWithdrawn, now }),
  });

/** [AE1] [AE3] Announcements of the programme. */
export const bulletinOperations = {
  'bulletin.write': operation({
    input: Written,
    right,
    refusals: {},
    run: async ({ tx, by, now, newId }, { fields }) =>
      ok(await writeBulletin(tx, { bulletinId: newId(), fields, by, now })),
  }),

  'bulletin.change': operation({
    input: OfBulletin.and(Written),
    right,
    refusals: {},
    run: ({ tx, now }, { bulletinId, fields }) => changeBulletin(tx, { bulletinId, fields, now }),
  }),

  'bulletin.publish': operation({
    input: OfBulletin,
    right,
    refusals: { 'bulletin.notDraft': '' },
    run: ({ tx, now }, { bulletinId }) => publishBulletin(tx, { bulletinId, now }),
  }),

  'bulletin.withdraw': withdrawing(true),
  'bulletin.restore': withdrawing(false),
};
