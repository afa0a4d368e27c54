import type * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { boardText } from '#shared/boards/board-text.ts';
import { escapeText } from '#shared/documents/text/document-markup.ts';
import { readDocument } from '#shared/documents/text/document-reader.ts';
import { slugOf } from '#shared/kernel/ids.ts';
import { parseRoom } from '#shared/realtime/realtime.ts';

/** Gives what a document or a board holds as a file: a page that can be read anywhere and pasted back, or plain text. */
export function downloadCopy(doc: Y.Doc, { room, title }: { room: string; title: string }): void {
  const isBoard = parseRoom(room)?.kind === 'board';
  const content = isBoard ? boardText(readBoard(doc), title) : page(readDocument(doc).blocks, title);
  const blob = new Blob([content], {
    type: isBoard ? 'text/plain;charset=utf-8' : 'text/html;charset=utf-8',
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${slugOf(title) || 'copie'}.${isBoard ? 'txt' : 'html'}`;
  link.click();
  // The browser has its own hold on the file once the download has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function page(blocks: readonly string[], title: string): string {
  const name = escapeText(title);
  return [
    '<!doctype html>',
    `<html lang="fr"><head><meta charset="utf-8"><title>${name}</title></head>`,
    `<body><h1>${name}</h1>`,
    ...blocks,
    '</body></html>',
  ].join('\n');
}
