import { statfs } from 'node:fs/promises';

/** Linux’s numbers of file systems that are on another machine: statfs(2). */
const NETWORK: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xfe534d42, // SMB2
  0xff534d42, // CIFS
  0x564c, // NCP
  0x5346414f, // AFS
  0x73757245, // CODA
  0x01021997, // 9P
  0x00c36400, // CEPH
  0x0bd00bd0, // LUSTRE
]);

/** Is this number of a file system (statfs’s `type`) one of a disk over the network? */
export function isNetworkType(type: number): boolean {
  return NETWORK.has(type >>> 0);
}

/** Whether this folder is on a disk over the network, which two machines may write at once and whose fsync may promise too much. */
export async function isOnNetwork(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  return isNetworkType((await statfs(folder)).type);
}
