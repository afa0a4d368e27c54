import { PEER_HEADER, peerOf } from './peer.ts';

/** Whose request it is: an account's, or a stranger's, whose peer is in the headers of the request ([SC4]). */
export type Sender =
  | { readonly account: string }
  | { readonly stranger: { get(name: string): string | null | undefined } };

/** Gives back what was reserved; a second time is nothing. */
export type Release = () => void;

/** Something of which there is only so much, shared among those who send requests. */
export interface Shares {
  /**
   * Keeps so much of it. Whoever finds none waits: strangers for strangers only, and nobody for what another has not used of their share.
   * Null when none came free in time, or so many wait already.
   */
  reserve(sender: Sender, amount: number): Promise<Release | null>;
}

/** How much there is: for all accounts together and for one, for all strangers together and for one. */
export interface ShareLimits {
  readonly accounts: number;
  readonly strangers: number;
  readonly account: number;
  readonly peer: number;
  readonly waitMs: number;
}

/** Of one sender. */
const MOST_WAITING = 200;

interface Asked {
  readonly amount: number;
  /** Each must have room, and gives it. */
  readonly shares: readonly { readonly name: string; readonly most: number }[];
}

/** Shares so much among those who ask for it. */
export function createShares(limits: ShareLimits): Shares {
  const held = new Map<string, number>();
  const waiting = new Map<Asked, (release: Release) => void>();
  const waitingOf = new Map<string, number>();
  const heldBy = (name: string) => held.get(name) ?? 0;
  // Whoever holds nothing may hold one, whatever its size.
  const fits = ({ amount, shares }: Asked) =>
    shares.every(({ name, most }) => heldBy(name) === 0 || heldBy(name) + amount <= most);

  function hold(asked: Asked): Release {
    for (const { name } of asked.shares) held.set(name, heldBy(name) + asked.amount);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      for (const { name } of asked.shares) {
        const rest = heldBy(name) - asked.amount;
        if (rest > 0) held.set(name, rest);
        else held.delete(name);
      }
      for (const [next, enter] of waiting) if (fits(next)) enter(hold(next));
    };
  }

  /** Waits for a place; null when none came in time. */
  function wait(asked: Asked, own: string): Promise<Release | null> {
    waitingOf.set(own, (waitingOf.get(own) ?? 0) + 1);
    return new Promise((resolve) => {
      const end = (release: Release | null) => {
        clearTimeout(leave);
        waiting.delete(asked);
        const left = (waitingOf.get(own) ?? 1) - 1;
        if (left > 0) waitingOf.set(own, left);
        else waitingOf.delete(own);
        resolve(release);
      };
      const leave = setTimeout(end, limits.waitMs, null);
      waiting.set(asked, end);
    });
  }

  return {
    async reserve(sender, amount) {
      const [all, own] = sharesOf(sender, limits);
      const asked = { amount, shares: [all, own] };
      if (fits(asked)) return hold(asked);
      return (waitingOf.get(own.name) ?? 0) < MOST_WAITING ? wait(asked, own.name) : null;
    },
  };
}

function sharesOf(sender: Sender, limits: ShareLimits) {
  return 'account' in sender
    ? ([
        { name: 'accounts', most: limits.accounts },
        { name: `account ${sender.account}`, most: limits.account },
      ] as const)
    : ([
        { name: 'strangers', most: limits.strangers },
        { name: `peer ${peerOf(sender.stranger.get(PEER_HEADER) ?? '')}`, most: limits.peer },
      ] as const);
}
