import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Spawned tests run the bundle, so it is built from the source that is tested. */
export default function build(): void {
  execFileSync(process.execPath, ['build.mjs'], { cwd: resolve(import.meta.dirname, '..'), stdio: 'inherit' });
}
