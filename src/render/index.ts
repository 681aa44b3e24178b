import type { Format } from '../model/command.js';
import { preparePaint } from './paint.js';
import type { Renderer, StreamRenderer, WholeRenderer } from './renderer.js';

export { renderError, safeText } from './error.js';
export type { Printed, RenderContext, Renderer, Screen, StreamRenderer, WholeRenderer } from './renderer.js';
export { showControls } from './safe-text.js';

/** A format a line; each is loaded when it is asked for. */
const RENDERERS: Readonly<Record<Format, () => Promise<Renderer>>> = {
  table: async () => (await import('./table.js')).table,
  json: async () => (await import('./json.js')).json,
  ndjson: async () => (await import('./ndjson.js')).ndjson,
  csv: async () => (await import('./csv.js')).csv,
  tsv: async () => (await import('./tsv.js')).tsv,
  markdown: async () => (await import('./markdown.js')).markdown,
  lines: async () => (await import('./lines.js')).lines,
  underscore: async () => (await import('./underscore.js')).underscore,
};

/** Formats that are drawn in colour where there is any. */
const COLOURED: ReadonlySet<Format> = new Set<Format>(['table', 'lines']);

/** The renderer of a format, ready to draw. `colour` says whether it will have to. */
export async function rendererFor(format: Format, colour = false): Promise<StreamRenderer | WholeRenderer> {
  const [renderer] = await Promise.all([RENDERERS[format](), preparePaint(colour && COLOURED.has(format))]);
  return renderer;
}
