import { createContext, type ReactNode, useContext } from 'react';

const IsInside = createContext(false);

/** What readers without script have. One inside another is its content alone: a browser ends both at the first end. */
export function NoScript({ children }: { children: ReactNode }) {
  if (useContext(IsInside)) return children;
  return (
    <noscript>
      <IsInside value={true}>{children}</IsInside>
    </noscript>
  );
}
