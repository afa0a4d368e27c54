import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { experimentLog as words } from '#shared/programme/experiment/experiment-log.fr.ts';
import { TextAreaField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { type Refused, refusedOf } from './refused.ts';

export interface ShownComment {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly authorId: string | null;
  readonly author: string | null;
  readonly writtenAt: Date;
}

interface CommentsProps {
  /** What is commented: a month or a part. */
  readonly subject: string;
  readonly label: string;
  readonly comments: readonly ShownComment[];
  readonly memberId: string;
  readonly mayRemoveAll: boolean;
  readonly refused: Refused | undefined;
}

/** [EX19] What is said of a month or of a part, and how one says more. */
export function Comments({ subject, label, comments, memberId, mayRemoveAll, refused }: CommentsProps) {
  const said = refusedOf(refused, `comment ${subject}`);
  return (
    <div id={`said-${subject}`}>
      {comments.length > 0 && (
        <ul className="ruled mt-3">
          {comments.map(({ id: commentId, text, author, authorId, writtenAt }) => (
            <li key={commentId}>
              <p className="small muted">
                {author ?? words.someone}, {dates.exact(writtenAt)}
              </p>
              <p className="whitespace-pre-line break-words">{text}</p>
              {(mayRemoveAll || authorId === memberId) && (
                <PostButton
                  fields={{ intent: 'removeComment', commentId }}
                  className="btn quiet sm"
                  label={words.removeCommentOf(author ?? words.someone)}
                >
                  {words.removeComment}
                </PostButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <details className="mt-2" open={said !== undefined}>
        <summary>
          {words.comment}
          <span className="vh">{words.commentFor(label)}</span>
        </summary>
        <Form key={comments.length} method="post" className="mt-2" noValidate>
          <input type="hidden" name="intent" value="comment" />
          <input type="hidden" name="subject" value={subject} />
          <TextAreaField
            label={label}
            name="text"
            required
            id={`comment-${subject}`}
            error={said?.errors.text ?? said?.errors['']}
            defaultValue={said?.values.text ?? ''}
            rows={3}
          />
          <button className="btn sm mt-2" type="submit">
            {words.send}
          </button>
        </Form>
      </details>
    </div>
  );
}
