import { parentPort, workerData } from 'node:worker_threads';
import { type RenderContext, rendererFor } from '../render/index.js';
import { serveThread } from '../run/serve.js';
import type { WorkerStart } from '../run/threads.js';

/** A worker thread: works off parts, and renders its own rows where the format streams. */
if (parentPort !== null) {
  void serveThread(parentPort, workerData as WorkerStart, async (view, { format, rendering }) => {
    const context: RenderContext = { ...(rendering as Omit<RenderContext, 'view'>), view };
    const renderer = await rendererFor(format, context.screen.colour);
    if (renderer.shape !== 'stream') throw new Error(`the format ${format} does not stream`);
    return rows => renderer.rows(rows, context);
  });
}
