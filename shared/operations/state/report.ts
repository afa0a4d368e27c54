import type { HeldLetters } from '#shared/people/letter/allowance.ts';
import type { JobFault, Probe } from './platform-state.ts';

/** How much of one kind of work there is. */
export interface QueueCount {
  readonly queue: string;
  /** To be done, now or later. */
  readonly waiting: number;
  readonly running: number;
  /** Of those that wait, the ones that failed before and will be tried again. */
  readonly retrying: number;
  /** Given up. */
  readonly failed: number;
  /** Done in the last twenty-four hours. */
  readonly done: number;
  readonly lastSuccess: Date | null;
}

/** One piece of work that failed: given up (`isOver`), or to be tried again at `next`. */
export interface FailedJob {
  readonly id: string;
  readonly queue: string;
  readonly isOver: boolean;
  readonly tries: number;
  readonly failedAt: Date;
  readonly next: Date | null;
  readonly fault: JobFault;
}

/** What is in the queues. */
export interface Work {
  readonly queues: readonly QueueCount[];
  readonly failures: readonly FailedJob[];
}

/** A process that works on this database, or worked lately, as it last said it. */
export interface Instance {
  readonly host: string;
  readonly pid: number;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly isLive: boolean;
  /** Ended without a goodbye. */
  readonly isLost: boolean;
}

/** [EP4] All that the page of state says; each part by itself may have failed ([EP2]). */
export interface PlatformReport {
  readonly at: Date;
  readonly database: Probe<{
    readonly isEmbedded: boolean;
    readonly version: string;
    readonly bytes: number;
    readonly applied: number;
    readonly shipped: number;
    readonly isUpToDate: boolean;
  }>;
  readonly instances: Probe<readonly Instance[]>;
  readonly work: Probe<Work>;
  readonly sessions: Probe<{ readonly sessions: number; readonly people: number }>;
  readonly files: Probe<{ readonly bytes: number; readonly files: number; readonly isWhole: boolean }>;
  /** Where files are, and whether it answers. */
  readonly fileStore: { readonly isBucket: boolean; readonly isReady: boolean };
  readonly space: Probe<{ readonly free: number; readonly total: number }>;
  readonly backup: Probe<{
    readonly at: Date;
    readonly rows: number;
    readonly files: number;
    readonly bytes: number;
    readonly isSealed: boolean;
    readonly isRehearsed: boolean;
  } | null>;
  readonly versions: { readonly cordee: Probe<string>; readonly node: string };
  /** Null where this process knows of no Redis. */
  readonly redis: { readonly isReady: boolean } | null;
  readonly hasMailServer: boolean;
  /** [MA5] By sender. */
  readonly heldLetters: Probe<readonly HeldLetters[]>;
  /** [SC15] The address of a proxy that nobody named; its visitors all count as one. */
  readonly unnamedProxy: string | null;
  readonly live: {
    readonly rooms: number;
    readonly sockets: number;
    readonly httpSessions: number;
    readonly people: number;
  };
  readonly process: {
    readonly loop: { readonly median: number; readonly p99: number; readonly most: number } | null;
    readonly memoryBytes: number;
    readonly upSeconds: number;
  };
}
