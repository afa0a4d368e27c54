import type { Result } from '#shared/kernel/result.ts';
import type { ReadyWrite } from '../../kernel/ready-write.ts';
import type { ApiError } from './problem.ts';

/** A write into a live room, by its log and not by a transaction: done again, with the same ids, it changes nothing. */
export interface RoomWrite<T> {
  readonly apply: () => Promise<Result<T, ApiError>>;
}

/** [I1] All that a write of REST can be. An operation that writes answers by one of these, and has no other way to answer. */
export type Write<T> = ReadyWrite<T, ApiError> | RoomWrite<T>;
