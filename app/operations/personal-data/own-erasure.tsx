import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { personalData } from '#shared/operations/personal-data/personal-data.fr.ts';
import { Asked } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { PostButton } from '../../ui/post-button.tsx';

const words = personalData.erasure;

/** [PD4] Asks to be erased, or says when it will be done and takes it back. */
export function OwnErasure({ dueAt }: { dueAt: Date | null }) {
  return (
    <Plate id="erasure" title={words.title} className="mt-6">
      {dueAt ? (
        <>
          <Notice kind="danger">{words.asked(dates.short(dueAt))}</Notice>
          <PostButton fields={{ intent: 'keep' }} className="btn primary wide-s">
            {words.cancel}
          </PostButton>
        </>
      ) : (
        <Form method="post" className="max-w-[44rem]">
          <input type="hidden" name="intent" value="erase" />
          <p className="mb-4">{words.what}</p>
          <p className="mb-4">{words.proofs}</p>
          <label className="check mb-4">
            <input type="checkbox" name="confirm" required />
            <span>
              <Asked required>{words.confirm}</Asked>
            </span>
          </label>
          <button className="btn danger wide-s" type="submit">
            {words.ask}
          </button>
        </Form>
      )}
    </Plate>
  );
}
