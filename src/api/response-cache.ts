import { createHash } from 'node:crypto'

/** A ready answer. */
export interface ReadyAnswer {
  readonly json: string
  /** Of the content, for If-None-Match. */
  readonly tag: string
  /** How long others may keep it. */
  readonly control: string
}

/** An answer just made, under the key of what it was made of. */
export interface MadeAnswer extends Omit<ReadyAnswer, 'tag'> {
  readonly key: string
  /** Null: the hash of the content. */
  readonly tag: string | null
}

/** Ready answers by what they were made of: those not asked for longest go when there is no room left. */
export class ResponseCache {
  readonly #limitBytes: number
  readonly #answers = new Map<string, ReadyAnswer>()
  readonly #pending = new Map<string, Promise<ReadyAnswer>>()
  #bytes = 0

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes
  }

  /**
   * The answer under a key; made if there is none, once for all who ask meanwhile. What is made may be of a newer state
   * of the data than the one asked for, and is kept under that one's key.
   */
  async get(
    key: string,
    make: () => Promise<MadeAnswer>,
  ): Promise<{ readonly body: ReadyAnswer; readonly isHit: boolean }> {
    const known = this.#answers.get(key)
    if (known !== undefined) {
      this.#answers.delete(key)
      this.#answers.set(key, known)
      return { body: known, isHit: true }
    }
    const pending = this.#pending.get(key)
    if (pending !== undefined) return { body: await pending, isHit: true }
    const made = make().then((answer) => this.#keep(answer))
    this.#pending.set(key, made)
    try {
      return { body: await made, isHit: false }
    } finally {
      this.#pending.delete(key)
    }
  }

  #keep({ key, json, control, tag }: MadeAnswer): ReadyAnswer {
    const answer = { json, control, tag: tag ?? contentTag(json) }
    this.#drop(key)
    this.#answers.set(key, answer)
    this.#bytes += sizeOf(key, answer)
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#limitBytes) break
      this.#drop(oldest)
    }
    return answer
  }

  #drop(key: string): void {
    const answer = this.#answers.get(key)
    if (answer === undefined) return
    this.#answers.delete(key)
    this.#bytes -= sizeOf(key, answer)
  }
}

// two bytes a letter at most
function sizeOf(key: string, { json }: ReadyAnswer): number {
  return (key.length + json.length) * 2
}

function contentTag(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, 24)
}

/** Whether a client's copy is the current one, by its If-None-Match header. */
export function isCurrent(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((given) => {
    const bare = given.trim().replace(/^W\//, '')
    return bare === '*' || bare === `"${tag}"`
  })
}
