import type { Signature } from '../../kernel/signature.ts';

/** What the link of a mail is about: whose answer to which meeting. */
export interface AnswerLink {
  readonly meetingId: string;
  readonly userId: string;
}

const PURPOSE = 'cordee meeting answers';

/** Signs the link with which somebody answers from a mail, without signing in: every mail about a meeting holds the same, and it opens nothing but this answer. */
export function signAnswerLink(signature: Signature, { meetingId, userId }: AnswerLink): string {
  return signature.sign(PURPOSE, [meetingId, userId]);
}

/** What a link is about, or null when it was not made here. Whether the answer may still be given is asked of the meeting. */
export function readAnswerLink(signature: Signature, token: string): AnswerLink | null {
  const words = signature.read(PURPOSE, token);
  return words && { meetingId: String(words[0]), userId: String(words[1]) };
}
