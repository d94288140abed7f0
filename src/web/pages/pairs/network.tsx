import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { ZoomButtons } from '../../camera/zoom-buttons.tsx'
import { plainName } from '../../names/colour-codes.ts'
import { PlayerLink } from '../../names/player-link.tsx'
import { PlayerName } from '../../names/player-name.tsx'
import { Link, useNavigation } from '../../navigation.tsx'
import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { counted } from '../../numbers/format.ts'
import { addressOfPair, type PairsAddress } from '../../pair-address.ts'
import { addressOfPlayer } from '../../player-address.ts'
import { useTheme } from '../../theme.ts'
import { roundsFigure } from '../pair/figures.ts'
import { paletteOf } from '../replay/palette.ts'
import { drawNetwork } from './draw-network.ts'
import { Effect, whoseOf } from './effect.tsx'
import { laidOut } from './layout.ts'
import { effectMeaning, effectScale, type PairOfAll, type Pairs } from './measures.ts'
import { placed, under, WHOLE, zoomed } from './view.ts'

interface NetworkProps {
  readonly address: PairsAddress
  readonly people: Pairs['people']
  /** Those that are drawn, the longest together first. */
  readonly pairs: readonly PairOfAll[]
}

/** As high as it is for its width, but never higher than this share of the screen. */
const HIGH = 0.62
const MOST_OF_SCREEN = 0.72
const LEAST_HEIGHT = 320

type Shown = ReturnType<typeof under>

/** Who plays with whom, and how well. The matrix and the list say the same in words. */
export function Network({ address, people, pairs }: NetworkProps) {
  const { measure, scope } = address
  const { go } = useNavigation()
  const theme = useTheme()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [zoom, setZoom] = useState(WHOLE)
  const [hovered, setHovered] = useState<Shown>(null)
  const [chosen, setChosen] = useState<Shown>(null)
  const drag = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const nodes = useMemo(() => laidOut(pairs), [pairs])
  const at = useMemo(() => placed(nodes, size.width, size.height, zoom), [nodes, size, zoom])
  const scale = useMemo(() => effectScale(pairs, measure), [pairs, measure])
  const shown = hovered ?? chosen
  const [person, pair] = shown === null ? [null, null] : 'pair' in shown ? [null, shown.pair] : [shown.person, null]

  // who is shown may be gone with the step to another scope
  useEffect(() => {
    setHovered(null)
    setChosen(null)
  }, [pairs])
  useEffect(() => {
    const box = canvas.current?.parentElement
    if (box == null) return
    const observer = new ResizeObserver(() => {
      const width = box.clientWidth
      setSize({
        width,
        height: Math.round(Math.max(LEAST_HEIGHT, Math.min(width * HIGH, innerHeight * MOST_OF_SCREEN))),
      })
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (element === null || context == null || size.width === 0) return
    element.width = size.width * devicePixelRatio
    element.height = size.height * devicePixelRatio
    context.scale(devicePixelRatio, devicePixelRatio)
    drawNetwork(context, { people, pairs, measure, scale, person, pair }, at, { theme, palette: paletteOf(element) })
  }, [people, pairs, measure, scale, person, pair, at, size, theme])

  const open = (meant: NonNullable<Shown>) => {
    if ('person' in meant) return go(addressOfPlayer(guidOf(people, meant.person), scope))
    const { player1, player2 } = meant.pair
    go(addressOfPair(guidOf(people, player1), guidOf(people, player2), scope))
  }
  const step = (by: number) => {
    const from = pair === null ? (by > 0 ? -1 : 0) : pairs.indexOf(pair)
    const next = pairs[(from + by + pairs.length) % pairs.length]
    setHovered(null)
    if (next !== undefined) setChosen({ pair: next })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowRight' || event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') step(-1)
    else if (event.key === 'Escape') setChosen(null)
    else return
    event.preventDefault()
  }
  return (
    <>
      <button
        type="button"
        class={zoom.factor > 1 ? 'network-button is-near' : 'network-button'}
        aria-label={`Network of ${counted(nodes.length, 'player')} and ${counted(pairs.length, 'pair')}`}
        aria-describedby="network-keys"
        onPointerDown={({ offsetX, offsetY }) => {
          drag.current = { x: offsetX, y: offsetY }
        }}
        onPointerUp={() => {
          drag.current = null
        }}
        onPointerLeave={() => {
          drag.current = null
          setHovered(null)
        }}
        onPointerMove={({ offsetX: x, offsetY: y, buttons }) => {
          const from = drag.current
          if (buttons === 0 || from === null || zoom.factor === 1) return setHovered(under(at, pairs, x, y))
          setZoom({ ...zoom, dx: zoom.dx + x - from.x, dy: zoom.dy + y - from.y })
          drag.current = { x, y }
        }}
        onClick={({ detail, offsetX, offsetY }) => {
          // a press of Enter has no place
          const meant = detail === 0 ? chosen : under(at, pairs, offsetX, offsetY)
          // a second click follows what the first has chosen
          if (meant !== null && (detail === 0 || isSame(meant, chosen))) open(meant)
          else setChosen(meant)
        }}
        onKeyDown={onKey}
      >
        <canvas ref={canvas} class="network-canvas" />
      </button>
      <ZoomButtons zoomBy={(factor) => setZoom(zoomed(zoom, factor))} showWhole={() => setZoom(WHOLE)}>
        <p class="network-shown" aria-live="polite">
          {pair !== null ? (
            <PairLine address={address} people={people} pair={pair} />
          ) : person !== null ? (
            <PersonLine people={people} pairs={pairs} person={person} />
          ) : (
            <span id="network-keys" class="muted">
              Point at a line or a dot, or use the arrow keys. A click chooses, a second one or Enter opens.
            </span>
          )}
        </p>
      </ZoomButtons>
    </>
  )
}

function isSame(one: NonNullable<Shown>, other: Shown): boolean {
  if (other === null) return false
  return 'pair' in one ? 'pair' in other && one.pair === other.pair : 'person' in other && one.person === other.person
}

function guidOf(people: Pairs['people'], person: number): string {
  return people[person]?.guid ?? ''
}

interface PairLineProps {
  readonly address: PairsAddress
  readonly people: Pairs['people']
  readonly pair: PairOfAll
}

function PairLine({ address: { measure, scope }, people, pair }: PairLineProps) {
  const [one, other] = [people[pair.player1], people[pair.player2]]
  if (one === undefined || other === undefined) return null
  return (
    <>
      <Link to={addressOfPair(one.guid, other.guid, scope)}>
        <PlayerName name={one.name} guid={one.guid} /> and <PlayerName name={other.name} guid={other.guid} />
      </Link>
      , <FigureValue figure={roundsFigure(pair, whoseOf(pair, people))} />:{' '}
      <Effect pair={pair} people={people} measure={measure} />
      {pair.synergy[measure] !== null && `, ${effectMeaning(pair.synergy[measure])}`}
    </>
  )
}

interface PersonLineProps {
  readonly people: Pairs['people']
  readonly pairs: readonly PairOfAll[]
  readonly person: number
}

function PersonLine({ people, pairs, person }: PersonLineProps) {
  const who = people[person]
  if (who === undefined) return null
  const own = pairs.filter(({ player1, player2 }) => player1 === person || player2 === person)
  return (
    <>
      <PlayerLink name={who.name} guid={who.guid} /> with <FigureValue figure={matesFigure(who, own.length)} />
    </>
  )
}

function matesFigure({ guid, name }: Pairs['people'][number], mates: number): Figure {
  return {
    ...{ id: `mates:${guid}`, title: `Mates of ${plainName(name, guid)}`, metrics: ['together_ms'], basis: '' },
    about: 'People with whom the player was on one side in at least so many rounds as are chosen above.',
    value: { kind: 'count', count: mates, write: (n) => counted(n, 'mate') },
  }
}
