/** What tools/pack.mjs puts in place of the names. */
declare const ASSETS: import('./languages.js').LanguageAssets & {
  program: string;
  qr: string;
  uploads: string;
  letters: string;
};

/** The program's JavaScript side as Emscripten makes it. */
declare module 'program' {
  interface Options {
    host: import('./text_host.js').TextHost;
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object;
  }
  export default function create(options: Options): Promise<import('./core.js').Program>;
}
