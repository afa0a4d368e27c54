import { checkOperations } from './library/dataset/check-operations.ts';
import { datasetOperations } from './library/dataset/dataset-operations.ts';
import { closedNeedsOperations } from './library/need/closed-needs-operations.ts';
import { needOperations } from './library/need/need-operations.ts';
import { collectionOperations } from './library/resource/collection-operations.ts';
import { resourceOperations } from './library/resource/resource-operations.ts';
import { calendarOperations } from './meetings/calendar/calendar-operations.ts';
import { decisionOperations } from './meetings/decision/decision-operations.ts';
import { attendanceOperations } from './meetings/held/attendance-operations.ts';
import { minutesOperations } from './meetings/held/minutes-operations.ts';
import { runOperations } from './meetings/held/run-operations.ts';
import { voteOperations } from './meetings/held/vote-operations.ts';
import { agendaOperations } from './meetings/meeting/agenda-operations.ts';
import { meetingOperations } from './meetings/meeting/meeting-operations.ts';
import { erasureOperations } from './operations/personal-data/erasure-operations.ts';
import { accessTokenOperations } from './operations/token/access-token-operations.ts';
import { groupOperations } from './people/group/group-operations.ts';
import { invitationOperations } from './people/invitation/invitation-operations.ts';
import { joinOperations } from './people/member/join-operations.ts';
import { memberOperations } from './people/member/member-operations.ts';
import { memberOrganisationOperations } from './people/member/member-organisation-operations.ts';
import { colleagueOperations } from './people/organisation/colleague-operations.ts';
import { organisationOperations } from './people/organisation/organisation-operations.ts';
import { signatoryOperations } from './people/organisation/signatory-operations.ts';
import { accountOperations } from './people/person/account-operations.ts';
import { personOperations } from './people/person/person-operations.ts';

/** Every way to change something, by its name. What is not here no door can do. */
export const registry = {
  ...accountOperations,
  ...personOperations,
  ...organisationOperations,
  ...colleagueOperations,
  ...signatoryOperations,
  ...groupOperations,
  ...memberOperations,
  ...memberOrganisationOperations,
  ...joinOperations,
  ...invitationOperations,
  ...meetingOperations,
  ...agendaOperations,
  ...runOperations,
  ...attendanceOperations,
  ...voteOperations,
  ...minutesOperations,
  ...decisionOperations,
  ...calendarOperations,
  ...needOperations,
  ...closedNeedsOperations,
  ...resourceOperations,
  ...collectionOperations,
  ...datasetOperations,
  ...checkOperations,
  ...accessTokenOperations,
  ...erasureOperations,
};
export type Registered = typeof registry;
