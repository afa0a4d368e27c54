import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Ellipsis, GripVertical, type LucideIcon, Plus, Table, WandSparkles } from 'lucide-react';
import { commentEntry } from '#shared/documents/comment/comment-entry.fr.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { useSay } from '../../ui/announcer.tsx';
import type { MenuAction } from '../../ui/late/menu.tsx';
import { MenuButton } from '../../ui/late/menu-button.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { EditorCommand } from './editor-command.ts';
import type { OpenDialog } from './editor-dialogs.ts';
import { later } from './later.ts';
import { printKeys } from './print-keys.ts';
import type { WritingToolsModule } from './use-writing-tools.ts';

const words = documentWords.toolbar;
/** While what a menu offers is on its way. */
const WAITING: readonly MenuAction[] = [
  { id: 'loading', label: words.loading, isDisabled: true, onAction: () => undefined },
];
/** [SG5] In suggestion mode. */
export const REFUSED: readonly MenuAction[] = [
  { id: 'refused', label: commentEntry.formNotProposed, isDisabled: true, onAction: () => undefined },
];

interface LateMenuProps {
  readonly editor: Editor;
  /** Nothing of what these menus do can be proposed. */
  readonly isSuggesting: boolean;
  readonly open: OpenDialog;
  readonly menus: WritingToolsModule['toolbarMenus'] | null;
}

/** The menus of the toolbar whose entries are loaded once somebody is about to write. */
export const LateMenus = {
  Marks(props: LateMenuProps) {
    return (
      <CommandMenu {...props} name={words.moreMarks} icon={WandSparkles} commands={props.menus?.marks} />
    );
  },

  /** Everything that can be inserted; the same as what a slash offers. */
  Insert(props: LateMenuProps) {
    return (
      <CommandMenu {...props} name={words.insert} icon={Plus} isWorded commands={props.menus?.insertions} />
    );
  },

  More(props: LateMenuProps) {
    return (
      <CommandMenu
        {...props}
        isSuggesting={false}
        name={words.more}
        icon={Ellipsis}
        commands={props.menus?.more}
      />
    );
  },

  /** Tables: insert one, or change the one that the caret is in. */
  Table({ editor, open, menus, isSuggesting }: LateMenuProps) {
    const [say, tell] = [useSay(), useToast()];
    useEditorState({ editor, selector: () => editor.state.selection });
    const actions = isSuggesting
      ? REFUSED
      : (menus?.ofTable({ editor, open, voice: { say, tell } }) ?? WAITING);
    return <LateMenu name={words.table} icon={Table} actions={actions} />;
  },

  /** What can be done with the block of the caret. */
  Block({ editor, open, menus, isSuggesting }: LateMenuProps) {
    const [say, tell] = [useSay(), useToast()];
    // Its entries depend on where the caret is.
    useEditorState({ editor, selector: () => editor.state.selection });
    const actions = isSuggesting ? REFUSED : (menus?.ofBlock(editor, open, { say, tell }) ?? WAITING);
    return <LateMenu name={words.blockMenu} icon={GripVertical} actions={actions} />;
  },
};

function CommandMenu({
  editor,
  open,
  commands,
  isSuggesting,
  menus: _,
  ...menu
}: LateMenuProps & Shown & { commands: readonly Grouped[] | undefined }) {
  const on = useEditorState({
    editor,
    selector: () => commands?.filter(({ isOn }) => isOn?.(editor)).map(({ id }) => id) ?? [],
  });
  const actions = commands?.map(({ id, group, label, icon, keys, run }, rank) => ({
    id,
    label,
    icon,
    ...(keys && { keys: printKeys(keys) }),
    ...(on.includes(id) && { chosen: words.on }),
    startsGroup: rank > 0 && commands[rank - 1]?.group !== group,
    onAction: () => later(() => run(editor, open)),
  }));
  return <LateMenu {...menu} actions={isSuggesting ? REFUSED : (actions ?? WAITING)} />;
}

type Grouped = EditorCommand & { readonly group?: string };

interface Shown {
  readonly name: string;
  readonly icon: LucideIcon;
  /** Its name is written beside its icon. */
  readonly isWorded?: boolean;
}

function LateMenu({
  name,
  icon: Icon,
  isWorded = false,
  actions,
}: Shown & { actions: readonly MenuAction[] }) {
  return (
    <span className="tip" data-tip={name}>
      <MenuButton className={isWorded ? 'btn sm words' : 'btn sm'} label={name} actions={actions}>
        <Icon className="icon" aria-hidden="true" />
        {isWorded && name}
      </MenuButton>
    </span>
  );
}
