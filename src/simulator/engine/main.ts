// Plays a tape through a module: lua proximity_engine.lua MODULE.lua TAPE FOLDER

import { closeFrames, noteCounters, openFrames } from './counters.ts'
import { closeFiles, makeFolder, setRoot } from './files.ts'
import { closeReport, openReport } from './report.ts'
import { STATEMENTS, setModule } from './statements.ts'
import { setCvar } from './variables.ts'

const GAME = 'legacy'
const COMMENT = 35

const [modulePath, tapePath, folder] = arg
if (folder === undefined) error('usage: proximity_engine.lua MODULE.lua TAPE FOLDER', 0)

// a server's Lua collects step by step, which the stand-alone program does not
pcall(() => collectgarbage('incremental' as 'collect'))

const [file, problem] = io.open(modulePath, 'rb')
if (file === undefined) error(problem, 0)
const [name] = string.match(modulePath, '([^/\\]+)$')
setModule(file.read('*a') as string, name)
file.close()

makeFolder(folder)
setRoot(`${folder}/${GAME}`)
setCvar('fs_homepath', folder)
setCvar('fs_basepath', folder)
setCvar('fs_game', GAME)
openReport(`${folder}/report.txt`)
openFrames(`${folder}/frames.txt`)
let lineNumber = 0
const [played, problemThere] = pcall(() => playTape(tapePath))
if (played) {
  closeFiles()
  noteCounters()
}
closeFrames()
closeReport()
if (!played) error(`${tapePath}:${lineNumber}: ${problemThere}`, 0)

function playTape(path: string): void {
  for (const [line] of io.lines(path)) {
    lineNumber++
    const first = string.byte(line)
    if (first !== undefined && first !== COMMENT) playLine(line)
  }
}

function playLine(line: string): void {
  const [end] = string.find(line, '\t', 1, true)
  const verb = end === undefined ? line : string.sub(line, 1, end - 1)
  const statement = STATEMENTS[verb]
  if (statement === undefined) error(`there is no statement ${verb}`, 0)
  statement(end === undefined ? '' : string.sub(line, end + 1))
}
