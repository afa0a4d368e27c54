import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { roomOfAddress } from '#shared/kernel/offline/kept-room.ts';
import { addressToOpen } from './open-mark.ts';

/** Once the page has settled: the worker must take nothing from the first paint, nor from the first letters. */
const SETTLED_MS = 2_000;

/**
 * Keeps what is open for when there is no network (`isKept` is false where the installation keeps nothing), and closes what others than
 * this account left in this browser.
 */
export function useOffline(isKept: boolean, account: string): void {
  const { pathname, hash } = useLocation();
  const navigate = useNavigate();

  useEffect(() => {
    const path = addressToOpen({ pathname, hash });
    if (path) void navigate(path, { replace: true });
  }, [pathname, hash, navigate]);

  useEffect(() => {
    const settle = () =>
      void import('../../realtime/closing/settle-device.ts').then((device) => device.settleDevice(account));
    const timer = setTimeout(settle, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [account]);

  useEffect(() => {
    if (!isKept || !roomOfAddress(pathname)) return;
    const tell = () => void import('./tell-worker.ts').then((worker) => worker.tellRoomOpened(pathname));
    const timer = setTimeout(tell, SETTLED_MS);
    // A new build has its own worker, which has not kept this page yet.
    navigator.serviceWorker?.addEventListener('controllerchange', tell);
    return () => {
      clearTimeout(timer);
      navigator.serviceWorker?.removeEventListener('controllerchange', tell);
    };
  }, [isKept, pathname]);
}
