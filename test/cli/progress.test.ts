import { expect, test } from 'vitest';
import { startProgress } from '../../src/cli/progress.js';

function host(stderrTerminal: boolean, stdoutTerminal = false) {
  const said: string[] = [];
  const stream = (isTTY: boolean) => ({ isTTY, write: (text: string) => said.push(text), listenerCount: () => 1 });
  return {
    said,
    host: { stderr: stream(stderrTerminal), stdout: stream(stdoutTerminal), on() {}, off() {} } as unknown as Parameters<
      typeof startProgress
    >[0],
  };
}

test('draws after a second, not too often, and clears the line at the end', () => {
  const { said, host: terminal } = host(true);
  let time = 0;
  const progress = startProgress(
    terminal,
    { format: 'table' },
    () => 4_000_000,
    () => time,
  );
  for (time = 0; time <= 1050; time += 10) progress.update(time * 1000);
  progress.stop();
  expect(said).toEqual(['\r\u001b[K██████░░░░░░░░░░░░░░░░░░ 25 % of 4,0 MB, 1,0 MB/s', '\r\u001b[K']);
});

test.each([
  ['without a terminal', false, false, { format: 'table' }],
  ['with --quiet', true, false, { format: 'table', quiet: true }],
  ['while rows run over the same terminal', true, true, { format: 'lines' }],
])('says nothing %s', (_case, stderrTerminal, stdoutTerminal, options) => {
  const { said, host: other } = host(stderrTerminal, stdoutTerminal);
  let time = 0;
  const progress = startProgress(
    other,
    options,
    () => 100,
    () => time,
  );
  time = 5000;
  progress.update(50);
  progress.stop();
  expect(said).toEqual([]);
});
