export function compileKernel(folder?: URL): Promise<ArrayBuffer>;
