import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, scratchFolder } from '../support/newscli.js';

test('the packed tarball installs in an empty folder without a network, and runs there', () => {
  const folder = scratchFolder();
  const npm = (args: readonly string[], cwd: string) =>
    execFileSync('npm', [...args, '--loglevel=error', '--no-audit', '--no-fund'], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, npm_config_cache: join(folder, 'cache') },
    });
  npm(['pack', '--ignore-scripts', '--pack-destination', folder], ROOT);
  const tarball = readdirSync(folder).find(name => name.endsWith('.tgz'))!;
  writeFileSync(join(folder, 'package.json'), '{"name":"empty","private":true}');
  npm(['install', '--omit=dev', '--offline', join(folder, tarball)], folder);
  expect(readdirSync(join(folder, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['newscli']);
  const run = (args: readonly string[]) =>
    execFileSync(join(folder, 'node_modules/.bin/newscli'), args, {
      cwd: folder,
      encoding: 'utf8',
      input: 'Sáng 3/4/2025, ông Lê Văn Minh đến Đà Nẵng.\n',
    });
  expect(run(['--version'])).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(JSON.parse(run(['stats', '--json'])).result).toMatchObject({ snippets: 1, dates: { mentions: 1, first: '2025-04-03' } });
  expect(run(['tokenize', '--underscore'])).toContain('Đà_Nẵng');
});
