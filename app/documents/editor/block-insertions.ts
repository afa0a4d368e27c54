import { Columns2, Columns3, Image, ListCollapse, Table } from 'lucide-react';
import { CALLOUTS } from '#shared/documents/attribute/document-attributes.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { editorInsertions as words } from '#shared/documents/editor/editor-insertions.fr.ts';
import { CALLOUT_ICONS } from '../writing/callout-icons.ts';
import { insertColumns, insertDetails, insertTable, wrapInCallout } from '../writing/container-blocks.ts';
import type { Insertion } from './insertion.ts';

const { insertions: names, keywords } = words;

/** Callouts, foldings, columns, tables and images. */
export const blockInsertions: readonly Insertion[] = [
  ...CALLOUTS.map(
    (kind): Insertion => ({
      id: `callout-${kind}`,
      group: 'callouts',
      label: documentBlocks.callouts[kind],
      keywords: keywords.callouts[kind],
      icon: CALLOUT_ICONS[kind],
      run: (editor) => wrapInCallout(editor, kind),
    }),
  ),
  {
    id: 'details',
    group: 'layout',
    label: names.details,
    keywords: keywords.details,
    icon: ListCollapse,
    run: insertDetails,
  },
  {
    id: 'columns-2',
    group: 'layout',
    label: names.twoColumns,
    keywords: keywords.columns,
    icon: Columns2,
    run: (editor) => insertColumns(editor, 2),
  },
  {
    id: 'columns-3',
    group: 'layout',
    label: names.threeColumns,
    keywords: keywords.columns,
    icon: Columns3,
    run: (editor) => insertColumns(editor, 3),
  },
  {
    id: 'table',
    group: 'layout',
    label: names.table,
    keywords: keywords.table,
    icon: Table,
    run: insertTable,
  },
  {
    id: 'image',
    group: 'media',
    label: names.image,
    keywords: keywords.image,
    icon: Image,
    run: (_editor, open) => open('image'),
  },
];
