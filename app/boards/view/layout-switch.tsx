import { CalendarDays, ChartNoAxesGantt, Columns3, List } from 'lucide-react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { boardLayouts as words } from '#shared/boards/board-layouts.fr.ts';
import {
  BOARD_LAYOUTS,
  type BoardLayout,
  readLayout,
  withLayout,
} from '#shared/boards/view/layout-address.ts';

const ICONS = { board: Columns3, table: List, calendar: CalendarDays, timeline: ChartNoAxesGantt } as const;

/** The ways to look at the same cards. Whatever else the address says (an open card, a filter) stays. */
export function LayoutSwitch() {
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const current = readLayout(params);
  const to = (layout: BoardLayout) => ({ pathname, search: withLayout(params, layout).toString() });
  return (
    <nav className="tabs layout-switch" aria-label={words.switcher}>
      {BOARD_LAYOUTS.map((layout) => {
        const Icon = ICONS[layout];
        return (
          <Link
            key={layout}
            to={to(layout)}
            preventScrollReset
            aria-current={layout === current ? 'true' : undefined}
          >
            <Icon className="icon" aria-hidden="true" />
            {words.layouts[layout]}
          </Link>
        );
      })}
    </nav>
  );
}
