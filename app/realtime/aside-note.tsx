import { History } from 'lucide-react';
import { useEffect, useState } from 'react';
import { dates } from '#shared/kernel/dates.fr.ts';
import { realtime as words } from '#shared/realtime/realtime.fr.ts';
import type { Aside } from './aside.ts';
import { databaseNames } from './databases.ts';
import { asidePrefix } from './device-copies.ts';

interface AsideNoteProps {
  readonly userId: string;
  readonly room: string;
  readonly title: string;
}

/** Offers back what this device put aside when the server's content was restored to an earlier state. */
export function AsideNote({ userId, room, title }: AsideNoteProps) {
  const [asides, setAsides] = useState<readonly Aside[]>([]);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    let isHere = true;
    // Rare, so what it takes comes only where something was put aside.
    void hasAside(userId, room).then(async (has) => {
      if (!has) return;
      const { asidesOf } = await import('./aside.ts');
      const found = await asidesOf(userId, room);
      if (isHere) setAsides(found);
    });
    return () => {
      isHere = false;
    };
  }, [userId, room]);

  async function take(aside: Aside) {
    const [{ readAside }, { downloadCopy }] = await Promise.all([
      import('./aside.ts'),
      import('./text-copy.ts'),
    ]);
    downloadCopy(await readAside(aside), { room, title });
    setTaken(new Set([...taken, aside.name]));
  }

  async function remove(aside: Aside) {
    const { removeAside } = await import('./aside.ts');
    await removeAside(aside);
    setAsides(asides.filter(({ name }) => name !== aside.name));
  }

  return asides.map((aside) => (
    <div className="note info" role="status" key={aside.name}>
      <History className="icon" aria-hidden="true" />
      <div>
        <p>{words.aside(dates.exact(aside.at))}</p>
        <p className="row mt-2">
          <button className="btn sm" type="button" onClick={() => void take(aside)}>
            {words.takeCopy}
          </button>
          {taken.has(aside.name) && (
            <button className="btn quiet sm" type="button" onClick={() => void remove(aside)}>
              {words.dropCopy}
            </button>
          )}
        </p>
      </div>
    </div>
  ));
}

async function hasAside(userId: string, room: string): Promise<boolean> {
  return (await databaseNames()).some((name) => name.startsWith(asidePrefix(userId, room)));
}
