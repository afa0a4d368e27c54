import type { Editor } from '@tiptap/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { editor as words } from '#shared/documents/editor/editor.fr.ts';
import { editorInsertions } from '#shared/documents/editor/editor-insertions.fr.ts';
import { useSay } from '../../ui/announcer.tsx';
import type { OpenDialog } from '../editor/editor-dialogs.ts';
import { findInsertions } from '../editor/find-insertions.ts';
import type { Insertion } from '../editor/insertion.ts';
import { INSERTIONS } from '../editor/insertions.ts';
import { printKeys } from '../editor/print-keys.ts';
import { addLatePlugins } from './late-plugins.ts';
import { type SlashProps, slashPlugin } from './slash-plugin.ts';

const LIST = 'blocs-a-inserer';
/** Kept between the menu and the edge of the window, in pixels. */
const EDGE = 8;
const optionId = ({ id }: Insertion) => `inserer-${id}`;

/**
 * The menu that a slash opens: what is typed after it filters, arrows choose, Enter inserts, Escape keeps the text. The focus
 * stays in the text, which names the chosen option (`aria-activedescendant`); it is said aloud too, since not every screen
 * reader follows that out of a text that is edited.
 */
export function SlashMenu({ editor, open }: { editor: Editor; open: OpenDialog }) {
  const [shown, setShown] = useState<SlashProps | null>(null);
  const [chosen, setChosen] = useState(0);
  const items = shown ? itemsOf(shown) : [];
  // What is shown now, for keys that come before it is drawn.
  const now = useRef<{ shown: SlashProps | null; chosen: number }>({ shown, chosen });
  const opening = useRef(open);
  opening.current = open;
  const say = useSay();

  useEffect(() => {
    const choose = (rank: number) => {
      now.current.chosen = rank;
      setChosen(rank);
    };
    const show = (props: SlashProps | null) => {
      if (props?.query !== now.current.shown?.query) choose(0);
      now.current.shown = props;
      setShown(props);
    };
    const press = ({ event }: { event: KeyboardEvent }) => {
      const { shown: open, chosen } = now.current;
      if (!open || event.isComposing) return false;
      const items = itemsOf(open);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const next = {
        ArrowDown: (chosen + 1) % items.length,
        ArrowUp: (chosen - 1 + items.length) % items.length,
        Home: 0,
        End: items.length - 1,
      }[event.key];
      if (items.length === 0) return step !== undefined;
      if (next !== undefined) {
        choose(next);
        return true;
      }
      const item = items[chosen];
      if ((event.key !== 'Enter' && event.key !== 'Tab') || !item) return false;
      open.command(item);
      return true;
    };
    const insert = (insertion: Insertion) => insertion.run(editor, opening.current);
    addLatePlugins(editor, [
      slashPlugin(editor, INSERTIONS, { show, hide: () => show(null), press }, insert),
    ]);
  }, [editor]);

  const onPoint = (rank: number) => {
    now.current.chosen = rank;
    setChosen(rank);
  };
  const isOpen = shown !== null;
  const item = items[chosen];
  useEffect(() => {
    const { dom } = editor.view;
    const told = { 'aria-controls': LIST, 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox' };
    if (isOpen) for (const [name, value] of Object.entries(told)) dom.setAttribute(name, value);
    if (isOpen && item) dom.setAttribute('aria-activedescendant', optionId(item));
    return () => {
      for (const name of [...Object.keys(told), 'aria-activedescendant']) dom.removeAttribute(name);
    };
  }, [editor, isOpen, item]);
  useEffect(() => {
    if (!isOpen) return;
    const count = items.length;
    const at = item && words.slashAt(item.label, chosen + 1, count);
    say(at ? (chosen === 0 ? `${at}. ${words.slashCount(count)}` : at) : words.slashNone);
  }, [isOpen, item, chosen, items.length, say]);

  return (
    shown &&
    createPortal(
      <SlashList {...{ shown, items, chosen, onPoint }} />,
      editor.view.dom.closest('main') ?? document.body,
    )
  );
}

function SlashList({
  shown,
  items,
  chosen,
  onPoint,
}: {
  shown: SlashProps;
  items: readonly Insertion[];
  chosen: number;
  onPoint: (rank: number) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [mount] = useState(() => shown.mount);
  useLayoutEffect(() => {
    const list = place.current;
    if (!list) return;
    return mount(list, {
      onPosition: ({ x, y }) => {
        const most = document.documentElement.clientWidth - list.offsetWidth - EDGE;
        Object.assign(list.style, { left: `${Math.max(EDGE, Math.min(x, most))}px`, top: `${y}px` });
      },
    });
  }, [mount]);
  useEffect(() => {
    place.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <div className="menu slash-menu" ref={place}>
      {/* In the tab order because it scrolls; Tab itself is taken by the text, and inserts. */}
      <div role="listbox" tabIndex={0} id={LIST} aria-label={words.slashLabel}>
        {groupsOf(items).map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields.
          <div key={group} role="group" aria-label={editorInsertions.groups[group]}>
            <p className="menu-group" aria-hidden="true">
              {editorInsertions.groups[group]}
            </p>
            {items.map(
              (item, rank) =>
                item.group === group && (
                  <SlashOption
                    key={item.id}
                    item={item}
                    isChosen={rank === chosen}
                    onPoint={() => onPoint(rank)}
                    onPress={() => shown.command(item)}
                  />
                ),
            )}
          </div>
        ))}
      </div>
      {items.length === 0 && <p className="menu-empty">{words.slashNone}</p>}
    </div>
  );
}

function SlashOption({
  item,
  isChosen,
  onPoint,
  onPress,
}: {
  item: Insertion;
  isChosen: boolean;
  onPoint: () => void;
  onPress: () => void;
}) {
  const { icon: Icon, label, keys } = item;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text's, which keeps the focus.
    // biome-ignore lint/a11y/useFocusableInteractive: named by the text as its active descendant.
    <div
      role="option"
      id={optionId(item)}
      className="menu-item"
      aria-selected={isChosen}
      onPointerMove={onPoint}
      // The caret stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon className="icon" aria-hidden="true" />
      <span>{label}</span>
      {keys && <kbd>{printKeys(keys)}</kbd>}
    </div>
  );
}

/** What is found, as the list is drawn: group by group, the group of the best one first. */
function itemsOf({ query }: SlashProps): readonly Insertion[] {
  const items = findInsertions(INSERTIONS, query);
  return groupsOf(items).flatMap((group) => items.filter((item) => item.group === group));
}

function groupsOf(items: readonly Insertion[]) {
  return [...new Set(items.map(({ group }) => group))];
}
