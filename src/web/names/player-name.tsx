import { inksOf, plainName } from './colour-codes.ts'

/** A player's name in the colours of the game, where they can be read on this background. */
export function PlayerName({ name, guid }: { readonly name: string; readonly guid: string }) {
  const inks = inksOf(name)
  // text in another direction must not reorder what stands beside the name
  if (inks.every(({ text }) => text.trim() === '')) return <bdi class="player unnamed">{plainName(name, guid)}</bdi>
  return (
    <bdi class="player">
      {inks.map(({ text, colour }, at) => (
        <span key={at} class={colour === null ? undefined : `ink-${colour}`}>
          {text}
        </span>
      ))}
    </bdi>
  )
}
