/**
 * [H12] What ties the caption of a picture to it, on its `figure`: RGAA 1.9 asks for the role in so many words, and for the caption
 * as the name of the whole. A document’s pictures say the same (`document/block-markup.ts`), without this module of their own.
 */
export const captioned = (caption: string) => ({ role: 'figure', 'aria-label': caption }) as const;
