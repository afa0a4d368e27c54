import type { Editor } from '@tiptap/core';
import {
  ChevronDown,
  Download,
  ExternalLink,
  ImageOff,
  type LucideIcon,
  Pencil,
  Replace,
  Trash2,
} from 'lucide-react';
import { useEffect, useReducer } from 'react';
import { readAttrs, STATES } from '#shared/documents/attribute/document-attributes.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import { MenuButton } from '../../ui/late/menu-button.tsx';
import type { EditedDocument } from '../editor/editor-dialog.ts';
import type { OpenDialog } from '../editor/editor-dialogs.ts';
import { later } from '../editor/later.ts';
import { replaceAttachment } from './file/replace-attachment.ts';
import { changeNode } from './insert-blocks.ts';
import { nameBook } from './name-book.ts';
import { EDITS, type Selected } from './selected-object.ts';

const words = documentInserts.bar;

interface ActionsProps {
  readonly editor: Editor;
  readonly edited: EditedDocument;
  readonly selected: Selected;
  readonly open: OpenDialog;
}

/** The actions of one object, the usual one first. */
export function NodeActions({ editor, edited, selected, open }: ActionsProps) {
  const { name, at, attrs } = selected;
  const dialog = EDITS[name]?.dialog;
  return (
    <>
      {name === 'image' && <Description attrs={attrs} />}
      {dialog && <Action icon={Pencil} label={editLabel(selected)} onPress={() => open(dialog)} />}
      {name === 'status' && <StateMenu editor={editor} selected={selected} />}
      {name === 'reference' && <OpenReference attrs={attrs} />}
      {name === 'embed' && typeof attrs.src === 'string' && (
        <Door icon={ExternalLink} label={words.open} href={attrs.src} />
      )}
      {name === 'attachment' && typeof attrs.src === 'string' && (
        <Door icon={Download} label={words.download} href={attrs.src} isDownload />
      )}
      {name === 'attachment' && (
        <Action
          icon={Replace}
          label={words.replace}
          onPress={() => void replaceAttachment(editor, edited, at)}
        />
      )}
      <Action icon={Trash2} label={words.remove} onPress={() => remove(editor, selected)} isQuiet />
    </>
  );
}

function editLabel({ name, attrs }: Selected): string {
  return name === 'image' && attrs.alt === null ? words.describe : words.edit;
}

function remove(editor: Editor, { at, name }: Selected): void {
  const node = editor.state.doc.nodeAt(at);
  if (node?.type.name === name)
    editor
      .chain()
      .focus()
      .deleteRange({ from: at, to: at + node.nodeSize })
      .run();
}

function Description({ attrs }: Pick<Selected, 'attrs'>) {
  const { alt } = readAttrs('image', attrs);
  if (alt) return null;
  return (
    <span className={alt === null ? 'undescribed warning' : 'undescribed'}>
      <ImageOff className="icon" aria-hidden="true" />
      {alt === null ? words.undescribed : words.decorative}
    </span>
  );
}

function StateMenu({ editor, selected }: { editor: Editor; selected: Selected }) {
  const { state } = readAttrs('status', selected.attrs);
  return (
    <MenuButton
      className="btn sm"
      label={words.state(documentBlocks.states[state])}
      actions={STATES.map((one) => ({
        id: one,
        label: documentBlocks.states[one],
        onAction: () => later(() => changeNode(editor, selected.at, 'status', { state: one })),
      }))}
    >
      {documentBlocks.states[state]}
      <ChevronDown className="icon" aria-hidden="true" />
    </MenuButton>
  );
}

/** Where the reference leads, once it is known. */
function OpenReference({ attrs }: Pick<Selected, 'attrs'>) {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => () => nameBook.leave(redraw), []);
  const { kind, id } = readAttrs('reference', attrs);
  const named = kind !== null && id !== null ? nameBook.look({ kind, id }, redraw).named : null;
  return named?.href ? <Door icon={ExternalLink} label={words.open} href={named.href} /> : null;
}

interface ActionProps {
  readonly icon: LucideIcon;
  readonly label: string;
  /** Its word is for screen readers and for whoever points at it. */
  readonly isQuiet?: boolean;
}

function Action({ icon: Icon, label, isQuiet = false, onPress }: ActionProps & { onPress: () => void }) {
  return (
    <button
      className={isQuiet ? 'btn sm tip' : 'btn sm'}
      type="button"
      aria-label={isQuiet ? label : undefined}
      data-tip={isQuiet ? label : undefined}
      // The selection stays in the text while its tools are pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon className="icon" aria-hidden="true" />
      {!isQuiet && label}
    </button>
  );
}

function Door({
  icon: Icon,
  label,
  href,
  isDownload = false,
}: ActionProps & { href: string; isDownload?: boolean }) {
  return (
    <a
      className="btn sm"
      href={href}
      {...(isDownload ? { download: '' } : { target: '_blank', rel: 'noopener noreferrer' })}
    >
      <Icon className="icon" aria-hidden="true" />
      {label}
    </a>
  );
}
