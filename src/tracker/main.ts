/** The hooks of the engine. Each hands its plain values on; what goes wrong stays in guard.ts. */
import { takeDamage, takeObituary } from './combat.ts'
import { takeClientCommand, takeConsoleCommand } from './commands.ts'
import { tellShot } from './events.ts'
import { guarded } from './guard.ts'
import { noteConnect, noteDisconnect, noteRevive, noteRevivedSpawn, noteSpawn, noteUserinfo } from './lives.ts'
import { tuneCompiler } from './load.ts'
import { personIn } from './people.ts'
import { initGame, isLive, runFrame, shutdownGame, takePrint } from './round.ts'
import { VERSION } from './version.ts'

tuneCompiler()

et_InitGame = (levelTime) => {
  guarded('et_InitGame', () => {
    et.RegisterModname(VERSION)
    initGame(levelTime)
  })
}

et_ShutdownGame = (restart) => {
  guarded('et_ShutdownGame', shutdownGame, restart)
}

et_RunFrame = (levelTime) => {
  guarded('et_RunFrame', runFrame, levelTime)
}

et_ClientConnect = (slot) => {
  if (isLive()) guarded('et_ClientConnect', noteConnect, slot)
}

et_ClientBegin = (slot) => {
  if (isLive()) guarded('et_ClientBegin', noteUserinfo, slot)
}

et_ClientUserinfoChanged = (slot) => {
  if (isLive()) guarded('et_ClientUserinfoChanged', noteUserinfo, slot)
}

et_ClientSpawn = (slot, revived) => {
  if (isLive()) guarded('et_ClientSpawn', revived === 1 ? noteRevivedSpawn : noteSpawn, slot)
}

et_Revive = (revived, medic) => {
  if (isLive()) guarded('et_Revive', noteRevive, revived, personIn(medic))
}

et_ClientDisconnect = (slot) => {
  if (isLive()) guarded('et_ClientDisconnect', noteDisconnect, slot)
}

et_Damage = (target, attacker, damage, _flags, mod) => {
  if (isLive()) guarded('et_Damage', takeDamage, target, attacker, damage, mod)
}

et_Obituary = (victim, killer, mod) => {
  if (isLive()) guarded('et_Obituary', takeObituary, victim, killer, mod)
}

et_WeaponFire = (slot, weapon) => {
  const person = isLive() ? personIn(slot) : undefined
  if (person !== undefined) guarded('et_WeaponFire', tellShot, person, weapon)
}

et_Print = (text) => {
  if (isLive()) guarded('et_Print', takePrint, text)
}

et_ClientCommand = (slot, command) => guarded('et_ClientCommand', takeClientCommand, slot, command)

et_ConsoleCommand = (command) => guarded('et_ConsoleCommand', takeConsoleCommand, command)
