import type { MessagePort } from 'node:worker_threads';
import type { View } from '../model/command.js';
import { NewsError } from '../model/news-error.js';
import type { Row } from '../model/report.js';
import { loadToolbox } from './annotators.js';
import { layersOfRun, viewOf } from './job.js';
import { describe, PartRunner } from './part.js';
import { queriesOf } from './queries.js';
import { resourcesIn } from './resources.js';
import { TextBuffer } from './text-buffer.js';
import type { FromWorker, ToWorker, WorkerStart } from './threads.js';
import { UnderscoreText } from './underscore.js';

/** Rows that are rendered at once. */
const ROWS_AT_ONCE = 128;

/** Turns rows into text or UTF-8 in a worker; made by the layer that knows renderers. */
export type RowRenderer = (rows: readonly Row[]) => string | Uint8Array<ArrayBuffer>;

/** The life of a worker thread: works off the parts it is sent, one after the other. */
export async function serveParts(
  port: MessagePort,
  start: WorkerStart,
  rendererOf: (view: View, start: WorkerStart) => Promise<RowRenderer>,
): Promise<void> {
  const { job, wantsRows } = start;
  const view = await viewOf(job);
  const toolbox = await loadToolbox(resourcesIn(new URL(start.data)), job, layersOfRun(view, job));
  const runner = new PartRunner(view, job, toolbox, await queriesOf(job, toolbox));
  const render = wantsRows ? undefined : await rendererOf(view, start);
  const text = new TextBuffer();
  const underscore = job.format === 'underscore' ? new UnderscoreText() : undefined;

  port.on('message', async ({ index, part }: ToWorker) => {
    const send = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
    const sendBytes = (bytes: Uint8Array<ArrayBuffer>) => send({ kind: 'bytes', index, bytes }, [bytes.buffer]);
    let held: Row[] = [];
    const renderHeld = () => {
      if (render !== undefined && held.length > 0) text.add(render(held));
      held = [];
    };
    const flush = () => {
      if (underscore !== undefined) sendBytes(underscore.take());
      if (render === undefined && held.length > 0) send({ kind: 'rows', index, rows: held });
      renderHeld();
      if (text.length > 0) sendBytes(text.takeCopy());
    };
    try {
      const result = await runner.run(part, {
        rows: rows => {
          for (const row of rows) held.push(row);
          if (render !== undefined && held.length >= ROWS_AT_ONCE) renderHeld();
        },
        doc: doc => underscore?.add(doc),
        file: file => send({ kind: 'file', index, file }),
        batch: async bytes => {
          flush();
          send({ kind: 'progress', index, bytes });
          return false;
        },
      });
      flush();
      send({ kind: 'done', index, result });
    } catch (error) {
      send({
        kind: 'failed',
        index,
        ...describe(error instanceof NewsError ? error : new NewsError('INTERNAL', (error as Error).stack ?? String(error))),
      });
    }
  });
}
