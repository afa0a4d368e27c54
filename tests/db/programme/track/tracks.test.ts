import { describe, expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import { findOrMakeWanted } from '#db/library/need/wanted-datasets.ts';
import { listKnownDocuments, listKnownPeople } from '#db/programme/track/track-choices.ts';
import { linkTrack, listTrackEnds, listTracksOfWanted } from '#db/programme/track/track-links.ts';
import {
  changeTrack,
  createTrack,
  findTrack,
  listTrackSteps,
  listTracks,
  moveTrack,
} from '#db/programme/track/tracks.ts';
import { aDocument, aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const later = new Date('2023-04-14T09:00:00Z');
const fields = { title: 'Arbres urbains', purpose: '', schemaName: '', isForCommonCore: true };
const forbidden = { ok: false, error: 'access.forbidden' };
const absent = { ok: false, error: 'access.notFound' };

/** A track opened by Claire of the coordination; Nadia’s city takes part, Yann’s does not, Aurélie is a guest. */
async function fill(db: Tx) {
  const site = siteOf(db, now);
  const [valmont, aubin] = [await anOrganisation(site), await anOrganisation(site, { name: 'Aubin' })];
  const of = async (options: Parameters<typeof aPerson>[1]) => ({
    userId: (await aPerson(site, options)).id,
    now,
  });
  const claire = await of({ platformRole: 'coordinator' });
  const [nadia, yann, aurelie] = [
    await of({ organisationId: valmont.id }),
    await of({ organisationId: aubin.id }),
    await of({}),
  ];
  const trackId = site.newId();
  expect(await createTrack(db, { trackId, fields, ...claire })).toEqual({ ok: true });
  const link = { trackId, kind: 'organisation' as const, id: valmont.id, isLinked: true };
  expect(await linkTrack(db, { ...link, ...claire })).toEqual({ ok: true });
  return { db, site, claire, nadia, yann, aurelie, trackId, valmont, aubin };
}
const withTrack = (run: (world: Awaited<ReturnType<typeof fill>>) => Promise<void>) =>
  withDb(async (db) => run(await fill(db)));

describe('[ST1] [ST3] who does what', () => {
  test('the coordination opens, those who take part write, the programme reads, guests find nothing', () =>
    withTrack(async ({ db, site, claire, nadia, yann, aurelie, trackId }) => {
      const open = (who: typeof nadia) => createTrack(db, { trackId: site.newId(), fields, ...who });
      expect(await open(nadia)).toEqual(forbidden);
      expect(await open(aurelie)).toEqual(absent);
      const change = (who: typeof nadia) => changeTrack(db, { trackId, fields, ...who });
      expect(await change(claire)).toEqual({ ok: true });
      expect(await change(nadia)).toEqual({ ok: true });
      expect(await change(yann)).toEqual(forbidden);
      expect(await change(aurelie)).toEqual(absent);
      expect(await findTrack(db, { trackId, ...yann })).toMatchObject({ mayWrite: false, mayManage: false });
      expect(await findTrack(db, { trackId, ...aurelie })).toBeNull();
      expect(await listTracks(db, nadia)).toMatchObject({ tracks: [{ mayWrite: true }], mayManage: false });
      expect(await listTracks(db, aurelie)).toBeNull();
    }));
});

describe('[ST2] phases', () => {
  test('are dated, the coordination’s, and the second of two is told', () =>
    withTrack(async ({ db, claire, nadia, aurelie, trackId }) => {
      const move = (who: typeof nadia, to: 'construction' | 'investigation', rank: number, why = '') =>
        moveTrack(db, { trackId, to, why, rank, ...who, now: later });
      expect(await move(nadia, 'construction', 1)).toEqual(forbidden);
      expect(await move(aurelie, 'construction', 1)).toEqual(absent);
      expect(await move(claire, 'construction', 1)).toEqual({ ok: true });
      expect(await move(claire, 'construction', 1)).toEqual({ ok: false, error: 'track.changedSince' });
      expect(await move(claire, 'investigation', 2)).toEqual({ ok: false, error: 'track.whyMissing' });
      expect(await listTrackSteps(db, trackId)).toMatchObject([
        { rank: 1, from: null, to: 'investigation', at: now },
        { rank: 2, from: 'investigation', to: 'construction', at: later },
      ]);
    }));
});

describe('[ST4] links', () => {
  test('a text of a closed group is linked by whoever reads it, and only counted for others', () =>
    withTrack(async ({ db, site, claire, nadia, yann, aurelie, trackId }) => {
      const group = await aGroup(site);
      await aMember(site, { groupId: group.id, userId: nadia.userId, role: 'contributor' });
      const document = await aDocument(site, {
        groupId: group.id,
        createdBy: nadia.userId,
        title: 'Brouillon',
      });
      const link = { trackId, kind: 'document' as const, id: document.id, isLinked: true };
      expect(await listKnownDocuments(db, nadia)).toEqual([{ id: document.id, name: 'Brouillon' }]);
      expect(await listKnownDocuments(db, yann)).toEqual([]);
      expect(await listKnownPeople(db, yann)).toMatchObject([{ id: yann.userId }]);
      expect(await linkTrack(db, { ...link, ...yann })).toEqual(forbidden);
      expect(await linkTrack(db, { ...link, ...aurelie })).toEqual(absent);
      expect(await linkTrack(db, { ...link, id: site.newId(), ...nadia })).toEqual({
        ok: false,
        error: 'track.objectNotFound',
      });
      expect(await linkTrack(db, { ...link, ...nadia })).toEqual({ ok: true });
      expect(await linkTrack(db, { ...link, ...nadia })).toEqual({ ok: true });
      expect(await listTrackEnds(db, { trackId, ...nadia })).toMatchObject({
        document: [{ id: document.id, name: 'Brouillon' }],
        hidden: 0,
      });
      expect(await listTrackEnds(db, { trackId, ...yann })).toMatchObject({ document: [], hidden: 1 });
      expect(await linkTrack(db, { ...link, isLinked: false, ...claire })).toEqual({ ok: true });
      expect(await listTrackEnds(db, { trackId, ...nadia })).toMatchObject({ document: [], hidden: 0 });
    }));

  test('who takes part is the coordination’s to say; a wanted dataset knows its tracks', () =>
    withTrack(async ({ db, site, claire, nadia, yann, trackId }) => {
      const person = { trackId, kind: 'person' as const, id: yann.userId, isLinked: true };
      expect(await linkTrack(db, { ...person, ...nadia })).toEqual(forbidden);
      expect(await linkTrack(db, { ...person, ...claire })).toEqual({ ok: true });
      expect(await changeTrack(db, { trackId, fields, ...yann })).toEqual({ ok: true });
      const id = await findOrMakeWanted(db, { name: 'Arbres', newId: site.newId(), now });
      expect(await linkTrack(db, { trackId, kind: 'wanted', id, isLinked: true, ...yann })).toEqual({
        ok: true,
      });
      expect(await listTracksOfWanted(db, id)).toEqual([{ id: trackId, title: 'Arbres urbains' }]);
      expect(await listTrackEnds(db, { trackId, ...nadia })).toMatchObject({
        wanted: [{ name: 'Arbres' }],
        person: [{ id: yann.userId }],
      });
    }));
});
