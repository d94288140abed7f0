import { KEYS } from './keys.ts'

/** What the keys do. */
export function Help() {
  return (
    <section id="replay-help" class="replay-help" aria-label="Keys">
      <dl>
        {KEYS.map(([keys, about]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">On a screen to touch: drag the map, move it with two fingers to zoom, tap a player to follow.</p>
    </section>
  )
}
