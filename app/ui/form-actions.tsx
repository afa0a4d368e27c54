/** The end of a form in a dialog: the way out, then what it does. */
export function FormActions({
  cancel,
  submit,
  onCancel,
}: {
  readonly cancel: string;
  readonly submit: string;
  readonly onCancel: () => void;
}) {
  return (
    <div className="actions">
      <button className="btn" type="button" onClick={onCancel}>
        {cancel}
      </button>
      <button className="btn primary" type="submit">
        {submit}
      </button>
    </div>
  );
}
