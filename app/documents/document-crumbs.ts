import { document as words } from '#shared/documents/document.fr.ts';
import { paths } from '#shared/paths.ts';

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly group: { readonly id: string; readonly name: string };
  /** Null for somebody of another group: its pages are not theirs. */
  readonly groupRole: string | null;
}

/** Where a document stands: its group, when that is the reader's too, and itself. */
export function documentCrumbs({ id, title, group, groupRole }: Shown) {
  const own = { href: paths.document({ id, title }), label: title };
  if (groupRole === null) return [own];
  const titled = { id: group.id, title: group.name };
  return [
    { href: paths.group(titled), label: group.name },
    { href: paths.groupDocuments(titled), label: words.documents },
    own,
  ];
}
