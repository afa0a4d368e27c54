import type { ObjectRef } from '../../documents/attribute/document-objects.ts';
import { LINKED_KINDS, objectAtAddress } from '../../documents/text/object-address.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type KindName, kindOf } from '../../kinds.ts';
import type { FavouriteError } from './favourite-errors.ts';

/** [FA1] So many things are near at hand. */
export const FAVOURITES_MAX = 200;

/** [FA1] What may be a favourite: every kind that has a page of its own to lead to (`shared/documents/text/object-address.ts`). */
export const FAVOURITE_KINDS: readonly KindName[] = LINKED_KINDS.flatMap((name) => kindOf(name) ?? []);

/** [FA1] What stands at one of our own paths, where it may be a favourite; null for every other page. */
export function favouriteAt(path: string, origin: string): (ObjectRef & { kind: KindName }) | null {
  if (!path.startsWith('/') || path.startsWith('//')) return null;
  const found = objectAtAddress(origin + path, origin);
  const kind = FAVOURITE_KINDS.find((one) => one === found?.kind);
  return found && kind ? { ...found, kind } : null;
}

/** [FA1] May one more be kept: two hundred at most, and the same again is no more. */
export const mayKeep = ({
  kept,
  isKept,
}: {
  readonly kept: number;
  readonly isKept: boolean;
}): Result<void, FavouriteError> => (isKept || kept < FAVOURITES_MAX ? ok() : fail('favourite.tooMany'));
