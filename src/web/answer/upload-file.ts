import { ApiError } from '../../contract/api-error.ts'
import type { Reply } from '../../contract/endpoint.ts'
import type { upload } from '../../contract/upload.ts'

export type Uploaded = Reply<typeof upload>

const PATH: (typeof upload)['path'] = '/api/proximity/files'

/**
 * Sends a round file to the server, which imports it. What became of it is an answer also where it was rejected; no
 * answer, a wrong token or a file that is too large is an {@link ApiError}.
 *
 * @param progress told the share of the file that is sent, 0 to 1
 */
export function uploadFile(file: File, token: string, progress: (share: number) => void): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    // fetch does not tell how much is sent
    const request = new XMLHttpRequest()
    request.open('POST', `${PATH}?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('authorization', `Bearer ${token}`)
    request.setRequestHeader('content-type', 'text/plain')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 1 : loaded / total)
    request.onerror = () => reject(new ApiError(0, 'The server does not answer.', null))
    request.onload = () => {
      const { status, response } = request
      if (typeof response?.state === 'string') resolve(response)
      else reject(new ApiError(status, reasonOf(status, response?.detail), response?.error_id ?? null))
    }
    request.send(file)
  })
}

function reasonOf(status: number, detail: unknown): string {
  if (status === 413) return 'The file is larger than this server takes (PROXIMITY_MAX_FILE_MB).'
  return typeof detail === 'string' ? detail : `The server answered ${status}.`
}
