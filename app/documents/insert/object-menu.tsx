import type { Editor } from '@tiptap/core';
import {
  Building2,
  FileText,
  Kanban,
  type LucideIcon,
  MapPin,
  SquareCheckBig,
  UserRound,
  UsersRound,
} from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { FoundObject } from '#shared/documents/attribute/document-objects.ts';
import { documentInsertions } from '#shared/documents/insert/document-insertions.fr.ts';
import { KINDS, kindOf } from '#shared/kinds.ts';
import { useSay } from '../../ui/announcer.tsx';
import { addLatePlugins } from '../writing/late-plugins.ts';
import { type Among, type ObjectListProps, objectPlugin } from './object-plugin.ts';

const words = documentInsertions.list;
const LIST = 'objets-a-citer';
const optionId = ({ kind, id }: FoundObject) => `citer-${kind}-${id}`;
const ICONS: Readonly<Record<string, LucideIcon>> = {
  person: UserRound,
  organisation: Building2,
  document: FileText,
  board: Kanban,
  card: SquareCheckBig,
  group: UsersRound,
  city: MapPin,
};

interface Shown {
  readonly among: Among;
  readonly props: ObjectListProps;
  readonly hasFailed: boolean;
}

/**
 * The lists that `@` and `[[` open: what is typed after them is looked for on the server, arrows choose, Enter inserts, Escape
 * keeps the text. The focus stays in the text, which names the chosen one; it is said aloud too.
 */
export function ObjectMenu({ editor, documentId }: { editor: Editor; documentId: string }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [chosen, setChosen] = useState(0);
  const items = shown?.props.items ?? [];
  const now = useRef({ shown, items, chosen });
  now.current = { shown, items, chosen };
  const say = useSay();

  useEffect(() => {
    const view = {
      show: (among: Among, props: ObjectListProps, hasFailed: boolean) => {
        if (props.query !== now.current.shown?.props.query) setChosen(0);
        setShown({ among, props, hasFailed });
      },
      hide: () => setShown(null),
      press: ({ event }: { event: KeyboardEvent }) => {
        const { shown: open, items, chosen } = now.current;
        if (!open || event.isComposing || items.length === 0) return false;
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step !== undefined) {
          setChosen((chosen + step + items.length) % items.length);
          return true;
        }
        const item = items[chosen];
        if ((event.key !== 'Enter' && event.key !== 'Tab') || !item || open.props.loading) return false;
        open.props.command(item);
        return true;
      },
    };
    addLatePlugins(editor, [
      objectPlugin(editor, 'mentions', documentId, view),
      objectPlugin(editor, 'pages', documentId, view),
    ]);
  }, [editor, documentId]);

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
  const isSettled = isOpen && !shown.props.loading;
  const nothing = shown?.hasFailed ? words.failed : words.none;
  useEffect(() => {
    if (!isSettled) return;
    const at = item && words.at(item.name, item.detail, chosen + 1, items.length);
    say(at ? (chosen === 0 ? `${at}. ${words.count(items.length)}` : at) : nothing);
  }, [isSettled, item, chosen, items.length, nothing, say]);

  return (
    shown && createPortal(<ObjectList {...{ shown, items, chosen, setChosen, nothing }} />, placeFor(editor))
  );
}

/** Beside the text, not after the whole page: what floats over it belongs to it. */
export function placeFor(editor: Editor): Element {
  return editor.view.dom.closest('main') ?? document.body;
}

interface ListProps {
  readonly shown: Shown;
  readonly items: readonly FoundObject[];
  readonly chosen: number;
  readonly setChosen: (rank: number) => void;
  readonly nothing: string;
}

function ObjectList({ shown, items, chosen, setChosen, nothing }: ListProps) {
  const place = useRef<HTMLDivElement>(null);
  const { mount, loading, command } = shown.props;
  const [first] = useState(() => mount);
  useLayoutEffect(() => {
    if (place.current) return first(place.current);
  }, [first]);
  useEffect(() => {
    place.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const label = shown.among === 'mentions' ? words.mentions : words.references;
  return (
    <div className="menu object-menu" ref={place}>
      <div role="listbox" id={LIST} aria-label={label} aria-busy={loading} tabIndex={0}>
        {items.map((item, rank) => (
          <ObjectOption
            key={optionId(item)}
            item={item}
            isChosen={rank === chosen}
            onPoint={() => setChosen(rank)}
            onPress={() => command(item)}
          />
        ))}
      </div>
      {items.length === 0 && <p className="menu-empty">{loading ? words.searching : nothing}</p>}
    </div>
  );
}

interface OptionProps {
  readonly item: FoundObject;
  readonly isChosen: boolean;
  readonly onPoint: () => void;
  readonly onPress: () => void;
}

function ObjectOption({ item, isChosen, onPoint, onPress }: OptionProps) {
  const { kind, name, detail } = item;
  const Icon = ICONS[kind] ?? FileText;
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
      <span className="object-name">
        <span>{name}</span>
        <span className="muted small">
          {[KINDS[kindOf(kind) ?? 'document'].one, detail].filter(Boolean).join(' · ')}
        </span>
      </span>
    </div>
  );
}
