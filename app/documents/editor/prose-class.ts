/** From so many blocks on, those outside the window are left undrawn; below, it would cost more than it spares. */
const LONG = 80;

/** The class of a text of so many blocks, read or written. */
export function proseClass(blocks: number): string {
  return blocks < LONG ? 'prose' : 'prose long';
}
