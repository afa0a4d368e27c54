import { Notice } from '../../ui/notice.tsx';
import { PostButton } from '../../ui/post-button.tsx';

/** What was taken off, and the button that gives it back. */
export function UndoNotice({
  text,
  undo,
  id,
  intent = 'restore',
}: {
  readonly text: string;
  readonly undo: string;
  readonly id: string;
  readonly intent?: string;
}) {
  return (
    <Notice kind="success">
      <div className="row">
        {text}
        <PostButton fields={{ intent, id }}>{undo}</PostButton>
      </div>
    </Notice>
  );
}
