import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Linux counts processor time in these. */
const TICKS_A_SECOND = 100;
const LOOK_EVERY = 10;

/**
 * Runs a program to its end; its standard output is thrown away. Processor time and peak resident memory (bytes) are those of the
 * last look before the end, and 0 where the system does not tell.
 *
 * @param {readonly string[]} command
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number | null, seconds: number, cpuSeconds: number, peak: number, stderr: string }>}
 */
export function measure([program, ...args], options = {}) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    let peak = 0;
    let cpuSeconds = 0;
    const look = () => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        peak = Math.max(peak, 1024 * Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
        cpuSeconds = processorTime(readFileSync(`/proc/${child.pid}/stat`, 'utf8'));
      } catch {
        // it is gone, or this system has no /proc
      }
    };
    const watch = setInterval(look, LOOK_EVERY);
    child.stderr.on('data', text => (stderr += text));
    child.on('error', reject);
    child.on('close', code => {
      clearInterval(watch);
      resolve({ code, seconds: (performance.now() - began) / 1000, cpuSeconds, peak, stderr });
    });
  });
}

/** Of user and system, from a line of `/proc/PID/stat`; the program's name may hold spaces. */
function processorTime(stat) {
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(user) + Number(system)) / TICKS_A_SECOND;
}
