import { NavLink } from 'react-router';
import { accessTokenPaths } from '#shared/access-token/access-token-paths.ts';
import { accessToken } from '#shared/messages/fr/access-token.ts';
import { calendar } from '#shared/messages/fr/calendar.ts';
import { people } from '#shared/messages/fr/people.ts';
import { personalData } from '#shared/messages/fr/personal-data.ts';
import { paths } from '#shared/paths.ts';
import { personalDataPaths } from '#shared/personal-data/personal-data-paths.ts';
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
        <NavLink to={accessTokenPaths.account()}>{accessToken.tab}</NavLink>
        <NavLink to={personalDataPaths.accountData()}>{personalData.title}</NavLink>
      </Tabs>
    </>
  );
}
