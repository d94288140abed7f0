/** What came first goes first, at the same cost however many wait: a list's `shift` moves all that stand behind. */
export interface Queue<T> {
  readonly items: LuaTable<number, T | undefined>
  /** Places of the first one and behind the last one. */
  first: number
  end: number
}

export function newQueue<T>(): Queue<T> {
  return { items: new LuaTable(), first: 1, end: 1 }
}

export function lengthOf<T>(queue: Queue<T>): number {
  return queue.end - queue.first
}

export function enqueue<T>(queue: Queue<T>, item: T): void {
  queue.items.set(queue.end, item)
  queue.end += 1
}

/** The one that came first, which stays; undefined if nobody waits. */
export function firstOf<T>(queue: Queue<T>): T | undefined {
  return queue.items.get(queue.first)
}

/** Takes out the one that came first; undefined if nobody waits. */
export function dequeue<T>(queue: Queue<T>): T | undefined {
  const item = queue.items.get(queue.first)
  if (item === undefined) return undefined
  queue.items.set(queue.first, undefined)
  queue.first += 1
  if (queue.first === queue.end) {
    queue.first = 1
    queue.end = 1
  }
  return item
}
