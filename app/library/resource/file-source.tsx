import { FileCheck2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { file as fileWords } from '#shared/kernel/file/file.fr.ts';
import { resource } from '#shared/library/resource/resource.fr.ts';
import type { UploadPlace } from '#shared/library/resource/upload.ts';
import { Field } from '../../ui/field.tsx';
import { begunNames, useUploadsInto } from './begun-uploads.ts';
import { type SendRefusal, sendInPieces } from './send-in-pieces.ts';
import type { FileLimits, ReceivedUpload } from './typed-form.ts';

const words = resource.upload;
const errors: Readonly<Partial<Record<SendRefusal, string>>> = {
  ...resource.errors,
  unreachable: words.unreachable,
};

const MEGABYTE = 1024 * 1024;

interface OnItsWay {
  readonly file: File;
  readonly percent: number;
  readonly isWaiting: boolean;
  readonly resumedAt: number | null;
}

interface FileSourceProps {
  readonly place: UploadPlace;
  /** Its label, where the form has other ways beside a file. */
  readonly label?: string;
  /** The name of the field, unless several forms of the page have one. */
  readonly id?: string;
  readonly limits: FileLimits;
  /** What has come already, while the rest of the form was refused. */
  readonly received: ReceivedUpload | null;
  readonly error: string | undefined;
  /** A file is on its way: its form waits. */
  readonly onBusy: (isBusy: boolean) => void;
}

/**
 * [RS8] Chooses a file, which is sent in pieces at once, while the rest of the form is filled; the form then names what has come.
 * Without script it is an ordinary file of an ordinary form.
 */
export function FileSource({
  place,
  label = words.field,
  id,
  limits,
  received,
  error,
  onBusy,
}: FileSourceProps) {
  const { account, placeId } = useUploadsInto(place);
  const [isScripted, setScripted] = useState(false);
  const [held, setHeld] = useState<ReceivedUpload | null>(received);
  const [way, setWay] = useState<OnItsWay | null>(null);
  const [refused, setRefused] = useState<{ file: File; why: string } | null>(null);
  const [begun, setBegun] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const cancel = useRef<() => void>(() => undefined);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    setScripted(true);
    setBegun(begunNames({ account, placeId }));
  }, [account, placeId]);

  function send(file: File) {
    setRefused(null);
    setHeld(null);
    setSaid('');
    if (file.size === 0) return setRefused({ file, why: resource.errors['upload.empty'] });
    if (file.size > limits.megabytes * MEGABYTE)
      return setRefused({ file, why: resource.errors['upload.tooLarge'] });
    setWay({ file, percent: 0, isWaiting: false, resumedAt: null });
    onBusy(true);
    cancel.current = sendInPieces(file, {
      account,
      place,
      onState(state) {
        if ('percent' in state) {
          const { percent, resumedAt } = state;
          return setWay({ file, percent, isWaiting: state.kind === 'waiting', resumedAt });
        }
        end();
        if (state.kind === 'refused') return setRefused({ file, why: errors[state.error] ?? '' });
        setHeld({ id: state.id, name: file.name, bytes: file.size });
        setSaid(words.received(file.name, fileWords.size(file.size)));
      },
    });
  }
  function end() {
    setWay(null);
    setBegun([]);
    onBusy(false);
    cancel.current = () => undefined;
  }
  function giveUp() {
    cancel.current();
    end();
    setSaid(words.cancelled);
    if (input.current) input.current.value = '';
    input.current?.focus();
  }

  const state = way && (way.isWaiting ? words.waiting : words.sending)(way.file.name, way.percent);
  return (
    <div className="file-source">
      {held && (
        <p className="row mb-2">
          <FileCheck2 className="icon success" aria-hidden="true" />
          <span>{words.received(held.name, fileWords.size(held.bytes))}</span>
          <input type="hidden" name="envoi" value={held.id} />
        </p>
      )}
      <Field
        label={held ? words.other : label}
        name="file"
        id={id}
        hint={words.hint(limits.megabytes, limits.plainMegabytes)}
        error={refused ? words.refused(refused.file.name, refused.why) : error}
      >
        {({ name, ...control }) => (
          <input
            className="input file:mr-3 file:rounded file:bg-sunken file:px-3 file:py-1 file:font-semibold"
            type="file"
            {...control}
            // With script its bytes go ahead of the form.
            name={isScripted ? undefined : name}
            ref={input}
            disabled={way !== null}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) send(file);
            }}
          />
        )}
      </Field>
      {way && state && (
        <div className="mt-2">
          <p>
            {state}
            {way.resumedAt !== null && <span className="muted"> · {words.resumed(way.resumedAt)}</span>}
          </p>
          <p className="row nowrap">
            <progress max={100} value={way.percent} aria-label={state} />
            <button className="btn quiet sm" type="button" onClick={giveUp}>
              {words.cancel}
            </button>
          </p>
        </div>
      )}
      {refused && refused.file.size > 0 && refused.file.size <= limits.megabytes * MEGABYTE && (
        <p className="mt-2">
          <button className="btn sm" type="button" onClick={() => send(refused.file)}>
            {words.retry}
          </button>
        </p>
      )}
      {begun.map((name) => (
        <p className="muted small mt-2" key={name}>
          {words.begun(name)}
        </p>
      ))}
      <span className="vh" role="status">
        {way?.isWaiting ? state : said}
      </span>
    </div>
  );
}
