import { NavLink } from 'react-router';
import { calendar } from '#shared/meetings/calendar/calendar.fr.ts';
import { personalData } from '#shared/operations/personal-data/personal-data.fr.ts';
import { personalDataPaths } from '#shared/operations/personal-data/personal-data-paths.ts';
import { accessToken } from '#shared/operations/token/access-token.fr.ts';
import { accessTokenPaths } from '#shared/operations/token/access-token-paths.ts';
import { paths } from '#shared/paths.ts';
import { signatory } from '#shared/people/organisation/signatory.fr.ts';
import { signatoryPaths } from '#shared/people/organisation/signatory-paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { PageHead } from '../../ui/page/page-head.tsx';
import { Tabs } from '../../ui/tabs.tsx';

/** Top of every page of one's own account. */
export function AccountHeader() {
  const words = people.account;
  return (
    <>
      <PageHead title={words.title} />
      <Tabs label={words.tabs}>
        <NavLink to={paths.account()} end>
          {words.profile}
        </NavLink>
        <NavLink to={paths.accountSecurity()}>{words.security}</NavLink>
        <NavLink to={signatoryPaths.account()}>{signatory.tab}</NavLink>
        <NavLink to={paths.accountNotifications()}>{words.notifications}</NavLink>
        <NavLink to={paths.accountCalendars()}>{calendar.title}</NavLink>
        <NavLink to={accessTokenPaths.account()}>{accessToken.tab}</NavLink>
        <NavLink to={personalDataPaths.accountData()}>{personalData.title}</NavLink>
      </Tabs>
    </>
  );
}
