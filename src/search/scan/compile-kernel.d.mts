export function compileKernel(): Promise<ArrayBuffer>;
