import { createContext } from 'react-router';
import type { Operations } from '#server/kernel/operations.ts';
import type { Services } from '#server/services.ts';
import type { PlatformAction, PlatformRole } from '#shared/kernel/access/access.ts';
import type { KeptRoom } from '#shared/kernel/offline/kept-room.ts';
import type { OrganisationBadge, OrganisationKind } from '#shared/people/organisation/organisation.ts';

/** The person behind a request. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly platformRole: PlatformRole;
  readonly organisation:
    | (OrganisationBadge & { readonly kind: OrganisationKind; readonly hasTerritory: boolean })
    | null;
  /** [O4] Their own organisation, when they administer it. */
  readonly administersId: string | null;
  /** [EN6] Nobody has confirmed for whom they work. */
  readonly isGuest: boolean;
}

/** Every way to change something, by its name. */
export type Registered = Services['operations'] extends Operations<infer All> ? All : never;

/** Live things; filled by `server/app.ts`, the only server module that knows these keys. */
export const servicesContext = createContext<Services>();

/** The nonce that this answer's Content-Security-Policy allows. */
export const nonceContext = createContext<string>();

/** Who is asking; filled by the root middleware, null for a visitor. */
export const memberContext = createContext<Member | null>(null);

/** When the session of the member ends, unless it is used until then; filled with them. */
export const sessionEndContext = createContext<Date | null>(null);

/** [AU8] The right that this request lacked, when it asked for a page of the platform; filled by `requirePlatform`. */
export const refusedRightContext = createContext<PlatformAction | null>(null);

/** The document or board of this answer, when the device may keep its page; filled by the page's loader. */
export const keptRoomContext = createContext<KeptRoom | null>(null);
