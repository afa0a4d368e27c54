import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { ANCHORS } from '#server/documents/conversion/comment-anchors.ts';
import { signDocx } from '#server/documents/conversion/import/review/docx-review.ts';
import { settleComments } from '#server/documents/conversion/office-comments.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const DU = 'xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du"';
const document = (about: string) =>
  `<w:document ${W} ${DU}><w:body><w:p><w:ins w:id="1" w:author="A" ${about}><w:r><w:t>un</w:t></w:r></w:ins></w:p></w:body></w:document>`;

test.each([
  ['w:date="2026-11-20T09:00:00Z"', '2026-11-20T08:00:00.000Z'],
  ['w:date="2026-07-20T09:00:00"', '2026-07-20T07:00:00.000Z'],
  ['w:date="2026-11-20T03:00:00Z" w16du:dateUtc="2026-11-20T08:00:00Z"', '2026-11-20T08:00:00.000Z'],
  ['w:date="hier"', null],
  ['', null],
])('[X28] of a change in a DOCX, %s is %s', (about, at) => {
  const { changes } = signDocx({ 'word/document.xml': strToU8(document(about)) }, (text) => text);
  expect(changes).toEqual([{ author: 'A', at }]);
});

test.each([
  ['docx', '"2026-07-20T09:00:05Z"'],
  ['odt', '<dc:date>2026-07-20T09:00:05</dc:date>'],
] as const)('[X28] a comment leaves in a %s with the hour that stood on the wall in Paris', (to, told) => {
  const at = new Date('2026-07-20T07:00:05.300Z');
  const said = { author: 'Anne', organisation: 'Valmont', at, text: 'Quand ?' };
  const thread = { quote: 'un', span: { from: 0, to: 2 }, isResolved: false, comments: [said] };
  const anchors = [ANCHORS.start, ANCHORS.end].map((t) => ({ t, c: 0 }));
  const { blocks } = settleComments([{ t: 'Para', c: anchors }], [thread], to);
  expect(JSON.stringify(blocks)).toContain(told);
});
