import type { ComponentType } from 'preact'
import { Answered } from './answer/answered.tsx'
import { useAnswer } from './answer/use-answer.ts'
import { PageTitle } from './page-title.tsx'

/** A page whose script is loaded when it is opened for the first time. */
export function onDemand<P extends object>(name: string, load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null
  return function OnDemand(props: P) {
    const answer = useAnswer(loaded === null ? name : null, async () => {
      loaded = await load()
      return { isLoaded: true }
    })
    const Page = loaded
    if (Page !== null) return <Page {...props} />
    return (
      <>
        <PageTitle title={name} />
        <div class="panel">
          <Answered answer={answer} lines={12}>
            {() => null}
          </Answered>
        </div>
      </>
    )
  }
}
