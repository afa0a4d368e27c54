import { eq } from 'drizzle-orm';
import type { Tx } from '../../kernel/transaction.ts';
import { themes } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import { createFacilitator } from '../../programme/facilitator/facilitator-changes.ts';
import { tieFacilitator } from '../../programme/facilitator/facilitator-ties.ts';
import {
  createIssue,
  holdIssue,
  linkSource,
  shareIssue,
} from '../../programme/local-issue/local-issue-changes.ts';
import { keepInterview, keepNote } from '../../programme/local-issue/local-issue-notes.ts';
import { demoFacilitator, demoIssues, demoTerritory } from '../demo/local-issues.ts';
import { demoOrganisations } from '../demo/organisations.ts';
import type { DemoWorld } from '../demo-world.ts';
import { installMissions } from './missions.ts';

const NETWORK_SINCE = '2023-01-12T09:00:00+01:00';

/** Keeps the mission of the demonstration, its challenges with what they come from, and one structure of the network. */
export async function installLocalIssues(tx: Tx, world: DemoWorld): Promise<void> {
  await installMissions(tx, world);
  const { idOf, newId, at, day } = world;
  for (const demo of demoIssues) {
    const who = { by: idOf(demo.by), now: at(demo.at) };
    const [theme] = await tx.select({ id: themes.id }).from(themes).where(eq(themes.key, demo.theme));
    const organisationId = idOf(demo.city);
    const issueId = newId();
    const { title, context } = demo;
    const fields = { title, context, themeId: theme?.id ?? '', organisationId };
    must(await createIssue(tx, { issueId, fields, rowId: newId(), ...who }));
    const issue = await holdIssue(tx, issueId);
    if (!issue) throw new Error(`${title} is not there`);
    const ofIssue = { issue, person: { platformRole: 'member', organisationId }, ...who } as const;
    if (demo.interview) {
      const { consent, quotation, metOn, ...said } = demo.interview;
      const interviewId = await keepInterview(tx, {
        organisationId,
        fields: { ...said, metOn: day(metOn) },
        consent,
        newId,
        ...who,
      });
      must(await linkSource(tx, { ...ofIssue, of: { interviewId }, quotation, rowId: newId() }));
    }
    if (demo.note) {
      const watchNoteId = newId();
      await keepNote(tx, { id: watchNoteId, organisationId, fields: demo.note, ...who });
      must(await linkSource(tx, { ...ofIssue, of: { watchNoteId }, quotation: '', rowId: newId() }));
    }
    for (const key of demo.sharedBy) {
      const by = idOf(key);
      const [person] = await tx
        .select({ organisationId: users.organisationId })
        .from(users)
        .where(eq(users.id, by));
      const ofCity = { issue, organisationId: person?.organisationId ?? null };
      must(await shareIssue(tx, { ...ofCity, rowId: newId(), by, now: who.now }));
    }
  }
  // The register is loaded with the first list of cities: until then nothing says which territory it covers.
  const saved = await createFacilitator(tx, {
    id: idOf('structure'),
    fields: demoFacilitator,
    areas: [],
    by: idOf('claire-oudin'),
    now: at(NETWORK_SINCE),
  });
  must(saved);
  // Its cities are invented: the register places none of them, so that the structure names them.
  const cities = demoTerritory.map((key) => demoOrganisations.find((one) => one.key === key)?.name ?? '');
  const organisation = demoFacilitator.name;
  must(await tieFacilitator(tx, { id: idOf('structure'), organisation, cities, now: at(NETWORK_SINCE) }));
}

function must<T>(
  done: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string },
): T {
  if (!done.ok) throw new Error(`the challenges of the demonstration: ${done.error}`);
  return done.value;
}
