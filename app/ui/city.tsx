/** An organisation's name behind the diamond of its colour. */
export function City({ name, colour }: { name: string; colour: number }) {
  return <span className={`city v${colour}`}>{name}</span>;
}
