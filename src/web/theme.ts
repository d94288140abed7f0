import { useEffect, useState } from 'preact/hooks'
import type { Theme } from './ramp.ts'

const light = () => matchMedia('(prefers-color-scheme: light)')
const themeNow = (): Theme => (light().matches ? 'light' : 'dark')

/** The theme that the reader's system asks for, as it changes. */
export function useTheme(): Theme {
  const [theme, setTheme] = useState(themeNow)
  useEffect(() => {
    const query = light()
    const follow = () => setTheme(themeNow())
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return theme
}
