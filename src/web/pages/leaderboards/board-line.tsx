import type { ReplyAt } from '../../../contract/client.ts'
import { BOARDS, type LeaderboardsAddress } from '../../board-address.ts'
import { CLASSES } from '../../map-address.ts'
import { CLASS_PLURALS } from '../../names/class-plurals.ts'
import { plainName } from '../../names/colour-codes.ts'
import { Link, useNavigation } from '../../navigation.tsx'
import { type Choice, Chooser } from '../../scope/chooser.tsx'
import { BOARD_WORDS } from './board-words.ts'

type Person = ReplyAt<'/api/proximity/players'>['players'][number]

interface BoardLineProps {
  readonly address: LeaderboardsAddress
  readonly people: readonly Person[]
}

/** The boards, and whose line stands out. */
export function BoardLine({ address, people }: BoardLineProps) {
  const { go } = useNavigation()
  const { board, player_class, player } = address
  const choose = (choices: readonly Choice<LeaderboardsAddress>[]) => (value: string) => {
    const chosen = choices.find((choice) => choice.value === value)
    if (chosen !== undefined) go(chosen.leadsTo)
  }
  const lines = [
    choice('choose your line', player === null, { ...address, player: null }),
    ...people
      .map(({ guid, name }) => choice(plainName(name, guid), guid === player, { ...address, player: guid }))
      .sort((a, b) => a.words.localeCompare(b.words)),
  ]
  if (!lines.some(({ isChosen }) => isChosen)) lines.push(choice('one player', true, address))
  const classes = [
    choice('any class', player_class === null, { ...address, player_class: null }),
    ...CLASSES.map((name) => choice(CLASS_PLURALS[name], name === player_class, { ...address, player_class: name })),
  ]
  return (
    <div class="board-line">
      <nav aria-label="Boards">
        <ul class="boards">
          {BOARDS.map((name) => (
            <li key={name}>
              <Link to={{ ...address, board: name, player_class: null }} isCurrent={name === board}>
                {BOARD_WORDS[name].title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div class="board-choices">
        {board === 'reactions' && <Chooser label="Class" before="as" choices={classes} choose={choose(classes)} />}
        <Chooser label="Whose line" before={player === null ? '' : 'line of'} choices={lines} choose={choose(lines)} />
      </div>
    </div>
  )
}

function choice(words: string, isChosen: boolean, leadsTo: LeaderboardsAddress): Choice<LeaderboardsAddress> {
  return { value: JSON.stringify([leadsTo.player_class, leadsTo.player]), words, group: null, isChosen, leadsTo }
}
