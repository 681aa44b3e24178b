// Speed and memory of whole processes. `npm run bench -- --sizes 10,100 --jobs 1,2 --corpus FILE --runs 3 --json OUT`
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from './corpus.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const NEWSCLI = [process.execPath, join(ROOT, 'bin/newscli.js')];
const COMMANDS = [
  ['tokenize', '--underscore'],
  ['tokenize', '--format', 'ndjson'],
  ['dates', '--format', 'ndjson'],
  ['entities', '--json'],
  ['stats', '--json'],
  ['annotate'],
  ['search', '--count', 'viet nam'],
  ['search', '--count', 'triển khai'],
];
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,100' },
    jobs: { type: 'string', default: `1,${cpus().length}` },
    corpus: { type: 'string' },
    runs: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'newscli-bench-'));
const rows = [];
try {
  await startUp();
  for (const megabytes of values.sizes.split(',').map(Number)) await size(megabytes);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine: machine(), rows }, null, 2)}\n`);

/** Start-up against Node's own. */
async function startUp() {
  const snippets = join(ROOT, 'fixtures/corpus/plain');
  const runs = 15;
  const times = { node: [], help: [], stats: [] };
  for (let i = 0; i < runs; i++) {
    times.node.push((await measure([process.execPath, '-e', '0'])).seconds);
    times.help.push((await measure([...NEWSCLI, '--help'])).seconds);
    times.stats.push((await measure([...NEWSCLI, 'stats', snippets])).seconds);
  }
  const node = median(times.node);
  console.log(`# ${machine()}`);
  console.log(
    `start-up    node -e 0 ${(node * 1000).toFixed(0)} ms   --help ${(median(times.help) / node).toFixed(2)} times   stats on the fixtures ${(median(times.stats) / node).toFixed(2)} times\n`,
  );
  rows.push({ name: 'start-up', nodeSeconds: node, help: median(times.help) / node, stats: median(times.stats) / node });
}

async function size(megabytes) {
  const file = join(folder, `${megabytes}.txt`);
  if (values.corpus) {
    copyFileSync(values.corpus, file);
    cutAtLineEnd(file, megabytes * 1e6);
  } else await writeCorpus(file, megabytes);
  const bytes = statSync(file).size;
  const baseline = await best(['wc', '-w', file]);
  print('wc -w', megabytes, '', baseline, bytes, baseline);
  if (spawnSync('rg', ['--version']).status === 0)
    print("rg -i -c 'triển khai'", megabytes, '', await best(['rg', '-i', '-c', 'triển khai', file]), bytes, baseline);
  for (const command of COMMANDS) {
    for (const jobs of values.jobs.split(','))
      print(command.join(' '), megabytes, jobs, await best([...NEWSCLI, ...command, '--jobs', jobs, file]), bytes, baseline);
  }
  rmSync(file);
}

/** Shortens a file to whole lines of at most `size` bytes: half a character would make it invalid UTF-8. */
function cutAtLineEnd(file, size) {
  if (statSync(file).size <= size) return;
  const bytes = readFileSync(file).subarray(0, size);
  truncateSync(file, bytes.lastIndexOf('\n') + 1);
}

/** The run in the middle of several. */
async function best(command) {
  const runs = [];
  for (let i = 0; i < Number(values.runs); i++) runs.push(await measure(command));
  runs.sort((a, b) => a.seconds - b.seconds);
  return { ...runs[Math.floor(runs.length / 2)], peak: Math.max(...runs.map(({ peak }) => peak)) };
}

/** Wall time in seconds and peak resident memory in bytes (0 where the system does not tell). */
function measure([program, ...args]) {
  return new Promise((resolveRun, reject) => {
    const began = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    let peak = 0;
    const look = () => {
      try {
        peak = Math.max(peak, 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
      } catch {
        // it is gone, or this system has no /proc
      }
    };
    const watch = setInterval(look, 10);
    child.on('error', reject);
    child.on('close', code => {
      clearInterval(watch);
      if (code > 1) reject(new Error(`${program} ${args.join(' ')} ended with ${code}`));
      else resolveRun({ seconds: (performance.now() - began) / 1000, peak });
    });
  });
}

function print(name, megabytes, jobs, { seconds, peak }, bytes, baseline) {
  const speed = bytes / 1e6 / seconds;
  rows.push({
    name,
    megabytes,
    jobs: jobs === '' ? null : Number(jobs),
    seconds,
    megabytesPerSecond: speed,
    peakBytes: peak,
    timesBaseline: seconds / baseline.seconds,
  });
  const cells = [
    name.padEnd(30),
    `${megabytes} MB`.padStart(8),
    (jobs && `${jobs} jobs`).padStart(8),
    `${speed.toFixed(1)} MB/s`.padStart(12),
    `${(peak / 1e6).toFixed(0)} MB`.padStart(8),
    `${(seconds / baseline.seconds).toFixed(2)} times wc -w`.padStart(20),
  ];
  console.log(cells.join(' '));
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function machine() {
  return `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
}
