import { editor as words } from '#shared/documents/editor/editor.fr.ts';
import { Dialog } from '../../ui/late/dialog.tsx';
import type { EditorDialogProps, ShortcutGroup } from '../editor/editor-dialog.ts';

/** [D24] Every shortcut of the editor, from the commands that they are bound to, then what typing itself understands. */
export function ShortcutsDialog({ given: { shortcuts = [] }, onClose }: EditorDialogProps) {
  return (
    <Dialog title={words.help.title} isOpen onClose={onClose}>
      <div className="shortcuts">
        {shortcuts.map((group) => (
          <Group key={group.label} {...group} />
        ))}
        <Group
          label={words.help.move}
          lines={words.help.moves.map(([name, keys]) => ({ id: name, name, keys }))}
        />
        <Group
          label={words.help.typing}
          lines={words.help.typed.map(([keys, name]) => ({ id: name, name, keys }))}
        />
      </div>
      <div className="actions">
        <button className="btn primary" type="button" onClick={onClose}>
          {words.help.close}
        </button>
      </div>
    </Dialog>
  );
}

function Group({ label, lines }: ShortcutGroup) {
  return (
    <section>
      <h3>{label}</h3>
      <dl>
        {lines.map(({ id, name, keys }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
