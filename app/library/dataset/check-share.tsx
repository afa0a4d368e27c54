import { datasetCheck as words } from '#shared/library/dataset/dataset-check.fr.ts';
import { Field } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';

/** Opens and closes the secret address of a report. */
export function CheckShare({ address, mayChange }: { address: string | null; mayChange: boolean }) {
  return (
    <section className="card" aria-labelledby="share">
      <h2 id="share" className="mb-2">
        {words.share}
      </h2>
      <p className="muted small mb-3">{words.shareText}</p>
      {address && (
        <Field label={words.shareUrl} name="address">
          {(control) => <input className="input" readOnly value={address} {...control} />}
        </Field>
      )}
      {mayChange && (
        <div className="mt-3">
          {address ? (
            <PostButton fields={{ intent: 'unshare' }}>{words.shareClose}</PostButton>
          ) : (
            <PostButton fields={{ intent: 'share' }}>{words.shareOpen}</PostButton>
          )}
        </div>
      )}
    </section>
  );
}
