import { uuidv4 } from 'lib0/random';
import { Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { board } from '#shared/boards/board.fr.ts';
import { boardFields } from '#shared/boards/board-fields.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { boardStructure as words } from '#shared/boards/board-structure.fr.ts';
import { savedQuery } from '#shared/boards/view/board-address.ts';
import type { SavedView } from '#shared/boards/view/saved-view.ts';
import { addSavedView, removeSavedView, renameSavedView } from '#shared/boards/view/saved-view-operations.ts';
import { TextField } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { RemovedList } from '../card/removed-list.tsx';
import { NameDraft } from '../name-draft.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { useBoardAddress } from '../parts/use-board-address.ts';

/** Gives the present view a name, for the whole group. */
export function SaveViewDialog({ onClose }: { onClose: () => void }) {
  const { params } = useBoardAddress();
  const id = useId();
  const notify = useToast();
  const { edit } = useBoardWorld();
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  if (!edit) return null;
  return (
    <Dialog title={words.saveTitle} isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const added = addSavedView(edit.doc, { viewId: uuidv4(), name, query: savedQuery(params) });
          if (!added.ok) return setError(board.errors[added.error]);
          notify({ text: words.viewSaved(name.trim()) });
          onClose();
        }}
      >
        <p className="muted small">{words.saveIntro}</p>
        <TextField
          label={words.viewName}
          hint={words.viewNameHint}
          name="name"
          required
          id={`${id}name`}
          error={error}
          value={name}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <FormActions cancel={board.cancel} submit={words.save} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

/** The named views: another name, one less; what was removed here can be put back here. */
export function ViewsDialog({ views, onClose }: { views: readonly SavedView[]; onClose: () => void }) {
  const { edit } = useBoardWorld();
  const [removed, setRemoved] = useState<readonly SavedView[]>([]);
  const [said, setSaid] = useState('');
  if (!edit) return null;
  const { doc } = edit;
  const gone = removed.filter(({ id }) => !views.some((view) => view.id === id));
  return (
    <Dialog title={words.manageTitle} isOpen onClose={onClose}>
      {views.length === 0 && <p className="muted">{words.noViewYet}</p>}
      <ul className="ruled dialog-list">
        {views.map((view) => (
          <ViewRow
            key={view.id}
            view={view}
            onRemove={() => {
              if (!removeSavedView(doc, { viewId: view.id }).ok) return;
              setRemoved([...gone, view]);
              setSaid(words.viewRemoved(view.name));
            }}
          />
        ))}
      </ul>
      <RemovedList
        title={words.removedViews}
        removed={gone}
        onRestore={({ id: viewId, name, query }) => {
          if (addSavedView(doc, { viewId, name, query }).ok) setSaid(words.viewRestored(name));
        }}
      />
      <p className="vh" role="status">
        {said}
      </p>
      <div className="actions">
        <button className="btn" type="button" onClick={onClose}>
          {boardPage.close}
        </button>
      </div>
    </Dialog>
  );
}

function ViewRow({ view, onRemove }: { view: SavedView; onRemove: () => void }) {
  const { edit } = useBoardWorld();
  if (!edit) return null;
  const name = view.name || boardFields.unnamed;
  return (
    <NameDraft
      value={view.name}
      label={words.renameView(name)}
      write={(text) => renameSavedView(edit.doc, { viewId: view.id, name: text })}
    >
      <button
        className="btn quiet sm icon-only push"
        type="button"
        aria-label={words.removeView(name)}
        onClick={onRemove}
      >
        <Trash2 className="icon" aria-hidden="true" />
      </button>
    </NameDraft>
  );
}
