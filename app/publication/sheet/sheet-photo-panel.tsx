import { Form, useNavigation } from 'react-router';
import { captioned } from '#shared/kernel/captioned.ts';
import { captionOf, PHOTO_WORDS_MAX, type PhotoWords } from '#shared/publication/sheet/sheet-photo.ts';
import { useCaseSheet } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import type { SheetRefusal } from './sheet-form.tsx';

const words = useCaseSheet.photo;

interface SheetPhotoPlateProps {
  readonly photo:
    | (PhotoWords & { readonly id: number; readonly src: string | null; readonly isWaiting: boolean })
    | null;
  readonly mayChange: boolean;
  /** How large a file may be. */
  readonly megabytes: number;
  readonly refused: SheetRefusal | undefined;
}

/** [US12] The photograph of a sheet, and the form that puts it, changes its words or takes it away. */
export function SheetPhotoPlate({ photo, mayChange, megabytes, refused }: SheetPhotoPlateProps) {
  if (!photo && !mayChange) return null;
  return (
    <Plate id="sheet-photo" title={words.title}>
      {photo ? (
        <figure className="mt-3" {...captioned(captionOf(photo))}>
          {photo.src && <img className="max-w-full" src={photo.src} alt={photo.alt} />}
          <figcaption className="small muted break-words">{captionOf(photo)}</figcaption>
        </figure>
      ) : (
        <p>{words.lead}</p>
      )}
      {photo?.isWaiting && <p className="note mt-3">{words.waits}</p>}
      {mayChange && <PhotoForm key={photo?.id ?? ''} photo={photo} megabytes={megabytes} refused={refused} />}
      {mayChange && photo && (
        <PostButton fields={{ intent: 'removePhoto' }} formClassName="mt-3">
          {words.remove}
        </PostButton>
      )}
    </Plate>
  );
}

function PhotoForm({
  photo,
  megabytes,
  refused,
}: Pick<SheetPhotoPlateProps, 'photo' | 'megabytes' | 'refused'>) {
  const navigation = useNavigation();
  const isSending = navigation.state !== 'idle' && navigation.formData?.has('credit') === true;
  const said = refused?.values.form === 'photo' ? refused : undefined;
  const given = (name: keyof PhotoWords) => ({
    ...{ name, label: words[name], error: said?.errors[name], maxLength: PHOTO_WORDS_MAX },
    ...{ defaultValue: said?.values[name] ?? photo?.[name], autoComplete: 'off' },
  });
  return (
    <details className="fold mt-3" open={said !== undefined}>
      <summary className="btn sm">{photo ? words.change : words.put}</summary>
      <Form method="post" encType="multipart/form-data" className="mt-3" noValidate>
        <ErrorSummary title={useCaseSheet.refused} faults={faultsOf(said?.errors)} answer={said} />
        <Field
          label={words.file}
          name="file"
          required={!photo}
          hint={photo ? `${words.fileHint(megabytes)} ${words.fileKept}` : words.fileHint(megabytes)}
          error={said?.errors.file}
        >
          {(control) => (
            <input
              className="input file:mr-3 file:rounded file:bg-sunken file:px-3 file:py-1 file:font-semibold"
              type="file"
              accept="image/png,image/jpeg,image/webp"
              {...control}
            />
          )}
        </Field>
        <TextField {...given('alt')} hint={words.altHint} required />
        <TextField {...given('credit')} hint={words.creditHint} required />
        <TextField {...given('caption')} hint={words.captionHint} />
        <button className="btn primary mt-4" type="submit" aria-disabled={isSending}>
          {isSending ? words.sending : words.save}
        </button>
        <span className="vh" role="status">
          {isSending && words.sending}
        </span>
      </Form>
    </details>
  );
}
