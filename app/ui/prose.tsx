import type { ComponentPropsWithRef } from 'react';

/**
 * HTML that one of our own readers made, which escapes and filters everything (`drawBlocks`, `readDocument`, KaTeX’s MathML).
 * The one place where markup is taken as it comes: nothing that a person or another site wrote may be given here.
 */
export function Prose({
  html,
  ...element
}: { html: string } & Omit<ComponentPropsWithRef<'div'>, 'children'>) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above.
  return <div {...element} dangerouslySetInnerHTML={{ __html: html }} />;
}
