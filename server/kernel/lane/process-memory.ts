import { readFile } from 'node:fs/promises';

/** Bytes of memory that a process holds; 0 where the system does not say. */
export async function memoryOf(pid: number): Promise<number> {
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
    return Number(resident) * 4096;
  } catch {
    return 0;
  }
}
