import type { GroupRole } from '../../kernel/access/access.ts';
import { canInGroup } from '../../kernel/access/access.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { OrganisationBadge } from '../../people/organisation/organisation.ts';

import type { VoteBy } from './vote.ts';

/** Somebody of the group, as votes look at them. */
export interface Elector {
  readonly id: string;
  readonly name: string;
  readonly organisation: OrganisationBadge | null;
  readonly role: GroupRole;
  readonly isHere: boolean;
}

/** Whose voice it is: an organisation, or a person. */
export interface Voter {
  /** Unique among the voters of a meeting. */
  readonly key: string;
  readonly name: string;
  /** One of its people is here, or it is the person and they are. */
  readonly isHere: boolean;
}

/** Somebody's voice, given to somebody else for the whole meeting. */
export interface GivenVoice {
  readonly giver: string;
  readonly holder: string;
}

/** [MR6] More voices in one hand would be one hand's vote. */
export const PROXIES_MAX = 2;

const organisationKey = (id: string) => `organisation:${id}`;
const personKey = (id: string) => `person:${id}`;

/** The voice that somebody casts in such a vote; null when they have none. */
export function ownKey(elector: Elector, by: VoteBy): string | null {
  if (!canInGroup(elector.role, 'meeting.vote')) return null;
  if (by === 'person') return personKey(elector.id);
  return elector.organisation ? organisationKey(elector.organisation.id) : null;
}

/** [MR5] Those who have a voice in such a vote, in the order of the people. */
export function votersOf(electors: readonly Elector[], by: VoteBy): Voter[] {
  const voters = new Map<string, Voter>();
  for (const elector of electors) {
    const key = ownKey(elector, by);
    if (key === null) continue;
    const name = by === 'person' ? elector.name : (elector.organisation?.name ?? '');
    voters.set(key, { key, name, isHere: elector.isHere || (voters.get(key)?.isHere ?? false) });
  }
  return [...voters.values()];
}

/** [MR6] The proxies that count: of givers who are not here, in the hands of holders who are. */
export function liveProxies(voters: readonly Voter[], proxies: readonly GivenVoice[]): GivenVoice[] {
  const here = new Map(voters.map(({ key, isHere }) => [key, isHere]));
  return proxies.filter(({ giver, holder }) => here.get(giver) === false && here.get(holder) === true);
}

/** How many voters are here, themselves or by proxy. */
export function representedOf(voters: readonly Voter[], proxies: readonly GivenVoice[]): number {
  return voters.filter(({ isHere }) => isHere).length + liveProxies(voters, proxies).length;
}

/** [MR8] The voices that somebody may cast now: their own, and those that they hold. Nobody votes who is not here. */
export function castableBy(
  elector: Elector,
  by: VoteBy,
  { voters, proxies }: { readonly voters: readonly Voter[]; readonly proxies: readonly GivenVoice[] },
): string[] {
  const own = ownKey(elector, by);
  if (own === null || !elector.isHere) return [];
  const held = liveProxies(voters, proxies).filter(({ holder }) => holder === own);
  return [own, ...held.map(({ giver }) => giver)];
}

/** Why a voice is not given there. */
export type ProxyError =
  | 'meetingHeld.proxyNoVoter'
  | 'meetingHeld.proxySelf'
  | 'meetingHeld.proxyChain'
  | 'meetingHeld.proxyFull';

/** [MR6] May this voice be given there? A giver holds none, a holder gave none and holds two at most. */
export function checkProxy(
  { giver, holder }: GivenVoice,
  { voters, proxies }: { readonly voters: readonly Voter[]; readonly proxies: readonly GivenVoice[] },
): Result<void, ProxyError> {
  const keys = voters.map(({ key }) => key);
  if (!keys.includes(giver) || !keys.includes(holder)) return fail('meetingHeld.proxyNoVoter');
  if (giver === holder) return fail('meetingHeld.proxySelf');
  const others = proxies.filter((proxy) => proxy.giver !== giver);
  if (others.some((proxy) => proxy.holder === giver || proxy.giver === holder))
    return fail('meetingHeld.proxyChain');
  const held = others.filter((proxy) => proxy.holder === holder).length;
  return held >= PROXIES_MAX ? fail('meetingHeld.proxyFull') : ok();
}
