import { PlayerLink } from '../../../names/player-link.tsx'
import { FigureValue } from '../../../numbers/figure-value.tsx'
import type { Evening } from './evening-panels.tsx'
import { hasLives, NO_LIVES } from './lives.ts'
import { lineUpRoundsFigure, memberFigure, scoreFigure } from './team-figures.ts'
import { lineUpName, scoreWords, TEAMS } from './team-words.ts'

type LineUp = Evening['line_ups'][number]

/** Who played with whom, whichever side they were on. */
export function LineUps({ evening }: { readonly evening: Evening }) {
  const { line_ups } = evening
  if (line_ups.length === 0) {
    return <p class="empty">{hasLives(evening) ? 'Nobody has an identifier that could be followed.' : NO_LIVES}</p>
  }
  return (
    <>
      <div class="line-ups">
        {line_ups.map((lineUp, at) => (
          <section key={at}>
            {line_ups.length > 1 && (
              <h3>
                {lineUpName(at)} <FigureValue figure={lineUpRoundsFigure(lineUp, at)} />{' '}
                {scoreWords(lineUp) !== '' && <FigureValue figure={scoreFigure(lineUp, at)} />}
              </h3>
            )}
            <div class="teams">
              {lineUp.teams.map((team, place) => (
                <Team key={place} at={at} place={place as 0 | 1} team={team} lineUp={lineUp} evening={evening} />
              ))}
            </div>
          </section>
        ))}
      </div>
      <p class="remark muted">
        Followed by who stays together when the sides are swapped. A number says in how many of the rounds somebody
        played for the team.
      </p>
    </>
  )
}

interface TeamProps {
  /** Of the line-up in the evening, and of the team in it. */
  readonly at: number
  readonly place: 0 | 1
  readonly team: LineUp['teams'][number]
  readonly lineUp: LineUp
  readonly evening: Evening
}

function Team({ at, place, team, lineUp, evening }: TeamProps) {
  return (
    <div>
      <p class="team-name">{TEAMS[place]}</p>
      <ul>
        {team.people.map(({ player, rounds }) => {
          const person = evening.people[player]
          return (
            <li key={player}>
              {person !== undefined && <PlayerLink {...person} />}
              {person !== undefined && rounds < lineUp.rounds && (
                <>
                  {' '}
                  <FigureValue figure={memberFigure(lineUp, { at, team: place, person, rounds })} />
                </>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
