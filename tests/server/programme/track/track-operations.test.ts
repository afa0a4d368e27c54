import { describe, expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import { findOrMakeWanted } from '#db/library/need/wanted-datasets.ts';
import { listKnownDocuments, listKnownPeople } from '#db/programme/track/track-choices.ts';
import { listTrackEnds, listTracksOfWanted } from '#db/programme/track/track-links.ts';
import { findTrack, listTrackSteps, listTracks } from '#db/programme/track/tracks.ts';
import { aDocument, aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import type { Registered } from '#server/registry.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import type { ProgrammeStanding } from '#shared/people/organisation/organisation-access.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const later = new Date('2023-04-14T09:00:00Z');
const fields = { title: 'Arbres urbains', purpose: '', schemaName: '', isForCommonCore: 'oui' };
const [forbidden, absent] = ['access.forbidden', 'access.notFound'];

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
  const opened = await operationsOn(db, { now: () => now }).run('track.open', claire, fields);
  const trackId = opened.ok ? opened.value.id : '';
  const does = async (who: typeof claire, name: keyof Registered, input: object) => {
    const operations = operationsOn(db, { now: () => who.now });
    const done = await operations.run(name, who, { trackId, ...input } as never);
    return done.ok ? 'ok' : done.error;
  };
  const link = { kind: 'organisation', id: valmont.id };
  expect(await does(claire, 'track.link', link)).toBe('ok');
  return { db, site, claire, nadia, yann, aurelie, trackId, valmont, aubin, does };
}
const withTrack = (run: (world: Awaited<ReturnType<typeof fill>>) => Promise<void>) =>
  withDb(async (db) => run(await fill(db)));

describe('[ST1] [ST3] who does what', () => {
  test('the coordination opens, those who take part write, the programme reads, guests find nothing', () =>
    withTrack(async ({ db, claire, nadia, yann, aurelie, trackId, does }) => {
      expect(await does(nadia, 'track.open', fields)).toBe(forbidden);
      expect(await does(aurelie, 'track.open', fields)).toBe(absent);
      const change = (who: typeof nadia) => does(who, 'track.change', fields);
      expect(await change(claire)).toBe('ok');
      expect(await change(nadia)).toBe('ok');
      expect(await change(yann)).toBe(forbidden);
      expect(await change(aurelie)).toBe(absent);
      expect(await findTrack(db, { trackId, ...yann })).toMatchObject({ mayWrite: false, mayManage: false });
      expect(await findTrack(db, { trackId, ...aurelie })).toBeNull();
      expect(await listTracks(db, nadia)).toMatchObject({ tracks: [{ mayWrite: true }], mayManage: false });
      expect(await listTracks(db, aurelie)).toBeNull();
    }));
});

describe('[ST2] phases', () => {
  test('are dated, the coordination’s, and the second of two is told', () =>
    withTrack(async ({ db, claire, nadia, aurelie, trackId, does }) => {
      const move = (who: typeof nadia, to: 'construction' | 'investigation', rank: number, why = '') =>
        does({ ...who, now: later }, 'track.move', { to, why, rank });
      expect(await move(nadia, 'construction', 1)).toBe(forbidden);
      expect(await move(aurelie, 'construction', 1)).toBe(absent);
      expect(await move(claire, 'construction', 1)).toBe('ok');
      expect(await move(claire, 'construction', 1)).toBe('track.changedSince');
      expect(await move(claire, 'investigation', 2)).toBe('track.whyMissing');
      expect(await listTrackSteps(db, asReadable(trackId))).toMatchObject([
        { rank: 1, from: null, to: 'investigation', at: now },
        { rank: 2, from: 'investigation', to: 'construction', at: later },
      ]);
    }));
});

describe('[ST4] links', () => {
  test('a text of a closed group is linked by whoever reads it, and only counted for others', () =>
    withTrack(async ({ db, site, claire, nadia, yann, aurelie, trackId, does }) => {
      const group = await aGroup(site);
      await aMember(site, { groupId: group.id, userId: nadia.userId, role: 'contributor' });
      const document = await aDocument(site, {
        groupId: group.id,
        createdBy: nadia.userId,
        title: 'Brouillon',
      });
      const link = (who: typeof nadia, id = document.id) => does(who, 'track.link', { kind: 'document', id });
      expect(await listKnownDocuments(db, nadia)).toEqual([{ id: document.id, name: 'Brouillon' }]);
      expect(await listKnownDocuments(db, yann)).toEqual([]);
      expect(await listKnownPeople(db, yann)).toMatchObject([{ id: yann.userId }]);
      expect(await link(yann)).toBe(forbidden);
      expect(await link(aurelie)).toBe(absent);
      expect(await link(nadia, site.newId())).toBe('track.objectNotFound');
      expect(await link(nadia)).toBe('ok');
      expect(await link(nadia)).toBe('ok');
      expect(await listTrackEnds(db, { trackId, ...nadia })).toMatchObject({
        document: [{ id: document.id, name: 'Brouillon' }],
        hidden: 0,
      });
      expect(await listTrackEnds(db, { trackId, ...yann })).toMatchObject({ document: [], hidden: 1 });
      const off = { kind: 'document', id: document.id };
      expect(await does(yann, 'track.unlink', off)).toBe(forbidden);
      expect(await does(claire, 'track.unlink', off)).toBe('ok');
      expect(await listTrackEnds(db, { trackId, ...nadia })).toMatchObject({ document: [], hidden: 0 });
    }));

  test('who takes part is the coordination’s to say; a wanted dataset knows its tracks', () =>
    withTrack(async ({ db, site, claire, nadia, yann, trackId, does }) => {
      const person = { kind: 'person', id: yann.userId };
      expect(await does(nadia, 'track.link', person)).toBe(forbidden);
      expect(await does(claire, 'track.link', person)).toBe('ok');
      expect(await does(yann, 'track.change', fields)).toBe('ok');
      const id = await findOrMakeWanted(db, { name: 'Arbres', newId: site.newId(), now });
      expect(await does(yann, 'track.link', { kind: 'wanted', id })).toBe('ok');
      const tracks = (standing: ProgrammeStanding) => listTracksOfWanted(db, { wantedId: id, standing });
      expect(await tracks('member')).toEqual([{ id: trackId, title: 'Arbres urbains' }]);
      expect(await tracks('guest')).toEqual([]);
      expect(await listTrackEnds(db, { trackId, ...nadia })).toMatchObject({
        wanted: [{ name: 'Arbres' }],
        person: [{ id: yann.userId }],
      });
    }));
});
