/** What somebody is in a discussion. */
export interface TopicActor {
  readonly by: string;
  /** [TP5] Whoever facilitates its group, and the coordination. */
  readonly isModerator: boolean;
}

/** [TP5] A discussion is closed and opened again by whoever began it, and by its moderators. */
export function mayClose(
  { by, isModerator }: TopicActor,
  { createdBy }: { readonly createdBy: string | null },
): boolean {
  return isModerator || createdBy === by;
}

/** What of a message decides who changes it. */
export interface PostState {
  readonly authorId: string | null;
  readonly deletedBy: string | null;
  readonly isDeleted: boolean;
}
/** [TP4] Words are changed by who wrote them alone. */
export function mayEdit({ by }: TopicActor, { authorId, isDeleted }: PostState): boolean {
  return !isDeleted && authorId === by;
}

/** [TP4] [TP5] A message is taken off by who wrote it, and by a moderator; given back by whoever took it off, and by a moderator. */
export function mayDelete({ by, isModerator }: TopicActor, post: PostState): boolean {
  if (isModerator) return true;
  return post.isDeleted ? post.deletedBy === by : post.authorId === by;
}
