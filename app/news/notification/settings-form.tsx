import { Form } from 'react-router';
import { notification } from '#shared/news/notification/notification.fr.ts';
import { CHOSEN_REASONS, DELIVERIES, type Deliveries } from '#shared/news/notification/notification.ts';
import type { QuietHours } from '#shared/news/notification/quiet-hours.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';

const words = notification.settingsPage;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

interface Settings extends QuietHours {
  readonly deliveries: Deliveries;
  readonly digest: boolean;
  readonly newsletter: boolean;
}

/** What comes by mail, and when. */
export function SettingsForm({ settings }: { settings: Settings }) {
  return (
    <Form method="post">
      <Plate id="kinds" title={words.byKind}>
        <div className="grid max-w-[34rem] gap-4">
          {CHOSEN_REASONS.map((reason) => (
            <SelectField
              key={reason}
              label={words.kinds[reason]}
              name={reason}
              defaultValue={settings.deliveries[reason]}
            >
              {optionsOf(DELIVERIES, words.deliveries)}
            </SelectField>
          ))}
        </div>
      </Plate>
      <Plate id="digest" title={words.digestTitle}>
        <Check name="digest" label={words.digest} hint={words.digestHint} isChecked={settings.digest} />
      </Plate>
      <Plate id="newsletter" title={words.newsletterTitle}>
        <Check
          name="newsletter"
          label={words.newsletter}
          hint={words.newsletterHint}
          isChecked={settings.newsletter}
        />
      </Plate>
      <Plate id="quiet" title={words.quietTitle}>
        <p className="muted small mb-4">
          {words.quietHint} {words.always}
        </p>
        <div className="flex flex-wrap gap-4">
          <Hour label={words.from} name="quietFrom" value={settings.quietFrom} />
          <Hour label={words.to} name="quietTo" value={settings.quietTo} />
        </div>
        <Check name="quietWeekends" label={words.weekends} isChecked={settings.quietWeekends} />
      </Plate>
      <p className="mt-5">
        <button className="btn primary wide-s" type="submit" name="intent" value="settings">
          {words.save}
        </button>
      </p>
    </Form>
  );
}

function Hour({ label, name, value }: { label: string; name: string; value: number }) {
  return (
    <div className="w-40">
      <SelectField label={label} name={name} defaultValue={value}>
        {HOURS.map((hour) => (
          <option key={hour} value={hour}>
            {words.hour(hour)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

function Check({
  name,
  label,
  hint,
  isChecked,
}: {
  name: string;
  label: string;
  hint?: string;
  isChecked: boolean;
}) {
  return (
    <label className="check">
      <input type="checkbox" name={name} value="oui" defaultChecked={isChecked} />
      <span>
        {label}
        {hint && <span className="muted small block">{hint}</span>}
      </span>
    </label>
  );
}
