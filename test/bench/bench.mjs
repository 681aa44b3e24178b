// Speed and memory of whole processes, against `wc -w` in the same session.
//
//   npm run bench -- [--sizes 10,100,1000] [--jobs 1,2] [--runs 3] [--only stats] [--corpus FILE] [--json FILE] [--save FILE]
//
// Without --corpus the text is our own, made from a seed. --json writes every figure, --save what is printed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measure } from '../support/measure.mjs';
import { COMMANDS } from './commands.mjs';
import { copyCorpus, writeCorpus } from './corpus.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const NEWSCLI = [process.execPath, join(ROOT, 'bin/newscli.js')];
/** In megabytes: what is larger is run once. */
const ONCE_ABOVE = 200;
const START_UP_RUNS = 15;

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,100,1000' },
    jobs: { type: 'string', default: [...new Set([1, cpus().length])].join(',') },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    corpus: { type: 'string' },
    json: { type: 'string' },
    save: { type: 'string' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const jobs = values.jobs.split(',').map(Number);
const commands = COMMANDS.filter(([name]) => values.only === '' || values.only.split(',').includes(name));
const folder = mkdtempSync(join(tmpdir(), 'newscli-bench-'));
const printed = [];
const rows = [];

print(machine());
print(`${values.corpus ? 'a corpus of news' : 'text of our own'}, ${new Date().toISOString().slice(0, 10)}\n`);
try {
  await startUp();
  for (const megabytes of sizes) await size(megabytes);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
growth();
if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine: machine(), rows }, null, 2)}\n`);
if (values.save) writeFileSync(values.save, `# Measured\n\n\`\`\`\n${printed.join('\n')}\n\`\`\`\n`);

/** Start-up against Node's own. */
async function startUp() {
  const snippets = join(ROOT, 'fixtures/corpus/plain');
  const programs = { node: [process.execPath, '-e', '0'], help: [...NEWSCLI, '--help'], stats: [...NEWSCLI, 'stats', snippets] };
  const times = { node: [], help: [], stats: [] };
  for (let i = 0; i < START_UP_RUNS; i++) for (const name of Object.keys(times)) times[name].push((await run(programs[name])).seconds);
  const [node, help, stats] = Object.values(times).map(median);
  print(
    `node -e 0 takes ${(node * 1000).toFixed(0)} ms, --help ${(help / node).toFixed(2)} times that, stats on the fixtures ${(stats / node).toFixed(2)} times`,
  );
  rows.push({ name: 'start-up', nodeSeconds: node, help: help / node, stats: stats / node });
}

async function size(megabytes) {
  const file = join(folder, `${megabytes}.txt`);
  if (values.corpus) copyCorpus(values.corpus, file, megabytes);
  else await writeCorpus(file, megabytes);
  const runs = megabytes > ONCE_ABOVE ? 1 : Number(values.runs);
  print(['', 'size', 'jobs', 'speed', 'memory', 'time of wc -w'].map(pad).join(''));
  const baseline = await middle(['wc', '-w', file], runs);
  const measured = async (name, count, command) => {
    const { seconds, peak } = await middle(command, runs);
    const row = {
      name,
      megabytes,
      jobs: count,
      seconds,
      megabytesPerSecond: statSync(file).size / 1e6 / seconds,
      peakBytes: peak,
      timesBaseline: seconds / baseline.seconds,
    };
    rows.push(row);
    const cells = [
      name,
      `${megabytes} MB`,
      count ?? '',
      `${row.megabytesPerSecond.toFixed(1)} MB/s`,
      `${(peak / 1e6).toFixed(0)} MB`,
      row.timesBaseline.toFixed(2),
    ];
    print(cells.map(pad).join(''));
  };
  await measured('wc -w', null, ['wc', '-w', file]);
  if (spawnSync('rg', ['--version']).status === 0) await measured("rg -i -c 'triển khai'", null, ['rg', '-i', '-c', 'triển khai', file]);
  for (const command of commands) {
    for (const count of jobs) await measured(command.join(' '), count, [...NEWSCLI, ...command, '--jobs', String(count), file]);
  }
  print('');
  rmSync(file);
}

/** What the largest size takes more than the smallest: for a megabyte nothing, of memory only its vocabulary. */
function growth() {
  if (sizes.length < 2) return;
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  print(['', '', 'jobs', 'time a MB', 'memory'].map(pad).join(''));
  for (const small of rows.filter(row => row.megabytes === least && row.jobs)) {
    const large = rows.find(row => row.megabytes === most && row.name === small.name && row.jobs === small.jobs);
    const times = (part, whole) => `${(part / whole).toFixed(2)} times`;
    const cells = [
      small.name,
      `${least}→${most} MB`,
      small.jobs,
      times(small.megabytesPerSecond, large.megabytesPerSecond),
      times(large.peakBytes, small.peakBytes),
    ];
    print(cells.map(pad).join(''));
  }
}

/** The run in the middle of several, by time, with the largest memory. */
async function middle(command, runs) {
  const all = [];
  for (let i = 0; i < runs; i++) all.push(await run(command));
  all.sort((a, b) => a.seconds - b.seconds);
  return { seconds: all[Math.floor(runs / 2)].seconds, peak: Math.max(...all.map(({ peak }) => peak)) };
}

async function run(command) {
  const done = await measure(command);
  if (done.code > 1) throw new Error(`${command.join(' ')} ended with ${done.code}: ${done.stderr}`);
  return done;
}

function pad(cell, column) {
  return column === 0 ? String(cell).padEnd(36) : String(cell).padStart(14);
}

function print(line) {
  printed.push(line);
  console.log(line);
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function machine() {
  const model = cpus()[0]?.model ?? 'unknown';
  return `Node ${process.versions.node}, ${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`;
}
