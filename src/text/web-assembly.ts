/** What kernels use of WebAssembly, which the compiler knows no types of here. */
interface WebAssemblyApi {
  readonly Memory: new (descriptor: { initial: number }) => Memory;
  readonly Global: new (descriptor: { value: 'i32'; mutable: true }, value: number) => Global;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** A number that both sides may change. */
export interface Global {
  value: number;
}

/** Bytes. */
export const PAGE = 0x10000;

const api = (): WebAssemblyApi => (globalThis as unknown as { readonly WebAssembly: WebAssemblyApi }).WebAssembly;

/** What is loaded, or `undefined` where WebAssembly, SIMD or memory for it is missing. */
export function inWebAssembly<Loaded>(load: () => Loaded): Loaded | undefined {
  if (api() === undefined) return undefined;
  try {
    return load();
  } catch {
    return undefined;
  }
}

/** A memory of at least so many bytes. */
export const createMemory = (bytes: number): Memory => new (api().Memory)({ initial: Math.ceil(bytes / PAGE) });

export const createGlobal = (): Global => new (api().Global)({ value: 'i32', mutable: true }, 0);

/** The functions and globals of a kernel that was compiled before. */
export function instantiate<Exports extends object>(base64: string, env: object): Exports {
  return new (api().Instance)(new (api().Module)(Buffer.from(base64, 'base64')), { env }).exports as Exports;
}
