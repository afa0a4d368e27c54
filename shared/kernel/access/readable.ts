declare const isAsked: unique symbol;

/**
 * [WR7] The id of an object that whoever asks may read. What belongs to the object (its log, its versions, what is said of it) is read by this
 * and not by any id, so that nothing is read past a right.
 */
export type Readable<Kind extends string> = string & { readonly [isAsked]: Kind };

/** The id of an object whose right was just asked. Only those who ask rights may say so (`tests/architecture/readable.test.ts`). */
export const asReadable = <Kind extends string>(id: string): Readable<Kind> => id as Readable<Kind>;
