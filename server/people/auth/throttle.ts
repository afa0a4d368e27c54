import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { type Counters, memoryCounters } from '../../kernel/counters.ts';
import { peerOf } from '../../kernel/http/peer.ts';

/** Who tries: the account by its address as typed, and the peer as our own socket knows it. */
export interface Attempt {
  readonly account: string;
  readonly peer: string;
}

/** How many failures are allowed within a window. Figures of [P8]. */
export interface ThrottleLimits {
  readonly accountAndPeer: number;
  readonly account: number;
  readonly peer: number;
  readonly windowSeconds: number;
}

// Thirty people of one town hall behind one address who mistype three times each stay well under `peer`.
const LIMITS: ThrottleLimits = { accountAndPeer: 10, account: 50, peer: 200, windowSeconds: 15 * 60 };

/** As long as a session lives: after that, a computer must prove itself again. */
const KNOWN_SECONDS = 14 * 24 * 3600;
/** A check that has not ended by then has crashed, and holds nobody up any more. */
const STALE_MS = 30_000;

/** A password being checked. */
interface Check {
  readonly peer: string;
  readonly since: number;
}

/**
 * Slows down whoever guesses passwords, by counting failures only (security plan, A32).
 *
 * The limit over all peers does not hold for a peer from which the account has signed in before: somebody who attacks an
 * account from everywhere must not keep its owner out. And as many checks may run at once as failures are left, the
 * others wait: a thousand guesses sent together would otherwise all be admitted before the first has failed. Each instance
 * counts the checks that it runs, all together the failures.
 */
export class SignInThrottle {
  readonly #limits: ThrottleLimits;
  readonly #accountAndPeer: RateLimiterAbstract;
  readonly #account: RateLimiterAbstract;
  readonly #peer: RateLimiterAbstract;
  readonly #known: RateLimiterAbstract;
  /** Checks under way, by account. */
  readonly #running = new Map<string, readonly Check[]>();
  readonly #waiting = new Map<string, readonly (() => void)[]>();

  constructor(limits: Partial<ThrottleLimits> = {}, counters: Counters = memoryCounters) {
    this.#limits = { ...LIMITS, ...limits };
    const duration = this.#limits.windowSeconds;
    this.#known = counters('known', { points: 1, duration: KNOWN_SECONDS });
    this.#accountAndPeer = counters('failures-pair', { points: this.#limits.accountAndPeer, duration });
    this.#account = counters('failures-account', { points: this.#limits.account, duration });
    this.#peer = counters('failures-peer', { points: this.#limits.peer, duration });
  }

  /**
   * Asks to check a password. Gives 0 when it may be checked (then call `leave` with the outcome), else the seconds to
   * wait, at most one window.
   */
  async enter(attempt: Attempt): Promise<number> {
    const { account, pair, peer } = keysOf(attempt);
    for (;;) {
      const [ofPair, ofAccount, ofPeer, known] = await Promise.all([
        this.#accountAndPeer.get(pair),
        this.#account.get(account),
        this.#peer.get(peer),
        this.#known.get(pair),
      ]);
      const failures = [
        { count: ofPair, limit: this.#limits.accountAndPeer },
        { count: ofPeer, limit: this.#limits.peer },
        ...(known ? [] : [{ count: ofAccount, limit: this.#limits.account }]),
      ];
      const reached = failures.filter(({ count, limit }) => (count?.consumedPoints ?? 0) >= limit);
      if (reached.length > 0) {
        const wait = Math.max(...reached.map(({ count }) => count?.msBeforeNext ?? 0));
        return Math.max(1, Math.ceil(wait / 1000));
      }
      const running = this.#runningFor(account);
      const fromPeer = running.filter((check) => check.peer === peer).length;
      const leftToPair = this.#limits.accountAndPeer - (ofPair?.consumedPoints ?? 0);
      const leftToAll = this.#limits.account - (ofAccount?.consumedPoints ?? 0);
      if (fromPeer < leftToPair && (known || running.length < leftToAll)) {
        this.#running.set(account, [...running, { peer, since: performance.now() }]);
        return 0;
      }
      await this.#someoneLeaves(account);
    }
  }

  /** Tells how an admitted check ended: a failure counts, a success forgets the failures of this account and peer. */
  async leave(attempt: Attempt, outcome: 'failed' | 'succeeded'): Promise<void> {
    const { account, pair, peer } = keysOf(attempt);
    if (outcome === 'failed') {
      await Promise.all([
        this.#accountAndPeer.penalty(pair),
        this.#account.penalty(account),
        this.#peer.penalty(peer),
      ]);
    } else {
      await Promise.all([this.#accountAndPeer.delete(pair), this.#known.set(pair, 1, KNOWN_SECONDS)]);
    }
    const running = this.#runningFor(account);
    const ended = running.findIndex((check) => check.peer === peer);
    const left = running.filter((_, at) => at !== ended);
    if (left.length > 0) this.#running.set(account, left);
    else this.#running.delete(account);
    const waiting = this.#waiting.get(account) ?? [];
    this.#waiting.delete(account);
    for (const goOn of waiting) goOn();
  }

  #runningFor(account: string): readonly Check[] {
    const now = performance.now();
    return (this.#running.get(account) ?? []).filter(({ since }) => now - since < STALE_MS);
  }

  #someoneLeaves(account: string): Promise<void> {
    return new Promise((resolve) => {
      const goOn = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(goOn, STALE_MS).unref();
      this.#waiting.set(account, [...(this.#waiting.get(account) ?? []), goOn]);
    });
  }
}

function keysOf({ account, peer }: Attempt): { account: string; pair: string; peer: string } {
  const name = account.trim().toLowerCase().slice(0, 254);
  const from = peerOf(peer);
  return { account: name, pair: `${from} ${name}`, peer: from };
}
