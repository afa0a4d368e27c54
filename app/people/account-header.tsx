import { NavLink } from 'react-router';
import { calendar } from '#shared/messages/fr/calendar.ts';
import { people } from '#shared/messages/fr/people.ts';
import { paths } from '#shared/paths.ts';
import { Tabs } from '../ui/tabs.tsx';

/** Top of every page of one's own account. */
export function AccountHeader() {
  const words = people.account;
  return (
    <>
      <div className="head">
        <h1>{words.title}</h1>
      </div>
      <Tabs label={words.tabs}>
        <NavLink to={paths.account()} end>
          {words.profile}
        </NavLink>
        <NavLink to={paths.accountSecurity()}>{words.security}</NavLink>
        <NavLink to={paths.accountNotifications()}>{words.notifications}</NavLink>
        <NavLink to={paths.accountCalendars()}>{calendar.title}</NavLink>
      </Tabs>
    </>
  );
}
