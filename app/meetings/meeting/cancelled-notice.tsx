import { meeting as words } from '#shared/meetings/meeting/meeting.fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { PostButton } from '../../ui/post-button.tsx';

/** That a meeting does not take place, why, and the way back. */
export function CancelledNotice({
  reason,
  canRestore,
  hasOthers,
}: {
  reason: string;
  canRestore: boolean;
  /** Later ones of its series are cancelled too. */
  hasOthers: boolean;
}) {
  return (
    <Notice kind="danger">
      <p>{reason ? words.cancelledWhy(reason) : words.cancelledPlain}</p>
      {canRestore && (
        <div className="row mt-2">
          <PostButton fields={{ intent: 'restore', scope: 'one' }}>{words.restore}</PostButton>
          {hasOthers && (
            <PostButton fields={{ intent: 'restore', scope: 'following' }}>
              {words.restoreFollowing}
            </PostButton>
          )}
        </div>
      )}
    </Notice>
  );
}
