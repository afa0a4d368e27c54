import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { Dialog } from '../ui/late/dialog.tsx';

/** What the keyboard does on a board. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={boardPage.help} isOpen onClose={onClose}>
      <p>{boardPage.helpIntro}</p>
      <table className="mt-3">
        <caption className="vh">{boardPage.help}</caption>
        <thead>
          <tr>
            <th scope="col">{boardPage.helpKeys}</th>
            <th scope="col">{boardPage.helpEffect}</th>
          </tr>
        </thead>
        <tbody>
          {[...boardPage.shortcuts, ...boardGestures.shortcuts].map(([keys, effect]) => (
            <tr key={keys}>
              <th scope="row" className="nowrap">
                {keys}
              </th>
              <td>{effect}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="actions">
        <button className="btn" type="button" onClick={onClose}>
          {boardPage.close}
        </button>
      </div>
    </Dialog>
  );
}
