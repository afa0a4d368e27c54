import { type HelpPlace, helpFor } from '#shared/kernel/help/help-places.ts';
import type { Guide } from './guide-block.ts';
import { readGuide } from './read-guide.server.ts';

/** The folder as it was when the product was built: the words go with the server, the pictures beside the other files. */
const TEXTS: Record<string, string> = import.meta.glob('../../../docs/guide/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const PICTURES: Record<string, string> = import.meta.glob('../../../docs/guide/images/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
});

const INDEX = 'README';
const nameOf = (path: string) => path.replace(/^.*\//, '').replace(/\.md$/, '');
const byName = new Map(Object.entries(TEXTS).map(([path, text]) => [nameOf(path), text]));
const guides = new Set([...byName.keys()].filter((name) => name !== INDEX));
const pictures = new Map(Object.entries(PICTURES).map(([path, address]) => [nameOf(path), address]));

/** [AI1] A guide by its name in the address, or the list of them; null for what is none. */
export function findGuide(name: string | null): Guide | null {
  const text = name === INDEX ? undefined : byName.get(name ?? INDEX);
  return text === undefined ? null : readGuide(text, { guides, picture: (file) => pictures.get(file) });
}

/** [AI1] The guides, in the order of their list. */
export function listGuides(): { readonly name: string; readonly title: string }[] {
  const index = byName.get(INDEX) ?? '';
  const place = (name: string) => index.indexOf(`(${name}.md)`);
  return [...guides]
    .sort((a, b) => place(a) - place(b))
    .map((name) => ({ name, title: findGuide(name)?.title ?? name }));
}

/** A part of a guide, in the words of its title. */
export interface ToldPlace extends HelpPlace {
  readonly title: string;
  readonly ofGuide: string;
}

/** [AI3] What the guides say of a page of the product. */
export function toldPlaces(from: string): ToldPlace[] {
  return helpFor(from).flatMap((place) => {
    const guide = findGuide(place.guide);
    const heading = guide?.blocks.find((block) => block.kind === 'heading' && block.anchor === place.anchor);
    return guide && heading?.kind === 'heading'
      ? [{ ...place, title: heading.text, ofGuide: guide.title }]
      : [];
  });
}
