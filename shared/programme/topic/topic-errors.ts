/** Why a discussion or a message of it is refused. */
export type TopicError =
  | 'topic.messageEmpty'
  | 'topic.messageTooLong'
  | 'topic.isClosed'
  | 'topic.isOpen'
  | 'topic.postNotFound'
  | 'topic.notYours';
