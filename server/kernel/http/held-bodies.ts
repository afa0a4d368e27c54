import { fittingBeside } from '../lane/memory-budget.ts';
import { createShares, type ShareLimits, type Shares } from './shares.ts';

/** [SC14] The memory, in bytes, for bodies that are read whole before anything is done with them. */
export type HeldBodies = Shares;

const MEBIBYTE = 1024 * 1024;

/** Bytes that are held at once, in one process ([SC21]). */
const BODIES: ShareLimits = {
  accounts: fittingBeside(80 * MEBIBYTE),
  strangers: fittingBeside(16 * MEBIBYTE),
  account: fittingBeside(16 * MEBIBYTE),
  peer: fittingBeside(4 * MEBIBYTE),
  waitMs: 10_000,
};

/** Of forms with files, which take a while to come. */
const FILES: ShareLimits = {
  accounts: fittingBeside(160 * MEBIBYTE),
  strangers: 4 * MEBIBYTE,
  account: fittingBeside(40 * MEBIBYTE),
  peer: 1 * MEBIBYTE,
  waitMs: 60_000,
};

/** Of pages and operations that are made at once: a browser asks for six things. */
const TURNS: ShareLimits = { accounts: 48, strangers: 24, account: 6, peer: 12, waitMs: 30_000 };

/** What those who send requests share of one process. */
export interface RequestShares {
  readonly heldBodies: HeldBodies;
  /** The same for forms with files. */
  readonly heldFiles: HeldBodies;
  /** [SC20] Turns of pages and of operations of REST. */
  readonly turns: Shares;
}

/** Makes what shares the memory for bodies among their senders. */
export function createHeldBodies(limits: ShareLimits = BODIES): HeldBodies {
  return createShares(limits);
}

/** Makes all of it. */
export function createRequestShares(): RequestShares {
  return { heldBodies: createHeldBodies(), heldFiles: createShares(FILES), turns: createShares(TURNS) };
}
