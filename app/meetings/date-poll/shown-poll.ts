import type { DatePollPhase, SlotAnswer } from '#shared/meetings/date-poll/date-poll.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';

/** A slot, as the page of its poll shows it. */
export interface ShownSlot {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  /** It suits most. */
  readonly isBest: boolean;
  readonly counts: Readonly<Record<SlotAnswer | 'none', number>>;
}

/** What the parts of the page of a poll show. */
export interface ShownPoll {
  readonly poll: { readonly title: string };
  readonly phase: DatePollPhase;
  readonly slots: readonly ShownSlot[];
  readonly people: readonly (PersonBadge & {
    readonly answers: Readonly<Partial<Record<string, SlotAnswer>>>;
  })[];
  /** How many have not answered every slot to come. */
  readonly waiting: number;
  /** What was said first and changed since. */
  readonly replaced: readonly {
    readonly slotId: string;
    readonly answer: SlotAnswer;
    readonly replacedAt: Date;
    readonly name: string;
  }[];
}
