import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { conversionPage as words } from '#shared/documents/conversion/conversion-page.fr.ts';
import { paths } from '#shared/paths.ts';
import { Field, TextAreaField } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { AriaFrame } from '../../ui/late/aria-frame.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import { ConversionProgress } from './conversion-progress.tsx';
import { IMPORT_ACCEPT } from './import-accept.ts';
import { LossList } from './loss-list.tsx';
import { type ImportLine, useImports } from './use-imports.ts';

interface ImportDialogProps {
  /** Dropped on the page; empty when they are to be chosen. */
  readonly dropped: readonly File[];
  readonly address: string;
  readonly megabytes: number;
  readonly onImported: () => void;
  readonly onClose: () => void;
}

/** Chooses or pastes what to import, follows each file, and says of each what could not be kept. */
export function ImportDialog({ dropped, address, megabytes, onImported, onClose }: ImportDialogProps) {
  const { lines, isBusy, start, stop } = useImports(address, megabytes, onImported);
  const [error, setError] = useState('');
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [pasted, setPasted] = useState('');
  const begun = useRef(false);
  useEffect(() => {
    if (dropped.length === 0 || begun.current) return;
    begun.current = true;
    void start(dropped);
  }, [dropped, start]);

  const submit = () => {
    const written = pasted.trim() === '' ? [] : [new File([pasted], words.pasted, { type: 'text/markdown' })];
    const files = [...chosen, ...written];
    setError(files.length === 0 ? words.nothingChosen : '');
    if (files.length > 0) void start(files);
  };

  return (
    <AriaFrame>
      <Dialog title={words.importTitle} isOpen onClose={onClose}>
        {lines.length === 0 ? (
          <form
            className="conversion"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              event.stopPropagation();
              submit();
            }}
          >
            <p>{words.importLead(megabytes)}</p>
            <Field label={words.files} name="files" hint={words.filesHint} error={error || undefined}>
              {(control) => (
                <input
                  className="input"
                  type="file"
                  multiple
                  accept={IMPORT_ACCEPT}
                  onChange={({ currentTarget }) => setChosen([...(currentTarget.files ?? [])])}
                  {...control}
                />
              )}
            </Field>
            <TextAreaField
              label={words.paste}
              name="pasted"
              rows={4}
              value={pasted}
              onChange={({ currentTarget }) => setPasted(currentTarget.value)}
            />
            <FormActions cancel={words.cancel} submit={words.importSubmit} onCancel={onClose} />
          </form>
        ) : (
          <Results lines={lines} isBusy={isBusy} onStop={stop} onClose={onClose} />
        )}
      </Dialog>
    </AriaFrame>
  );
}

function Results({
  lines,
  isBusy,
  onStop,
  onClose,
}: {
  lines: readonly ImportLine[];
  isBusy: boolean;
  onStop: () => void;
  onClose: () => void;
}) {
  const done = lines.filter(({ state }) => state === 'done').length;
  const refused = lines.filter(({ state }) => state === 'refused').length;
  const now = lines.find(({ state }) => state === 'sending');
  return (
    <div className="conversion">
      {isBusy ? (
        <ConversionProgress progress={now?.progress ?? null} />
      ) : (
        <p role="status">{words.importedCount(done, refused)}</p>
      )}
      <ul className="import-lines" aria-label={words.results}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move, and two files may have one name
          <li key={index} data-state={line.state}>
            <p className="row">
              <strong className="break-words min-w-0">{line.file.name}</strong>
              <span className="muted small">{stateOf(line)}</span>
            </p>
            {line.sentence && <p className="import-refusal">{line.sentence}</p>}
            {line.made && (
              <>
                <p>
                  <Link to={paths.document(line.made)}>{words.open(line.made.title)}</Link>
                </p>
                <LossList losses={line.made.losses} />
              </>
            )}
          </li>
        ))}
      </ul>
      <div className="actions">
        {isBusy ? (
          <button className="btn" type="button" onClick={onStop}>
            {words.stop}
          </button>
        ) : (
          <button className="btn primary" type="button" onClick={onClose}>
            {words.close}
          </button>
        )}
      </div>
    </div>
  );
}

function stateOf({ state }: ImportLine): string {
  return { waiting: words.waiting, sending: words.sending, done: words.imported, refused: words.notImported }[
    state
  ];
}
