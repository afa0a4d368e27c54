import { createHash } from 'node:crypto';
import { asc, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../kernel/transaction.ts';
import { themes } from '../../people/group/schema.ts';
import { createExperiment } from '../../programme/experiment/experiments.ts';
import { experimentOrganisations } from '../../programme/experiment/schema.ts';
import { holdMission } from '../../programme/mission/mission-change.ts';
import { logDay } from '../../programme/mission/mission-days.ts';
import {
  addDeliverable,
  answerDelivery,
  submitDelivery,
} from '../../programme/mission/mission-deliverables.ts';
import { extendMission, orderMission } from '../../programme/mission/mission-orders.ts';
import { demoMission as demo } from '../demo/missions.ts';
import type { DemoWorld } from '../demo-world.ts';

/** Orders the mission of the demonstration for an experiment of its city, and lives its first weeks. */
export async function installMissions(tx: Tx, world: DemoWorld): Promise<void> {
  const { idOf, newId, at, day } = world;
  const missionId = idOf('mission');
  const who = (person: string, when: string) => ({ missionId, userId: idOf(person), now: at(when) });
  const by = async (person: string, when: string) => {
    const held = await holdMission(tx, who(person, when));
    if (!held) throw new Error(`the mission of the demonstration is not there for ${person}`);
    return { mission: held.mission, by: idOf(person), now: at(when) };
  };
  const experimentId = await experimentOf(tx, world);
  const cityId = idOf(demo.city);
  must(
    await orderMission(tx, {
      ...who('claire-oudin', demo.orderedAt),
      newId,
      order: {
        ...demo.order,
        experimentId,
        firmId: idOf('cartes-et-milieux'),
        cityIds: [cityId],
        consultantIds: [idOf('camille-roche')],
        startsOn: day(demo.startsOn),
        endsOn: day(demo.endsOn),
        letterDocumentId: null,
      },
    }),
  );
  for (const { day: worked, quarters, work, loggedAt } of demo.days)
    must(
      await logDay(tx, {
        ...(await by('camille-roche', loggedAt)),
        dayId: newId(),
        worked: {
          organisationId: cityId,
          consultantId: idOf('camille-roche'),
          day: day(worked),
          quarters,
          work,
        },
      }),
    );
  for (const { title, dueOn, handed } of demo.deliverables) {
    const [deliverableId, deliveryId] = [newId(), newId()];
    const owed = { deliverableId, title, dueOn: day(dueOn) };
    await addDeliverable(tx, { ...(await by('camille-roche', demo.orderedAt)), ...owed });
    if (!handed) continue;
    const { text: exactText, note, answer } = handed;
    const sha256 = createHash('sha256').update(exactText).digest('hex');
    const content = { documentId: null, seq: null, exactText, sha256 };
    must(
      await submitDelivery(tx, {
        ...(await by('camille-roche', handed.at)),
        deliverableId,
        deliveryId,
        note,
        content,
      }),
    );
    const { at: answeredAt, verdict, reason } = answer;
    must(
      await answerDelivery(tx, { ...(await by('nadia-ferrand', answeredAt)), deliveryId, verdict, reason }),
    );
  }
  must(
    await extendMission(tx, {
      ...(await by('claire-oudin', demo.extension.at)),
      grantId: newId(),
      quarters: demo.extension.quarters,
      endsOn: day(demo.extension.endsOn),
      reason: demo.extension.reason,
    }),
  );
}

/** The experiment of its city, opened now when there is none. */
async function experimentOf(tx: Tx, { idOf, newId, at, day }: DemoWorld): Promise<string> {
  const organisationId = idOf(demo.city);
  const [known] = await tx
    .select({ id: experimentOrganisations.experimentId })
    .from(experimentOrganisations)
    .where(eq(experimentOrganisations.organisationId, organisationId))
    .orderBy(desc(experimentOrganisations.isLead), asc(experimentOrganisations.experimentId))
    .limit(1);
  if (known) return known.id;
  const [theme] = await tx.select({ id: themes.id }).from(themes).where(eq(themes.key, 'biodiversite'));
  const made = await createExperiment(tx, {
    ...demo.experiment,
    experimentId: newId(),
    userId: idOf('claire-oudin'),
    now: at(demo.orderedAt),
    themeId: theme?.id ?? '',
    applicationId: null,
    organisations: [{ organisationId, isLead: true }],
    startsOn: day(demo.startsOn),
    endsOn: day('2023-09-29'),
    newId,
  });
  if (!made.ok) throw new Error(`the mission of the demonstration: ${made.error}`);
  return made.value.id;
}

function must(done: { readonly ok: boolean; readonly error?: string }): void {
  if (!done.ok) throw new Error(`the mission of the demonstration: ${done.error}`);
}
