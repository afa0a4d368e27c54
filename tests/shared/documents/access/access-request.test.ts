import { expect, test } from 'vitest';
import { parseRequestMessage, REQUEST_MESSAGE_MAX } from '#shared/documents/access/access-request.ts';
import { rolesBeyond, rolesWithin } from '#shared/documents/document-access.ts';

test('[A11] one asks for more than one has, and for nothing once one writes', () => {
  expect(rolesBeyond(null)).toEqual(['editor', 'commenter', 'reader']);
  expect(rolesBeyond('read')).toEqual(['editor', 'commenter']);
  expect(rolesBeyond('comment')).toEqual(['editor']);
  expect(rolesBeyond('write')).toEqual([]);
  expect(rolesWithin('editor')).toEqual(['editor', 'commenter', 'reader']);
  expect(rolesWithin('reader')).toEqual(['reader']);
});

test('[A11] a message has at most 500 characters, and may be empty', () => {
  expect(parseRequestMessage('  \r\n ')).toEqual({ ok: true, value: '' });
  expect(parseRequestMessage(' Pour la\r\nréunion\0 ')).toEqual({ ok: true, value: 'Pour la\nréunion' });
  const longest = 'é'.repeat(REQUEST_MESSAGE_MAX);
  expect(parseRequestMessage(`${longest} `)).toEqual({ ok: true, value: longest });
  expect(parseRequestMessage(`${longest}é`)).toEqual({ ok: false, error: 'accessRequest.messageTooLong' });
});
