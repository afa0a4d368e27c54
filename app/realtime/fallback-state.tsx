import { LifeBuoy } from 'lucide-react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import { realtime as words } from '#shared/realtime/realtime.fr.ts';

/** « Connexion de secours », and behind it what that means for what is written. */
export default function FallbackState() {
  return (
    <DialogTrigger>
      <Button className="save" data-state="fallback">
        <LifeBuoy className="icon" aria-hidden="true" />
        <span className="save-long">{words.fallback}</span>
        <span className="save-short" aria-hidden="true">
          {words.fallbackShort}
        </span>
      </Button>
      <Popover className="about" placement="bottom end">
        <h2>{words.fallback}</h2>
        <p>{words.fallbackMeaning}</p>
        <p>{words.fallbackFuture}</p>
      </Popover>
    </DialogTrigger>
  );
}
