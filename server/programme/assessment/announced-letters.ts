import type { Announced } from '#db/programme/assessment/announcements.ts';
import { committee } from '#shared/programme/assessment/committee.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import type { Letter } from '../../kernel/mail/letter.ts';
import type { Recipient } from '../../kernel/mail/mailer.ts';

const words = committee.letter;
const { told, place } = committee.candidate;

/** [AS11] What is announced, to everybody whom it concerns. */
export function announcedLetters(
  announced: readonly Announced[],
  link: (path: string) => string,
): { readonly to: Recipient; readonly letter: Letter }[] {
  return announced.flatMap(({ people, ...decision }) =>
    people.map((to) => ({ to, letter: announcedLetter(to.name, decision, link) })),
  );
}

function announcedLetter(
  name: string,
  {
    applicationId: id,
    number,
    title,
    callTitle,
    outcome,
    waitingRank,
    motivation,
    isToComplete,
  }: Omit<Announced, 'people'>,
  link: (path: string) => string,
): Letter {
  return {
    subject: words.subject(callTitle),
    paragraphs: [
      words.hello(name),
      words.about(number, title),
      waitingRank === null ? told[outcome] : `${told[outcome]} ${place(waitingRank)}`,
      ...motivation.split(/\n+/).filter((line) => line.trim() !== ''),
      ...(isToComplete ? [words.toComplete] : []),
    ],
    action: { label: words.action, href: link(programmePaths.announcedDecision({ id })) },
    notice: words.notice,
  };
}
