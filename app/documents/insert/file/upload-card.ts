import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';

const words = documentInserts.upload;

/** What stands in the text while a file is on its way, or when it was refused. */
export interface UploadCard {
  readonly dom: HTMLElement;
  progress(percent: number): void;
  /** The reason in words, at the place; `onRetry` when sending the same again may help. */
  refuse(why: string, onRetry: (() => void) | null): void;
}

export function uploadCard(
  name: string,
  { onCancel, onDismiss }: { onCancel(): void; onDismiss(): void },
): UploadCard {
  const dom = document.createElement('div');
  dom.className = 'upload';
  dom.contentEditable = 'false';
  const text = document.createElement('p');
  const bar = document.createElement('progress');
  bar.max = 100;
  bar.setAttribute('aria-label', words.sending(name, 0));
  const doors = document.createElement('p');
  doors.className = 'row';

  const button = (label: string, said: string, onPress: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn sm';
    made.textContent = label;
    made.setAttribute('aria-label', said);
    made.addEventListener('click', onPress);
    return made;
  };
  const progress = (percent: number) => {
    dom.classList.remove('refused');
    dom.removeAttribute('role');
    text.textContent = words.sending(name, percent);
    bar.value = percent;
    if (!bar.isConnected || doors.childNodes.length !== 1) {
      doors.replaceChildren(button(words.cancel, words.cancelOf(name), onCancel));
      dom.replaceChildren(text, bar, doors);
    }
  };
  progress(0);
  return {
    dom,
    progress,
    refuse(why, onRetry) {
      dom.classList.add('refused');
      dom.setAttribute('role', 'alert');
      text.textContent = words.refused(name, why);
      doors.replaceChildren(
        ...(onRetry ? [button(words.retry, words.retryOf(name), onRetry)] : []),
        button(words.dismiss, words.dismissOf(name), onDismiss),
      );
      dom.replaceChildren(text, doors);
    },
  };
}
