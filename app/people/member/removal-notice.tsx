import { Form } from 'react-router';
import { member as words } from '#shared/people/member/member.fr.ts';
import { Notice } from '../../ui/notice.tsx';

/** [G3] Who has just been removed, and the way to undo it. */
export function RemovalNotice({ id, name }: { id: string; name: string }) {
  return (
    <Notice kind="info">
      <Form method="post" className="row">
        <input type="hidden" name="removalId" value={id} />
        <span>{words.removed(name)}</span>
        <button className="btn sm push" type="submit" name="intent" value="undo">
          {words.undo}
        </button>
      </Form>
    </Notice>
  );
}
