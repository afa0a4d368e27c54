import type { ColleagueGesture } from '#db/people/organisation/organisation-admins.ts';
import { letterWords } from '#shared/people/letter/letter.fr.ts';
import { ownOrganisation as words } from '#shared/people/organisation/own-organisation.fr.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { gesturesOf, text } from '../../kernel/gesture.server.ts';

/** Where whoever changed somebody on the third page of a search stays. */
export interface ColleaguesPage {
  readonly here: string;
}

const gesture = gesturesOf((_page: ColleaguesPage) => ({}));
const after = afterOn(({ here }: ColleaguesPage) => here);
const sent = (said: string) => (made: { readonly leavesAt: Date | null }, page: ColleaguesPage) =>
  after(made.leavesAt ? letterWords.invitationHeld : said, 'pending')(null, page);
const change = (asked: ColleagueGesture) =>
  gesturesOf((_page: ColleaguesPage) => ({ gesture: asked }))('colleague.change', {
    fields: { userId: text },
    done: after(words.news[asked], 'accounts'),
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
    done: sent(words.news.invitation),
  }),
  resend: gesture('invitation.resend', {
    fields: { invitationId: text },
    done: sent(words.news.renvoi),
  }),
  withdraw: gesture('invitation.withdraw', {
    fields: { invitationId: text },
    done: after(words.news.retrait, 'pending'),
  }),
  revoke: gesture('accessToken.revoke', {
    fields: { token: text },
    done: after(words.news.revoque, 'tokens'),
  }),
};
