import { readableText } from '../../../format/file-text.ts'
import { Mark } from '../../mark.tsx'
import { Link } from '../../navigation.tsx'
import { count, counted } from '../../numbers/format.ts'
import { type Judged, judgedUpload } from './upload-words.ts'
import type { Upload } from './use-uploads.ts'

/** Files that were given, and what became of each. */
export function UploadList({ files }: { readonly files: readonly Upload[] }) {
  if (files.length === 0) return null
  const done = files.filter(({ outcome }) => outcome !== null).length
  return (
    <>
      <p role="status">
        {count(done)} of {counted(files.length, 'file')} done
      </p>
      <ul class="files upload-list">
        {files.map((file, i) => (
          <li key={i} class="file">
            <p class="file-head">
              <span class="file-name">{file.name}</span>
              <Outcome judged={judgedUpload(file)} share={file.share} />
            </p>
            <Why judged={judgedUpload(file)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Outcome({ judged, share }: { readonly judged: Judged | null; readonly share: number | null }) {
  if (judged !== null) {
    return (
      <span class="state">
        <Mark kind={judged.mark} />
        {judged.words}
      </span>
    )
  }
  if (share === null) return <span class="muted">waits</span>
  return share < 1 ? <progress aria-label="Sent" value={share} /> : <span class="muted">is imported</span>
}

function Why({ judged }: { readonly judged: Judged | null }) {
  if (judged === null) return null
  return (
    <>
      {judged.why !== '' && <p class={judged.mark === 'bad' ? 'bad' : 'muted'}>{readableText(judged.why)}</p>}
      {judged.round_id !== null && (
        <p>
          <Link to={{ page: 'round', id: judged.round_id, player: null }}>To the round</Link>
        </p>
      )}
    </>
  )
}
