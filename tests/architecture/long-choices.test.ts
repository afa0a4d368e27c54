import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '#tests/support/architecture/source-files.ts';

/** Lists of the browser that are drawn elsewhere than in `app/ui/field.tsx`, which finds what is long by typing (decision 0041): why each may be. */
const OWN: Readonly<Record<string, string>> = {
  'app/boards/card/card-fields.tsx':
    'written to the live board as it is chosen; people and cities of one group',
  'app/boards/card/card-repeat.tsx': 'words of ours',
  'app/boards/table/table-tools.tsx': 'words of ours',
  'app/boards/view/filter-bar.tsx': 'fields of one board that lanes are made by',
  'app/documents/access/waiting-requests.tsx': 'roles',
  'app/documents/comment/panel-head.tsx': 'words of ours',
  'app/documents/comment/passage-picker.tsx':
    'paragraphs of the open text, in their order, which is how they are known',
  'app/documents/list/library-filter.tsx': 'words of ours',
  'app/documents/list/named-list.tsx': 'roles',
  'app/programme/application/field-control.tsx':
    'choices of a question, written to the live draft as they are chosen',
  'app/ui/field.tsx': 'the one component',
};

test('[PG5] what people choose among goes by the one field that finds what is long; each other list says why it is short', () => {
  const drawn = sourceFiles(['app']).filter(
    (path) => path.endsWith('.tsx') && /<select\b/.test(readFileSync(path, 'utf8')),
  );
  expect(drawn.toSorted()).toEqual(Object.keys(OWN).toSorted());
});
