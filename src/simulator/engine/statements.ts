import { newApi, setMember, setWords } from './api.ts'
import { addBox } from './boxes.ts'
import { advanceTo, clock, setClock } from './clock.ts'
import { endFrame, noteCounters } from './counters.ts'
import { dropFiles } from './files.ts'
import { setFuzz } from './fuzz.ts'
import { call, loadModule, printed, unloadModule } from './module.ts'
import { columnsOf, numberOf, tapeValue, unquoted, vectorOf } from './values.ts'
import { setConfigstring, setCvar, setUserinfo } from './variables.ts'
import { forget, server, setFields, setMove, setWeaponCounts } from './world.ts'

/** The engine's own: where it writes is not the tape's business. */
const OWN_CVARS: Record<string, boolean> = { fs_homepath: true, fs_game: true, fs_basepath: true }

let [source, sourceName] = ['', '']

/** The file that `vm` loads. */
export function setModule(text: string, name: string): void {
  source = text
  sourceName = name
}

function playFrame(level: number): void {
  advanceTo(level)
  call('et_RunFrame', level)
  endFrame()
}

/** The first column as a number, and the rest with its leading tab. */
function numbered(statement: string): LuaMultiReturn<[number, string]> {
  const [digits, rest] = string.match(statement, '^(%d+)(.*)$')
  return $multi(numberOf(digits), rest)
}

/** What each verb of a tape does, with the rest of its line. */
export const STATEMENTS: Record<string, (statement: string) => void> = {
  vm: () => loadModule(source, sourceName, newApi()),
  const(statement) {
    for (const [name, text] of string.gmatch(statement, '([^\t=]+)=([^\t]*)')) setMember(name, tapeValue(text))
  },
  cvar(statement) {
    for (const [name, text] of string.gmatch(statement, '([^\t=]+)=([^\t]*)')) {
      if (OWN_CVARS[name]) error(`${name} is set by the emulator`, 0)
      const value = unquoted(text)
      setCvar(name, value)
      if (name === 'sv_maxclients') server.slots = numberOf(value)
    }
  },
  cs(statement) {
    for (const [index, text] of string.gmatch(statement, '([^\t=]+)=([^\t]*)')) {
      setConfigstring(numberOf(index), unquoted(text))
    }
  },
  userinfo(statement) {
    const [slot, info] = columnsOf(statement)
    setUserinfo(numberOf(slot), unquoted(info))
  },
  client(statement) {
    const [slot, fields] = numbered(statement)
    if (slot >= server.slots) error(`the server has ${server.slots} slots`, 0)
    setFields(slot, true, fields)
  },
  wstats(statement) {
    const [slot, weapon, ...counts] = columnsOf(statement)
    setWeaponCounts(
      numberOf(slot),
      numberOf(weapon),
      counts.map((text) => numberOf(text)),
    )
  },
  move(statement) {
    const [slot, ms, ...places] = columnsOf(statement)
    setMove(
      numberOf(slot),
      numberOf(ms),
      places.map((text) => vectorOf(text)),
    )
  },
  entity(statement) {
    const [entity, fields] = numbered(statement)
    setFields(entity, false, fields)
  },
  free: (statement) => forget(numberOf(statement)),
  box(statement) {
    const [mins, maxs] = columnsOf(statement)
    addBox(vectorOf(mins), vectorOf(maxs))
  },
  time(statement) {
    const [unix, level, milliseconds] = columnsOf(statement)
    setClock(numberOf(unix), numberOf(level), numberOf(milliseconds))
  },
  call(statement) {
    const [callback, ...args] = columnsOf(statement)
    if (callback === 'et_Print') printed(tapeValue(args[0]) as string)
    else call(callback, ...args.map((text) => tapeValue(text)))
  },
  frame: (statement) => playFrame(numberOf(statement)),
  frames(statement) {
    const [count, ms] = columnsOf(statement)
    for (let left = numberOf(count); left > 0; left--) playFrame(clock.level + numberOf(ms))
  },
  command(statement) {
    const [slot, ...words] = columnsOf(statement)
    const texts = words.map((text) => unquoted(text))
    setWords(texts)
    call('et_ClientCommand', numberOf(slot), texts[0])
    setWords([])
  },
  console(statement) {
    const texts = columnsOf(statement).map((text) => unquoted(text))
    setWords(texts)
    call('et_ConsoleCommand', texts[0])
    setWords([])
  },
  fuzz(statement) {
    const [seed, permille] = columnsOf(statement)
    setFuzz(numberOf(seed), numberOf(permille))
  },
  kill() {
    unloadModule()
    dropFiles()
  },
  report: noteCounters,
}
