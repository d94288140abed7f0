import { type FileAddress, fileIn } from '../../address.ts'
import { useTried } from '../../tried/use-tried.ts'
import { MapPage, ReplayPage, RoundPage } from '../on-demand-pages.ts'
import { FileHead } from './file-head.tsx'
import { NotHere } from './not-here.tsx'
import { TryPage } from './try-page.tsx'
import './try.css'

/** Everything about files of this tab. */
export function TriedPages({ address }: { readonly address: FileAddress }) {
  if (address.page === 'try') return <TryPage />
  return <OfFile address={address} />
}

function OfFile({ address }: { readonly address: Exclude<FileAddress, { readonly page: 'try' }> }) {
  const { files } = useTried()
  const n = fileIn(address) ?? 0
  const file = files.find((one) => one.n === n)
  const outcome = file?.outcome ?? null
  if (file === undefined || outcome === null || 'reason' in outcome) return <NotHere n={n} file={file} />
  return (
    <>
      <FileHead address={address} n={n} file={file} summary={outcome.summary} />
      {address.page === 'round' && <RoundPage address={address} />}
      {address.page === 'replay' && <ReplayPage address={address} />}
      {address.page === 'map' && <MapPage address={{ ...address, map_name: outcome.summary.facts.map_name }} />}
    </>
  )
}
