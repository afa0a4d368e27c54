import { Link } from 'react-router';
import { paths } from '#shared/paths.ts';
import { peopleList as words } from '#shared/people/invitation/people-list.fr.ts';
import { Notice } from '../../ui/notice.tsx';

/** [IB4] That no mail leaves from here, and where they are for whoever may read them. */
export function NoMailServer({ mayRead }: { mayRead: boolean }) {
  return (
    <Notice kind="warning">
      <p>
        {words.noServer}{' '}
        {mayRead ? <Link to={paths.administrationMails()}>{words.noServerLink}</Link> : words.noServerAsk}
      </p>
    </Notice>
  );
}
