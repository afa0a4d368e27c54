import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { webhook as words } from '#shared/messages/fr/webhook.ts';
import { Field } from '../ui/field.tsx';

/** A new secret, with the focus on it: it is shown this once. */
export function SecretOnce({ lead, secret, path }: { lead: string; secret: string; path?: string }) {
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
    <div className="note success mb-6 max-w-[46rem]">
      <div className="stack grow">
        <p>{lead}</p>
        <Field label={words.secret} name="secret" hint={words.secretHint}>
          {(control) => <input className="input" ref={field} readOnly value={secret} {...control} />}
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
          {path && <Link to={path}>{words.open}</Link>}
          <span role="status">{isCopied && words.copied}</span>
        </p>
      </div>
    </div>
  );
}
