import type { ReactNode } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { useHref, useNavigate } from 'react-router';

/**
 * What React Aria needs to know around it: its words in French, and the application's own navigation for its links.
 * It stands around the pages that use it, not around the whole application: the others stay light.
 */
export function AriaFrame({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  return (
    <I18nProvider locale="fr-FR">
      <RouterProvider
        useHref={useHref}
        navigate={(path) => {
          // To go where one is would ask the server for the page again.
          const { pathname, search } = window.location;
          if (path !== pathname + search) navigate(path, { preventScrollReset: true });
        }}
      >
        {children}
      </RouterProvider>
    </I18nProvider>
  );
}
