import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { accessToken as words } from '#shared/messages/fr/access-token.ts';
import { Field } from '../ui/field.tsx';

/** The secret of a new token, with the focus on it: it is what was asked for, and it is shown once. */
export function NewSecret({ secret }: { secret: string }) {
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
  return (
    <div className="note success mb-6">
      <div className="stack token-new">
        <p>
          <strong>{words.created}</strong>
        </p>
        <Field label={words.secret} name="secret" hint={words.secretHint}>
          {(control) => (
            <input className="input token-secret" ref={field} readOnly value={secret} {...control} />
          )}
        </Field>
        <p className="row">
          <button className="btn sm" type="button" onClick={copy}>
            {isCopied ? (
              <Check className="icon" aria-hidden="true" />
            ) : (
              <Copy className="icon" aria-hidden="true" />
            )}
            {words.copy}
          </button>
          <span role="status">{isCopied && words.copied}</span>
        </p>
      </div>
    </div>
  );
}
