import { fail, ok, type Result } from '../../kernel/result.ts';
import { storable } from '../../kernel/storable.ts';
import { mayDelete, mayEdit, type PostState, type TopicActor } from './topic-access.ts';

export const POST_MAX = 10_000;
/** Messages of one page of a discussion, and discussions of one page of their list. */
export const POSTS_A_PAGE = 30;
export const TOPICS_A_PAGE = 20;

/** [TP1] A message has words, in plain paragraphs, and at most ten thousand characters. */
export function parsePost(text: string): Result<string, 'topic.messageEmpty' | 'topic.messageTooLong'> {
  const body = storable(text.replaceAll(/\r\n?/g, '\n')).trim();
  if (body === '') return fail('topic.messageEmpty');
  return body.length > POST_MAX ? fail('topic.messageTooLong') : ok(body);
}

/** [TP3] Ids of the people whose names stand in a message behind « @ ». */
export function namedIn(
  body: string,
  people: readonly { readonly id: string; readonly name: string }[],
): string[] {
  return people.filter(({ name }) => name !== '' && body.includes(`@${name}`)).map(({ id }) => id);
}

/** [TP5] Of several people who close one at once, or open it again, one does. */
export function checkClosedNow(
  isChanged: boolean,
  isClosed: boolean,
): Result<void, 'topic.isClosed' | 'topic.isOpen'> {
  if (isChanged) return ok();
  return fail(isClosed ? 'topic.isClosed' : 'topic.isOpen');
}

type NotYours = 'topic.postNotFound' | 'topic.notYours';

/** [TP4] The message, if this person may change its words, while the discussion is open. */
export function checkEdit<Kept extends PostState & { readonly closedAt: Date | null }>(
  actor: TopicActor,
  post: Kept | undefined,
): Result<Kept, NotYours | 'topic.isClosed'> {
  if (!post) return fail('topic.postNotFound');
  if (!mayEdit(actor, post)) return fail('topic.notYours');
  return post.closedAt ? fail('topic.isClosed') : ok(post);
}

/** [TP4] [TP5] The message, if this person may take it off or give it back. */
export function checkDelete<Kept extends PostState>(
  actor: TopicActor,
  post: Kept | undefined,
): Result<Kept, NotYours> {
  if (!post) return fail('topic.postNotFound');
  return mayDelete(actor, post) ? ok(post) : fail('topic.notYours');
}

/** [TP1] Who writes in a discussion writes in one that is open. */
export function checkWritable(isOpen: boolean): Result<void, 'topic.isClosed'> {
  return isOpen ? ok() : fail('topic.isClosed');
}

/** A piece of a paragraph: words, an address of the web, or a name that is called. */
export interface PostPart {
  readonly is: 'text' | 'link' | 'name';
  readonly text: string;
}

const ADDRESS = /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]’']/gu;

/** [TP1] The paragraphs of a message, in which addresses are links and called names stand out. Total. */
export function partsOfPost(body: string, names: readonly string[]): PostPart[][] {
  return body
    .split(/\n{2,}/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => {
      const parts: PostPart[] = [];
      let from = 0;
      for (const { 0: address, index } of paragraph.matchAll(ADDRESS)) {
        parts.push(...namesIn(paragraph.slice(from, index), names));
        parts.push({ is: 'link', text: address });
        from = index + address.length;
      }
      return [...parts, ...namesIn(paragraph.slice(from), names)];
    });
}

function namesIn(text: string, names: readonly string[]): PostPart[] {
  const called = names.map((name) => `@${name}`).toSorted((a, b) => b.length - a.length);
  const parts: PostPart[] = [];
  let rest = text;
  while (rest !== '') {
    const places = called.map((name) => ({ name, at: rest.indexOf(name) })).filter(({ at }) => at >= 0);
    const [first] = places.toSorted((a, b) => a.at - b.at);
    if (!first) break;
    if (first.at > 0) parts.push({ is: 'text', text: rest.slice(0, first.at) });
    parts.push({ is: 'name', text: first.name });
    rest = rest.slice(first.at + first.name.length);
  }
  return rest === '' ? parts : [...parts, { is: 'text', text: rest }];
}
