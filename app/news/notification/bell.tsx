import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { bell as words } from '#shared/news/notification/bell.fr.ts';
import { paths } from '#shared/paths.ts';
import { MenuIcon } from '../../ui/menu.tsx';

const EVERY_MS = 60_000;

/** How many subjects are unread: as the page came, after each navigation, and every minute while somebody looks. */
export function useUnread(counted: number): number {
  const { key } = useLocation();
  const [unread, setUnread] = useState(counted);
  useEffect(() => setUnread(counted), [counted]);
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== 'visible' || !navigator.onLine) return;
      // Without a network, or signed out meanwhile, the last count stands.
      const answer = await fetch(paths.notificationCount()).catch(() => null);
      if (answer?.ok) setUnread(Number(await answer.text()));
    };
    // The page came with its count: what an object's page has read is known once it is there.
    if (key !== 'default') void ask();
    const timer = setInterval(ask, EVERY_MS);
    return () => clearInterval(timer);
  }, [key]);
  return unread;
}

/** The news of the top bar; small screens have them in the bar below. */
export function Bell({ unread }: { unread: number }) {
  return (
    <Link
      className="btn quiet sm icon-only dot ml-auto shrink-0 not-s"
      to={paths.notifications()}
      aria-label={words.label(unread)}
      title={words.label(unread)}
    >
      <MenuIcon name="bell" />
      {unread > 0 && <b aria-hidden="true">{unread > 99 ? '99+' : unread}</b>}
    </Link>
  );
}
