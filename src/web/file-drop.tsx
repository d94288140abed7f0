import { useEffect, useRef, useState } from 'preact/hooks'

interface FileDropProps {
  /** What may be given, in words. */
  readonly words: string
  /** Endings, as `<input accept>` takes them. */
  readonly accept: string
  readonly take: (files: readonly File[]) => void
}

/** Takes files: by a button, or dropped anywhere on the page. */
export function FileDrop({ words, accept, take }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const current = useRef(take)
  current.current = take
  useEffect(() => {
    // elsewhere on the page too: a browser would leave the page for a file that misses the box
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (event.dataTransfer === null || event.dataTransfer.files.length === 0) return
      event.preventDefault()
      current.current([...event.dataTransfer.files])
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])
  return (
    <div class={isOver ? 'file-drop is-over' : 'file-drop'}>
      <p>{isOver ? 'Let go' : words}</p>
      <button type="button" onClick={() => input.current?.click()}>
        Choose files
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
