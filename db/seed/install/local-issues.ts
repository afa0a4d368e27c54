import { eq } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import { themes } from '../../people/group/schema.ts';
import { saveFacilitator } from '../../programme/facilitator/facilitator-changes.ts';
import { createIssue, linkSource, shareIssue } from '../../programme/local-issue/local-issue-changes.ts';
import { keepInterview, keepNote } from '../../programme/local-issue/local-issue-notes.ts';
import { demoFacilitator, demoIssues } from '../demo/local-issues.ts';
import type { DemoWorld } from '../demo-world.ts';
import { installMissions } from './missions.ts';

/** Keeps the mission of the demonstration, its challenges with what they come from, and one structure of the network. */
export async function installLocalIssues(tx: Db, world: DemoWorld): Promise<void> {
  await installMissions(tx, world);
  const { idOf, newId, at, day } = world;
  for (const demo of demoIssues) {
    const who = { userId: idOf(demo.by), now: at(demo.at) };
    const [theme] = await tx.select({ id: themes.id }).from(themes).where(eq(themes.key, demo.theme));
    const organisationId = idOf(demo.city);
    const issueId = newId();
    const { title, context } = demo;
    const fields = { title, context, themeId: theme?.id ?? '', organisationId };
    must(await createIssue(tx, { issueId, fields, newId, ...who }));
    if (demo.interview) {
      const { consent, quotation, metOn, ...said } = demo.interview;
      const kept = await keepInterview(tx, {
        organisationId,
        fields: { ...said, metOn: day(metOn) },
        consent,
        newId,
        ...who,
      });
      const of = { interviewId: must(kept).id };
      must(await linkSource(tx, { issueId, of, quotation, rowId: newId(), ...who }));
    }
    if (demo.note) {
      const kept = await keepNote(tx, { organisationId, fields: demo.note, noteId: newId(), ...who });
      const of = { watchNoteId: must(kept).id };
      must(await linkSource(tx, { issueId, of, quotation: '', rowId: newId(), ...who }));
    }
    for (const person of demo.sharedBy)
      must(
        await shareIssue(tx, {
          issueId,
          isSharing: true,
          rowId: newId(),
          userId: idOf(person),
          now: who.now,
        }),
      );
  }
  // The register is loaded with the first list of cities: until then nothing says which territory it covers.
  const saved = await saveFacilitator(tx, {
    id: newId(),
    isNew: true,
    fields: demoFacilitator,
    areas: [],
    userId: idOf('claire-oudin'),
    now: at('2023-01-12T09:00:00+01:00'),
  });
  must(saved);
}

function must<T>(
  done: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string },
): T {
  if (!done.ok) throw new Error(`the challenges of the demonstration: ${done.error}`);
  return done.value;
}
