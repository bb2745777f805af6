/** What tools/pack.mjs puts in place of the name. */
declare const WORKER: {
  /** Address of the portal's script, which changes with everything that it fetches. */
  version: string;
  core: { url: string; revision: string | null }[];
  files: string[];
};
