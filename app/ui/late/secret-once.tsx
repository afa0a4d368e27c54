import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Field } from '../field.tsx';

interface SecretOnceProps {
  readonly secret: string;
  /** That it is there, and will not be shown again. */
  readonly lead: string;
  readonly words: {
    readonly label: string;
    readonly hint: string;
    readonly copy: string;
    /** Said once it is copied. */
    readonly copied: string;
  };
  /** What to do next, beside the button. */
  readonly next?: ReactNode;
}

/** A new secret, with the focus on it: it is what was asked for, and it is shown this once. */
export function SecretOnce({ secret, lead, words, next }: SecretOnceProps) {
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const copy = async () => {
    field.current?.select();
    try {
      // Browsers give the clipboard to pages of a safe origin only; selected, the secret can be copied by hand.
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      field.current?.focus();
    }
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <div className="note success mb-6 max-w-[46rem]">
      <div className="stack grow">
        <p>
          <strong>{lead}</strong>
        </p>
        <Field label={words.label} name="secret" hint={words.hint}>
          {(control) => (
            // biome-ignore lint/a11y/noAutofocus: the focus goes where the answer is, as it does with script
            <input className="input font-mono" ref={field} readOnly value={secret} autoFocus {...control} />
          )}
        </Field>
        <p className="row">
          <button className="btn sm" type="button" onClick={copy}>
            <Icon className="icon" aria-hidden="true" />
            {words.copy}
          </button>
          {next}
          <span role="status">{isCopied && words.copied}</span>
        </p>
      </div>
    </div>
  );
}
