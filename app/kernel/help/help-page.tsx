import type { ReactNode } from 'react';
import { frame } from '#shared/kernel/frame.fr.ts';
import { help as words } from '#shared/kernel/help/help.fr.ts';
import { helpPaths } from '#shared/kernel/help/help-paths.ts';
import { paths } from '#shared/paths.ts';
import { Logo } from '../../ui/logo.tsx';

/** [AI2] The frame of the guides: for anybody, in one piece. No script follows. */
export function HelpPage({
  title,
  foot,
  children,
}: {
  title: string;
  /** The links under every page outside the workspace. */
  foot: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <title>{title === words.title ? frame.pageTitle(title) : frame.pageTitle(title, words.title)}</title>
      <a className="skip" href="#contenu">
        {frame.skipToContent}
      </a>
      <header className="site-top">
        <a className="brand" href={paths.home()} aria-label={words.homeLink}>
          <Logo />
          <span>{frame.product}</span>
        </a>
        <nav aria-label={words.navigation} className="row">
          <a href={helpPaths.help()}>{words.all}</a>
          <a href={paths.home()}>{words.workspace}</a>
        </nav>
      </header>
      <main className="site help" id="contenu">
        <h1>{title}</h1>
        {children}
      </main>
      {foot}
    </>
  );
}
