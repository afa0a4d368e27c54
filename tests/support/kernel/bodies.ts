import { NOBODY } from '#tests/support/route-table.ts';

export const MULTIPART = 'multipart/form-data; boundary=limit';
export const part = (name: string, value: string) =>
  `--limit\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

/** Bodies that no page of ours sends. */
export const BODIES: readonly (readonly [what: string, contentType: string | null, body: string])[] = [
  ['nothing at all', null, ''],
  ['no field', 'application/x-www-form-urlencoded', ''],
  ['fields of nobody', 'application/x-www-form-urlencoded', 'intent=&__proto__=x&a[b]=c&%=%'],
  ['JSON', 'application/json', '{"intent":{"$gt":""}}'],
  ['JSON that is none', 'application/json', '{"intent":'],
  ['plain text', 'text/plain', 'intent=x'],
  ['a type that is none', 'x', 'intent=x'],
  ['multipart without its boundary', 'multipart/form-data', part('intent', 'x')],
  ['multipart without an end', MULTIPART, part('intent', 'x')],
  ['multipart that is none', MULTIPART, 'intent=x'],
  ['multipart cut in a header', MULTIPART, '--limit\r\nContent-Disposition: form-da'],
  [
    'a file where a text is expected',
    MULTIPART,
    `--limit\r\nContent-Disposition: form-data; name="intent"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nx\r\n--limit--\r\n`,
  ],
  ['bytes', 'application/octet-stream', '\u0000\u0001\u0002'],
];

/** What the database keeps in no text, as each kind of body writes it. */
export const UNSTORABLE: readonly (readonly [type: string, body: string])[] = [
  ['application/x-www-form-urlencoded', 'intent=x&title=a%00b'],
  ['application/x-www-form-urlencoded', 'intent=x&a%00b=c'],
  [MULTIPART, `${part('title', 'a\u0000b')}--limit--\r\n`],
  ['application/json', '{"title":"a\\u0000b"}'],
  ['application/json', '{"deep":[{"title":"a\\ud800"}]}'],
];

/** What is no UTF-8, as each kind of body writes it. */
export const ILL_ENCODED: readonly (readonly [type: string, body: string | Buffer])[] = [
  ['application/x-www-form-urlencoded', 'intent=x&title=%ff'],
  ['application/x-www-form-urlencoded', Buffer.from('intent=x&title=\xff', 'latin1')],
  [MULTIPART, Buffer.from(`${part('title', '\xff')}--limit--\r\n`, 'latin1')],
  [MULTIPART, Buffer.from(`${part('titr\xe9', 'x')}--limit--\r\n`, 'latin1')],
  ['application/json', Buffer.from('{"title":"\xff"}', 'latin1')],
];

/** What a form may say besides its gesture, and what an action would keep that took one for another. */
export const FIELDS: Readonly<Record<string, string>> = {
  ...{ title: 'Ne doit pas rester', name: 'Ne doit pas rester', personName: 'Ne doit pas rester' },
  ...{ reason: 'Ne doit pas rester', text: 'Ne doit pas rester', message: 'Ne doit pas rester' },
  ...{ id: NOBODY, seen: '0', state: 'suspended', to: 'review', role: 'other', kind: 'city' },
};
/** A refusal leaves its line there, and somebody who asks was seen. */
export const WRITTEN_BY_ASKING = new Set(['audit_entry', 'audit_head', 'session']);
