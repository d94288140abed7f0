import { useEffect, useState } from 'preact/hooks'
import { onTried, type Tried, triedFiles } from './tried.ts'

/** The files of this tab, as they are being read. */
export function useTried(): Tried {
  const [tried, setTried] = useState(triedFiles)
  useEffect(() => {
    const follow = () => setTried(triedFiles())
    follow()
    return onTried(follow)
  }, [])
  return tried
}
