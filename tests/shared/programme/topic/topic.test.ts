import { expect, test } from 'vitest';
import {
  checkClosedNow,
  checkDelete,
  checkEdit,
  namedIn,
  POST_MAX,
  parsePost,
  partsOfPost,
} from '#shared/programme/topic/topic.ts';
import { mayClose } from '#shared/programme/topic/topic-access.ts';

test('[TP1] a message has words, and at most ten thousand characters', () => {
  expect(parsePost('  Bonjour\r\n\r\nà tous \n')).toEqual({ ok: true, value: 'Bonjour\n\nà tous' });
  expect(parsePost(' \n ')).toEqual({ ok: false, error: 'topic.messageEmpty' });
  expect(parsePost('a'.repeat(POST_MAX)).ok).toBe(true);
  expect(parsePost('a'.repeat(POST_MAX + 1))).toEqual({ ok: false, error: 'topic.messageTooLong' });
});

test('[TP1] paragraphs, addresses and called names of a message are told apart', () => {
  const body = 'Bonjour @Nadia Ferrand, voyez https://ombre.example/a?b=c.\n\n\n<b>Merci</b> @Nadia';
  expect(partsOfPost(body, ['Nadia', 'Nadia Ferrand'])).toEqual([
    [
      { is: 'text', text: 'Bonjour ' },
      { is: 'name', text: '@Nadia Ferrand' },
      { is: 'text', text: ', voyez ' },
      { is: 'link', text: 'https://ombre.example/a?b=c' },
      { is: 'text', text: '.' },
    ],
    [
      { is: 'text', text: '<b>Merci</b> ' },
      { is: 'name', text: '@Nadia' },
    ],
  ]);
  expect(partsOfPost('javascript:alert(1) ftp://x.example', [])).toEqual([
    [{ is: 'text', text: 'javascript:alert(1) ftp://x.example' }],
  ]);
});

test('[TP3] whoever stands behind « @ » is named, of those who may be', () => {
  const people = [
    { id: 'n', name: 'Nadia Ferrand' },
    { id: 'j', name: 'Julien Morel' },
    { id: 'x', name: '' },
  ];
  expect(namedIn('@Nadia Ferrand et Julien Morel', people)).toEqual(['n']);
});

const post = { authorId: 'n', deletedBy: null, isDeleted: false, closedAt: null };
const [author, other, moderator] = [
  { by: 'n', isModerator: false },
  { by: 'j', isModerator: false },
  { by: 'c', isModerator: true },
];

test('[TP4] words are changed by their author alone, while they are there and the discussion is open', () => {
  expect(checkEdit(author, post).ok).toBe(true);
  for (const actor of [other, moderator])
    expect(checkEdit(actor, post)).toEqual({ ok: false, error: 'topic.notYours' });
  expect(checkEdit(author, { ...post, closedAt: new Date() })).toEqual({
    ok: false,
    error: 'topic.isClosed',
  });
  expect(checkEdit(author, { ...post, isDeleted: true }).ok).toBe(false);
  expect(checkEdit(author, undefined)).toEqual({ ok: false, error: 'topic.postNotFound' });
});

test('[TP4] [TP5] a message is taken off by its author or a moderator, and what a moderator took off its author does not give back', () => {
  expect([author, other, moderator].map((actor) => checkDelete(actor, post).ok)).toEqual([true, false, true]);
  const byModerator = { ...post, isDeleted: true, deletedBy: 'c' };
  expect([author, other, moderator].map((actor) => checkDelete(actor, byModerator).ok)).toEqual([
    false,
    false,
    true,
  ]);
  expect(checkDelete(author, { ...byModerator, deletedBy: 'n' }).ok).toBe(true);
});

test('[TP5] a discussion is closed by whoever began it and by its moderators', () => {
  const begun = { createdBy: 'n' };
  expect([author, other, moderator].map((actor) => mayClose(actor, begun))).toEqual([true, false, true]);
  expect(checkClosedNow(false, true)).toEqual({ ok: false, error: 'topic.isClosed' });
  expect(checkClosedNow(false, false)).toEqual({ ok: false, error: 'topic.isOpen' });
});
