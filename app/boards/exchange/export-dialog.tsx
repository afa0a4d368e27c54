import { CalendarDays, FileBraces, FileSpreadsheet, FileText, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { boardExchange as words } from '#shared/boards/exchange/board-exchange.fr.ts';
import { paths } from '#shared/paths.ts';
import { Dialog } from '../../ui/late/dialog.tsx';
import { useBoardWorld } from '../parts/board-world.ts';

const ICONS = { tableur: FileSpreadsheet, csv: FileText, json: FileBraces } as const;

/** Every way out of a board: files, paper, and a calendar. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { board } = useBoardWorld();
  return (
    <Dialog title={boardPage.export} isOpen onClose={onClose}>
      <p>{words.exportLead}</p>
      <ul className="ways-out">
        {words.formats.map(([format, name, hint]) => {
          const Icon = ICONS[format];
          return (
            <WayOut key={format} icon={<Icon className="icon" aria-hidden="true" />} hint={hint}>
              <a href={paths.boardExport(board, format)} download>
                {name}
              </a>
            </WayOut>
          );
        })}
        <WayOut icon={<Printer className="icon" aria-hidden="true" />} hint={words.printHint}>
          <Link to={paths.boardPrint(board)}>{words.print}</Link>
        </WayOut>
        <WayOut icon={<CalendarDays className="icon" aria-hidden="true" />} hint={words.calendarHint}>
          <Link to={paths.accountCalendars(board.id)}>{words.calendar}</Link>
        </WayOut>
      </ul>
      <div className="actions">
        <button className="btn" type="button" onClick={onClose}>
          {boardPage.close}
        </button>
      </div>
    </Dialog>
  );
}

function WayOut({ icon, hint, children }: { icon: ReactNode; hint: string; children: ReactNode }) {
  return (
    <li>
      {icon}
      <span>
        {children}
        <span className="muted small">{hint}</span>
      </span>
    </li>
  );
}
