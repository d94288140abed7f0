/** Console variables by their name in small letters, and configstrings: always text. */
const cvars = new LuaTable<string, string>()
const configstrings = new LuaTable<number, string>()
const userinfos = new LuaTable<number, string>()

/** 255 and 1023 characters are what the engine hands to a module. */
export function cvar(name: string): string {
  return string.sub(cvars.get(string.lower(name)) ?? '', 1, 255)
}

export function setCvar(name: string, value: string): void {
  cvars.set(string.lower(name), value)
}

export function configstring(index: number): string {
  return string.sub(configstrings.get(index) ?? '', 1, 1023)
}

export function setConfigstring(index: number, value: string): void {
  configstrings.set(index, value)
}

export function userinfo(slot: number): string {
  return userinfos.get(slot) ?? ''
}

export function setUserinfo(slot: number, value: string): void {
  userinfos.set(slot, value)
}
