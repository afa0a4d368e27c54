import { countVote, parseChoices } from '#shared/meetings/held/vote.ts';
import type { Db } from '../../kernel/client.ts';
import { meetingAttendances, meetingBallots, meetingRuns, meetingVotes } from '../../meetings/held/schema.ts';
import { demoGroups } from '../demo/groups.ts';
import type { DemoMeeting } from '../demo/meetings.ts';
import { demoOrganisations } from '../demo/organisations.ts';
import { demoPeople } from '../demo/people.ts';
import type { DemoWorld } from '../demo-world.ts';
import { spanOf } from './meetings.ts';

/** What a meeting of the demonstration that was held came to: who was there, how long each item took, and a vote. */
export async function installHeld(tx: Db, world: DemoWorld, meeting: DemoMeeting): Promise<void> {
  if (!meeting.isHeld) return;
  const { idOf, newId } = world;
  const { key, group, items, answers } = meeting;
  const meetingId = idOf(`meeting ${key}`);
  const { startsAt } = spanOf(world, meeting);
  const spent = items.map(({ minutes }, rank) => [idOf(`meeting ${key} ${rank}`), (minutes + 2) * 60]);
  await tx.insert(meetingRuns).values({ meetingId, spent: Object.fromEntries(spent), revision: 1 });
  const organisationOf = (person: string) => demoPeople.find((one) => one.key === person)?.organisation ?? '';
  for (const { person, answer } of answers) {
    const isThere = answer === 'yes';
    await tx.insert(meetingAttendances).values({
      id: newId(),
      meetingId,
      userId: idOf(person),
      organisationId: idOf(organisationOf(person)),
      presence: isThere ? 'present' : 'excused',
      mode: 'onSite',
      arrivedAt: isThere ? startsAt : null,
    });
  }
  const roles = demoGroups.find((one) => one.key === group)?.members ?? [];
  const present = answers.filter(({ person, answer }) => {
    const role = roles.find((member) => member.person === person)?.role;
    return answer === 'yes' && (role === 'facilitator' || role === 'contributor');
  });
  const choices = parseChoices('Pour\nContre');
  if (!choices.ok || present.length === 0) return;
  const voices = new Map(present.map(({ person }) => [organisationOf(person), person]));
  const voters = [...voices.keys()].map((organisation) => `organisation:${idOf(organisation)}`);
  const voteId = newId();
  const [openedAt, closedAt] = [40, 45].map((minutes) => new Date(startsAt.getTime() + minutes * 60_000));
  if (!openedAt || !closedAt) return;
  await tx.insert(meetingVotes).values({
    ...{ id: voteId, meetingId, choices: choices.value, openedAt, closedAt },
    question: 'Retenir les critères proposés',
    by: 'organisation',
    isSecret: false,
    quorum: 'half',
    openedBy: idOf('claire-oudin'),
    result: countVote({
      choices: choices.value,
      voices: voters.map((voter) => ({ voter, choice: 'choix-1' })),
      voters,
      represented: voters.length,
      quorum: 'half',
    }),
  });
  await tx.insert(meetingBallots).values(
    [...voices].map(([organisation, person]) => ({
      voteId,
      voter: `organisation:${idOf(organisation)}`,
      voterName: demoOrganisations.find((one) => one.key === organisation)?.name ?? '',
      choice: 'choix-1',
      castBy: idOf(person),
      castAt: closedAt,
    })),
  );
}
