import type { SlotAnswer } from '#shared/meetings/date-poll/date-poll.ts';
import type { GroupKey } from './groups.ts';
import type { PersonKey } from './people.ts';

export interface DemoDatePoll {
  readonly key: string;
  readonly group: GroupKey;
  readonly by: PersonKey;
  readonly title: string;
  readonly description: string;
  readonly openedAt: string;
  readonly closesOn: string;
  /** ISO date, and hours of Paris. */
  readonly slots: readonly { readonly day: string; readonly start: string; readonly end: string }[];
  /** One answer a slot, in their order; what somebody first said of one of them. */
  readonly answers: readonly {
    readonly person: PersonKey;
    readonly at: string;
    readonly said: readonly SlotAnswer[];
    readonly before?: { readonly slot: number; readonly said: SlotAnswer; readonly at: string };
  }[];
}

/** Of the first group: the date of its seventh meeting, which some have answered. */
export const demoDatePolls: readonly DemoDatePoll[] = [
  {
    key: 'chaleur-7',
    group: 'chaleur',
    by: 'claire-oudin',
    title: 'Séance 7, poser les capteurs',
    description: 'Une demi-journée sur le terrain, à Valmont-sur-Loire : prévoyez le trajet.',
    openedAt: '2023-03-09T10:20:00+01:00',
    closesOn: '2023-03-24',
    slots: [
      { day: '2023-04-11', start: '14:00', end: '17:00' },
      { day: '2023-04-13', start: '09:30', end: '12:30' },
      { day: '2023-04-18', start: '14:00', end: '17:00' },
    ],
    answers: [
      { person: 'claire-oudin', at: '2023-03-09T10:24:00+01:00', said: ['yes', 'yes', 'ifNeeded'] },
      {
        person: 'julien-morel',
        at: '2023-03-10T09:05:00+01:00',
        said: ['no', 'yes', 'yes'],
        before: { slot: 0, said: 'ifNeeded', at: '2023-03-09T14:41:00+01:00' },
      },
      { person: 'yann-le-goff', at: '2023-03-10T16:32:00+01:00', said: ['ifNeeded', 'yes', 'no'] },
      { person: 'marc-delattre', at: '2023-03-13T11:12:00+01:00', said: ['yes', 'ifNeeded', 'no'] },
    ],
  },
];
