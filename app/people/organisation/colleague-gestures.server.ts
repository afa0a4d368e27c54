import type { ColleagueGesture } from '#db/people/organisation/organisation-admins.ts';
import { gesturesOf, text } from '../../kernel/gesture.server.ts';

/** Where whoever changed somebody on the third page of a search stays. */
export interface ColleaguesPage {
  readonly here: (state: string) => string;
}

const gesture = gesturesOf((_page: ColleaguesPage) => ({}));
const after =
  (state: string) =>
  (_made: unknown, { here }: ColleaguesPage) =>
    here(state);
const change = (asked: ColleagueGesture) =>
  gesturesOf((_page: ColleaguesPage) => ({ gesture: asked }))('colleague.change', {
    fields: { userId: text },
    done: after(asked),
  });

/** [O6] What the buttons of the page of an organisation do. */
export const colleagueGestures = {
  suspend: change('suspend'),
  restore: change('restore'),
  sessions: change('sessions'),
  name: change('name'),
  invite: gesture('invitation.toOrganisation', {
    fields: { email: text, name: text },
    form: () => 'invite',
    done: ({ leavesAt }, { here }) => here(leavesAt ? 'retenue' : 'invitation'),
  }),
  resend: gesture('invitation.resend', {
    fields: { invitationId: text },
    done: ({ leavesAt }, { here }) => here(leavesAt ? 'retenue' : 'renvoi'),
  }),
  withdraw: gesture('invitation.withdraw', { fields: { invitationId: text }, done: after('retrait') }),
  revoke: gesture('accessToken.revoke', { fields: { token: text }, done: after('revoque') }),
};
