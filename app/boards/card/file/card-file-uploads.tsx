import { cardFiles } from '#shared/boards/file/card-files.fr.ts';
import type { CardUpload, CardUploads } from './card-uploads.ts';

const words = cardFiles.upload;

interface CardFileUploadsProps {
  readonly uploads: readonly CardUpload[];
  readonly actions: Pick<CardUploads, 'retry' | 'drop'>;
  /** Called when the row that had the focus goes away. */
  readonly onGone: () => void;
}

/** Files on their way to the open card: how far each has come, how to cancel it, or why it was refused. */
export function CardFileUploads({ uploads, actions, onGone }: CardFileUploadsProps) {
  return uploads.map(({ key, name, percent, refused, canRetry }) => {
    const drop = () => {
      actions.drop(key);
      onGone();
    };
    if (refused !== null) {
      return (
        <div key={key} className="card-upload refused">
          <p role="alert">{words.refused(name, refused)}</p>
          <p className="row">
            {canRetry && (
              <button
                className="btn sm"
                type="button"
                aria-label={words.retryOf(name)}
                onClick={() => {
                  actions.retry(key);
                  onGone();
                }}
              >
                {words.retry}
              </button>
            )}
            <button className="btn sm" type="button" aria-label={words.dismissOf(name)} onClick={drop}>
              {words.dismiss}
            </button>
          </p>
        </div>
      );
    }
    const text = percent < 100 ? words.sending(name, percent) : words.checking(name);
    return (
      <div key={key} className="card-upload">
        <p>{text}</p>
        <p className="row nowrap">
          <progress max={100} value={percent} aria-label={text} />
          <button className="btn quiet sm" type="button" aria-label={words.cancelOf(name)} onClick={drop}>
            {words.cancel}
          </button>
        </p>
      </div>
    );
  });
}
