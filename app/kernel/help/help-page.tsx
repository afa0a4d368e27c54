import type { ReactNode } from 'react';
import { frame } from '#shared/kernel/frame.fr.ts';
import { help as words } from '#shared/kernel/help/help.fr.ts';
import { helpPaths } from '#shared/kernel/help/help-paths.ts';

/** [AI2] A page of the guides, in the frame of the public site; from each the list of them is one step away. */
export function HelpPage({ title, children }: { title: string; children: ReactNode }) {
  const isList = title === words.title;
  return (
    <>
      <title>{isList ? frame.pageTitle(title) : frame.pageTitle(title, words.title)}</title>
      {!isList && (
        <p className="mb-3">
          <a href={helpPaths.help()}>{words.all}</a>
        </p>
      )}
      <h1>{title}</h1>
      {children}
    </>
  );
}
