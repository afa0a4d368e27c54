/** For an image whose packages are installed without their scripts: makes the links that the embedded PostgreSQL needs, once. */
import { linkLibraries } from './programs.ts';

await linkLibraries();
