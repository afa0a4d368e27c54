import { board as words } from '#shared/boards/board.fr.ts';
import type { Board, Card } from './board.ts';
import { DAYS } from './card/property/card-properties.ts';

/** A board as plain text, for whoever must keep it outside: its columns in order, each card with what was written on it. */
export function boardText({ columns, archived }: Board, title: string): string {
  const parts = columns.map(({ name, cards }) => section(name || words.unnamedColumn, cards));
  if (archived.length > 0) parts.push(section(words.archive, archived));
  return `${[title, ...parts].join('\n\n')}\n`;
}

function section(name: string, cards: readonly Card[]): string {
  return [`## ${name}`, ...cards.map(cardText)].join('\n');
}

function cardText({ title, description, checklists, files, ...card }: Card): string {
  const days = DAYS.map((key) => card[key])
    .filter(Boolean)
    .join(' – ');
  const head = `- ${title || words.untitledCard}${days ? ` (${days})` : ''}`;
  const steps = checklists.flatMap(({ name, items }) => [
    ...(name ? [`  ${name}`] : []),
    ...items.map(({ done, text }) => `  [${done ? 'x' : ' '}] ${text}`),
  ]);
  const attached = files.map(({ name }) => `  ${words.attachedFile(name)}`);
  const lines = description === '' ? [] : description.split('\n').map((line) => `  ${line}`);
  return [head, ...lines, ...steps, ...attached].join('\n');
}
