import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { NextMeeting } from './next-meeting.tsx';
import type { Target } from './remind-form.tsx';

/** [CK1] What the page of a group's facilitators shows. */
export interface Cockpit {
  readonly next: (NextMeeting & { readonly proposed: number; readonly unanswered: readonly Target[] }) | null;
  readonly cities: readonly {
    readonly organisation: OrganisationBadge;
    readonly last: Date | null;
    readonly targets: readonly Target[];
  }[];
  readonly late: readonly {
    readonly organisation: OrganisationBadge | null;
    readonly cards: readonly {
      readonly id: string;
      readonly title: string;
      readonly due: string | null;
      readonly board: { readonly id: string; readonly title: string };
    }[];
    readonly targets: readonly Target[];
  }[];
  readonly texts: readonly {
    readonly id: string;
    readonly title: string;
    readonly parts: readonly { readonly id: string; readonly text: string }[];
    readonly written: readonly OrganisationBadge[];
    readonly missing: readonly { readonly organisation: OrganisationBadge }[];
    readonly targets: readonly Target[];
  }[];
  readonly joins: number;
  readonly access: readonly { readonly id: string; readonly title: string; readonly waiting: number }[];
  readonly minutes: readonly { readonly id: string; readonly title: string; readonly startsAt: Date }[];
}
