import { useState } from 'preact/hooks'
import { CLASSES, type MapFilter, ROLES, SIDES } from '../../map-address.ts'
import { CLASS_PLURALS } from '../../names/class-plurals.ts'
import { plainName } from '../../names/colour-codes.ts'
import { type Choice, Chooser } from '../../scope/chooser.tsx'
import type { MapReply } from './layers.ts'
import { meansName } from './means.ts'

interface FilterLineProps {
  readonly filter: MapFilter
  readonly map: MapReply | null
  readonly change: (to: MapFilter) => void
}

const SIDE_WORDS = { AXIS: 'Axis', ALLIES: 'Allies' } as const
const ROLE_WORDS = { attack: 'attacking', defence: 'defending' } as const

function choice(words: string, isChosen: boolean, leadsTo: MapFilter): Choice<MapFilter> {
  return { value: JSON.stringify(leadsTo), words, group: null, isChosen, leadsTo }
}

/** Whose deeds the map shows: the second half of the sentence. */
export function FilterLine({ filter, map, change }: FilterLineProps) {
  const [isOpen, setOpen] = useState(false)
  const parts = partsOf(filter, map)
  const choose = (choices: readonly Choice<MapFilter>[]) => (value: string) => {
    const found = choices.find((one) => one.value === value)
    if (found !== undefined) change(found.leadsTo)
  }
  return (
    <div class="scope map-filter">
      <button
        type="button"
        class="scope-open"
        aria-expanded={isOpen}
        aria-controls="map-filter"
        onClick={() => setOpen(!isOpen)}
      >
        <span>{filterWords(filter, map)}</span>
      </button>
      <div id="map-filter" class={isOpen ? 'scope-parts is-open' : 'scope-parts'}>
        {parts.map(({ label, before, choices }) => (
          <Chooser key={label} label={label} before={before} choices={choices} choose={choose(choices)} />
        ))}
      </div>
    </div>
  )
}

/** Whose deeds the map shows, in words. */
export function filterWords(filter: MapFilter, map: MapReply | null): string {
  const chosen = partsOf(filter, map).flatMap(({ choices }) => choices.slice(1).filter(({ isChosen }) => isChosen))
  return chosen.length === 0 ? 'Of everybody' : `Of ${chosen.map(({ words }) => words).join(', ')}`
}

function partsOf(filter: MapFilter, map: MapReply | null) {
  const { side, player_class, role, means, player_guid } = filter
  const people = (map?.people ?? []).map(({ guid, name }) =>
    choice(plainName(name, guid), guid === player_guid, { ...filter, player_guid: guid }),
  )
  if (player_guid !== null && !people.some(({ isChosen }) => isChosen)) people.push(choice('one player', true, filter))
  const byMeans = (map?.means ?? []).map((one) =>
    choice(meansName(one.means), one.means === means, { ...filter, means: one.means }),
  )
  if (means !== null && !byMeans.some(({ isChosen }) => isChosen)) byMeans.push(choice(meansName(means), true, filter))
  return [
    {
      label: 'Player',
      before: 'of',
      choices: [choice('everybody', player_guid === null, { ...filter, player_guid: null }), ...people],
    },
    {
      label: 'Side',
      before: 'on',
      choices: [
        choice('both sides', side === null, { ...filter, side: null }),
        ...SIDES.map((one) => choice(SIDE_WORDS[one], one === side, { ...filter, side: one })),
      ],
    },
    {
      label: 'Class',
      before: 'as',
      choices: [
        choice('any class', player_class === null, { ...filter, player_class: null }),
        ...CLASSES.map((one) => choice(CLASS_PLURALS[one], one === player_class, { ...filter, player_class: one })),
      ],
    },
    {
      label: 'Role',
      before: '',
      choices: [
        choice('attacking or defending', role === null, { ...filter, role: null }),
        ...ROLES.map((one) => choice(ROLE_WORDS[one], one === role, { ...filter, role: one })),
      ],
    },
    {
      label: 'Weapon',
      before: 'with',
      choices: [choice('any weapon', means === null, { ...filter, means: null }), ...byMeans],
    },
  ]
}
