/**
 * The card that the rest of a board's address names: null for the board alone, undefined for an address that is not one.
 * Card ids are the board's own (any writer makes them), so nothing is asked of their shape.
 */
export function cardOfAddress(rest: string | undefined): string | null | undefined {
  if (!rest) return null;
  const [folder, cardId, ...more] = rest.split('/');
  return folder === 'cartes' && cardId && more.length === 0 ? cardId : undefined;
}
