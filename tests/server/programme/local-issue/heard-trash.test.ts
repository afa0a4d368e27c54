import { expect, test } from 'vitest';
import { findTitle } from '#db/kinds.ts';
import { listHeard } from '#db/programme/local-issue/local-issue-notes.ts';
import { findIssue } from '#db/programme/local-issue/local-issues.ts';
import type { Registered } from '#server/registry.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { type MissionWorld, withMission } from '#tests/support/programme/missions.ts';

type Name = 'nadia' | 'claire' | 'marc' | 'lea' | 'yann' | 'guest';

/** What this person does, and what came of it. */
async function does({ db, people }: MissionWorld, who: Name, name: keyof Registered, input: object) {
  const { userId, now } = people[who];
  return operationsOn(db, { now: () => now }).run(name, { userId }, input as never);
}

/** A challenge of Valmont that comes from an interview, which may be quoted, and from a watch note. */
async function kept(world: MissionWorld) {
  const city = world.valmont.id;
  const said = { personName: 'Agnès', personFunction: '', personOrganisation: '', metOn: '2023-02-20' };
  const consent = { consentNote: 'par courriel', hasConsent: 'oui' };
  const idOf = async (name: keyof Registered, input: object) => {
    const made = await does(world, 'nadia', name, { ...input, city });
    if (!made.ok) throw new Error(made.error);
    return (made.value as { id: string }).id;
  };
  const interview = await idOf('stakeholderInterview.keep', { ...said, ...consent, notes: 'Chaud' });
  const note = await idOf('watchNote.keep', {
    title: 'Étude',
    url: 'https://exemple.fr/',
    says: 'Les cours',
  });
  const issueId = await idOf('localIssue.create', { title: 'Ombre ?', context: '', theme: world.themeId });
  for (const of of [`interview:${interview}`, `note:${note}`])
    await does(world, 'nadia', 'localIssue.linkSource', { issueId, of, quotation: 'Chaud' });
  return {
    issueId,
    refs: [
      { kind: 'interview', id: interview },
      { kind: 'note', id: note },
    ] as const,
  };
}

test('[LI8] what a city heard is thrown away and taken back by those who write for it', () =>
  withMission(async (world) => {
    const { refs } = await kept(world);
    for (const ref of refs) {
      for (const [who, error] of [
        ['lea', 'access.notFound'],
        ['yann', 'access.notFound'],
        ['guest', 'access.notFound'],
        ['marc', 'access.forbidden'],
      ] as const)
        expect(await does(world, who, 'heard.trash', ref), who).toMatchObject({ error });
      expect(await does(world, 'nadia', 'heard.restore', ref)).toMatchObject({ error: 'access.notFound' });
      expect(await does(world, 'nadia', 'heard.trash', ref)).toMatchObject({ ok: true });
      expect(await does(world, 'nadia', 'heard.trash', ref)).toMatchObject({ error: 'access.notFound' });
      expect(await does(world, 'lea', 'heard.restore', ref)).toMatchObject({ error: 'access.notFound' });
      expect(await does(world, 'claire', 'heard.restore', ref)).toMatchObject({ ok: true });
    }
  }));

test('[LI8] in the trash nobody reads it, finds it or is told of it where it was quoted; then all of it is there again', () =>
  withMission(async (world) => {
    const { db, people } = world;
    const { issueId, refs } = await kept(world);
    const read = async () => {
      const heard = await listHeard(db, people.nadia);
      return {
        listed: [...(heard?.interviews ?? []), ...(heard?.notes ?? [])].length,
        trashed: heard?.trashed.length,
        sources: (await findIssue(db, { issueId, ...people.lea }))?.sources.length,
        found: (await Promise.all(refs.map((ref) => findTitle(db, ref)))).filter(Boolean).length,
      };
    };
    const whole = { listed: 2, trashed: 0, sources: 2, found: 2 };
    expect(await read()).toEqual(whole);
    for (const ref of refs) await does(world, 'nadia', 'heard.trash', ref);
    expect(await read()).toEqual({ listed: 0, trashed: 2, sources: 0, found: 0 });
    expect((await listHeard(db, people.marc))?.trashed).toEqual([]);
    const again = { issueId, of: `interview:${refs[0].id}`, quotation: '' };
    const refused = { error: 'localIssue.sourceNotOfCity' };
    expect(await does(world, 'nadia', 'localIssue.linkSource', again)).toMatchObject(refused);
    for (const ref of refs) await does(world, 'nadia', 'heard.restore', ref);
    expect(await read()).toEqual(whole);
  }));
