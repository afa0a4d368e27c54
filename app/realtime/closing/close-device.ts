/**
 * The one script of the sign-in page, built on its own (vite.config.ts): the page is complete without it. Whoever comes to that
 * door is a visitor, and finds nothing readable of whoever was here before.
 */
import { settleDevice } from './settle-device.ts';

settleDevice(null).catch(() => undefined);
