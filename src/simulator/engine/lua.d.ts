/** Lua 5.2 and later, and LuaJIT; what the chunk takes for its globals is `environment`. */
declare function load(
  this: void,
  chunk: string,
  name: string,
  mode: 't',
  environment: object,
): LuaMultiReturn<[(this: void) => void, undefined] | [undefined, string]>

/** The arguments of the command line. */
declare const arg: string[]

/** Given by a host whose Lua cannot run commands. */
declare const host_make_folder: ((this: void, path: string) => void) | undefined
