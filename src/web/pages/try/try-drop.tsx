import { FileDrop } from '../../file-drop.tsx'
import { bytes } from '../../numbers/format.ts'
import { tryFiles } from '../../tried/tried.ts'
import { useTried } from '../../tried/use-tried.ts'

/** Takes files and says how far reading them is, and what was no round file. */
export function TryDrop() {
  const { files, left, isReading } = useTried()
  const read = files.filter(({ outcome }) => outcome !== null)
  const current = files.find(({ outcome }) => outcome === null)
  return (
    <>
      <FileDrop
        words="Drop round files here, or a .zip of them. They end in _engagements.txt."
        accept=".txt,.zip"
        take={tryFiles}
      />
      <div role="status">
        {isReading && (
          <p class="try-progress">
            <progress
              aria-label="Files read"
              {...(files.length > 1 ? { value: read.length, max: files.length } : {})}
            />{' '}
            Reading {current === undefined ? '' : `${current.name}, ${bytes(current.size_bytes)}`}
          </p>
        )}
        {left.length > 0 && (
          <ul>
            {left.map(({ name, reason }, i) => (
              <li key={i} class="bad">
                {name} was not read: {reason}.
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
