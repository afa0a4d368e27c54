import { type ComponentType, lazy, Suspense } from 'react';
import { boardLayouts as words } from '#shared/boards/board-layouts.fr.ts';
import type { BoardLayout } from '#shared/boards/view/layout-address.ts';
import { NoScript } from '../../ui/no-script.tsx';
import type { BoardOpening } from '../list/opening.ts';
import { OpeningList } from '../list/opening-list.tsx';
import type { LayoutProps } from './layout-props.ts';

const LAYOUTS: Record<Exclude<BoardLayout, 'board'>, ComponentType<LayoutProps>> = {
  table: lazy(() => import('../table/table-layout.tsx').then((module) => ({ default: module.TableLayout }))),
  calendar: lazy(() =>
    import('../calendar/calendar-layout.tsx').then((module) => ({ default: module.CalendarLayout })),
  ),
  timeline: lazy(() =>
    import('../timeline/timeline-layout.tsx').then((module) => ({ default: module.TimelineLayout })),
  ),
};

interface OtherLayoutProps extends LayoutProps {
  readonly layout: Exclude<BoardLayout, 'board'>;
  readonly isLive: boolean;
  readonly opening: BoardOpening;
}

/** The same cards another way, each with its own script. Readers without script have the columns as lists. */
export function OtherLayout({ layout, isLive, opening, ...props }: OtherLayoutProps) {
  const Layout = LAYOUTS[layout];
  const waiting = (
    <p className="layout-wait muted" role="status">
      {words.opening}
    </p>
  );
  if (isLive) {
    return (
      <Suspense fallback={waiting}>
        <Layout {...props} />
      </Suspense>
    );
  }
  return (
    <>
      <div className="needs-script">{waiting}</div>
      <NoScript>
        <OpeningList opening={opening} current={undefined} />
      </NoScript>
    </>
  );
}
