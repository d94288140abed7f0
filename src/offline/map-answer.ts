import type { QueryAt, ReplyAt } from '../contract/client.ts'
import { mapCells, mapTotals } from '../metrics/map-cells.ts'
import { EventCells } from '../metrics/map-events.ts'
import { killCounts, missingOf } from './kills.ts'
import { excludedIn, mapEnvelope } from './map-envelope.ts'
import { objectivesOf } from './map-objectives.ts'
import { askedPlaces, type MapQuestion, mapQuestion, timeCells } from './map-question.ts'
import type { OpenedFile } from './open-file.ts'

type Path = '/api/proximity/maps/:map_name'

const MOST_PEOPLE = 100

/** What happened where in one file, as /api/proximity/maps/:map_name answers. */
export function mapAnswer(file: OpenedFile, query: QueryAt<Path> & { readonly cell_units: number }): ReplyAt<Path> {
  const question = mapQuestion(file, query)
  const { cell_units } = query
  const events = new EventCells(cell_units)
  for (const place of askedPlaces(question)) events.add(place)
  const cells = mapCells(timeCells(question, cell_units).all(), events.all())
  const kills = killCounts(question)
  return {
    ...mapEnvelope(question, question.isAnswerable),
    cell_units,
    rounds: question.isAnswerable ? 1 : 0,
    totals: mapTotals(cells),
    cells,
    objectives: objectivesOf(file),
    means: kills.means(),
    people: peopleThere(question),
    missing: missingOf(question, kills),
    excluded: excludedIn(question),
  }
}

/** Who was there, whatever the filter, the longest alive first. */
function peopleThere({ file, people }: MapQuestion): ReplyAt<Path>['people'] {
  const { players, roster } = file.derived
  return players
    .filter(({ player }) => roster.players[player]?.kind !== 'bot')
    .map(({ player, alive_ms }) => {
      const { guid = '', name = '' } = people[player] ?? {}
      return { guid, name, alive_ms }
    })
    .sort((a, b) => b.alive_ms - a.alive_ms || (a.guid < b.guid ? -1 : 1))
    .slice(0, MOST_PEOPLE)
}
