import type { WatchOptions } from '../../importer/watch.ts'
import type { Context } from '../context.ts'
import { sentenceOf } from '../failure.ts'
import type { Settings } from '../settings/table.ts'
import { resultLine } from './result-line.ts'

/** Watches in the rhythm of the settings and prints each new file; a failure is told once, not at every scan. */
export function watchOptions(context: Context, settings: Settings): WatchOptions {
  let told = ''
  return {
    intervalMs: settings.scanIntervalS * 1000,
    progress: (result) => {
      told = ''
      if (result.state !== 'unchanged') context.print(resultLine(result))
    },
    failed: (error) => {
      const sentence = sentenceOf(error)
      if (sentence !== told) context.note(`proximity: the scan failed and is tried again: ${sentence}`)
      told = sentence
    },
  }
}
