import { useEffect, useRef } from 'preact/hooks'
import { useNavigation } from './navigation.tsx'

interface PageTitleProps {
  readonly title: string
  /** True: it stands for those who do not see the page; others see the scope line. */
  readonly isHidden?: boolean
  /** When it changes, the reader is somewhere else. */
  readonly place?: string | number | null
}

/** Heading and tab title of a page. Takes the focus when the reader comes here, so that screen readers say where he is. */
export function PageTitle({ title, isHidden = false, place = null }: PageTitleProps) {
  const { hasMoved } = useNavigation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Proximity`
  }, [title])
  useEffect(() => {
    if (hasMoved) heading.current?.focus({ preventScroll: true })
  }, [place])
  return (
    <h1 ref={heading} tabIndex={-1} class={isHidden ? 'visually-hidden' : undefined}>
      {title}
    </h1>
  )
}
