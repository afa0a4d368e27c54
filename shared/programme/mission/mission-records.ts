import type { Readable } from '#shared/kernel/access/readable.ts';
import type { MissionStanding } from '#shared/programme/mission/mission-access.ts';
import type { DeliveryVerdict, MissionState } from './mission.ts';

/** A mission as lists show it. */
export interface ListedMission {
  readonly id: string;
  readonly title: string;
  readonly state: MissionState;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly grantedQuarters: number;
  readonly usedQuarters: number;
  readonly dailyPriceCents: number | null;
  readonly experiment: { readonly id: string; readonly title: string };
  readonly firm: { readonly id: string; readonly name: string };
  readonly cities: readonly { readonly id: string; readonly name: string }[];
}

/** A mission as its page shows it. */
export interface MissionForMember extends ListedMission {
  readonly id: Readable<'mission'>;
  readonly standing: MissionStanding;
  readonly purpose: string;
  readonly letter: { readonly id: string; readonly title: string } | null;
  readonly createdAt: Date;
  readonly consultants: readonly { readonly id: string; readonly name: string }[];
}

/** Work of one day, as it is logged. */
export interface WorkedDay {
  readonly organisationId: string;
  readonly consultantId: string;
  readonly day: string;
  readonly quarters: number;
  readonly work: string;
}

/** A row of the log of a mission. */
export interface LoggedDay extends WorkedDay {
  readonly id: string;
  readonly city: string;
  readonly consultant: string;
  readonly replacesId: string | null;
  readonly reason: string;
  readonly loggedBy: string | null;
  readonly loggedAt: Date;
  /** The row that corrects this one. */
  readonly replacedBy: string | null;
}

/** A submission, with what was answered to it. */
export interface Delivery {
  readonly id: string;
  readonly deliverableId: string;
  readonly number: number;
  readonly document: { readonly id: string; readonly title: string } | null;
  readonly fileName: string | null;
  readonly bytes: number | null;
  readonly sha256: string;
  readonly note: string;
  readonly submittedBy: string | null;
  readonly submittedAt: Date;
  readonly answer: {
    readonly verdict: DeliveryVerdict;
    readonly reason: string;
    readonly by: string | null;
    readonly organisation: string | null;
    readonly at: Date;
  } | null;
}

/** What a mission owes, with its submissions, the last one first. */
export interface Deliverable {
  readonly id: string;
  readonly title: string;
  readonly dueOn: string | null;
  readonly deliveries: readonly Delivery[];
}

/** What a mission had consumed at the end of a day. */
export interface MissionConsumption {
  readonly missionId: string;
  readonly experimentId: string;
  readonly title: string;
  readonly firm: string;
  readonly dailyPriceCents: number | null;
  readonly grantedQuarters: number;
  readonly usedQuarters: number;
  readonly cities: readonly { readonly id: string; readonly name: string; readonly usedQuarters: number }[];
}

/** What was granted and what became of a mission, each with who, when and why. */
export interface MissionHistory {
  readonly grants: readonly (Told & { readonly quarters: number; readonly endsOn: string })[];
  readonly changes: readonly (Told & { readonly from: MissionState; readonly to: MissionState })[];
}
interface Told {
  readonly id: string;
  readonly reason: string;
  readonly at: Date;
  readonly by: string | null;
}
