import { Component, type ComponentChildren } from 'preact'

/** Keeps a part that cannot be drawn from taking everything around it with it. */
export class Guarded extends Component<{ readonly children: () => ComponentChildren }, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  override componentDidCatch() {
    this.setState({ isBroken: true })
  }

  override render() {
    if (!this.state.isBroken) return <Drawn draw={this.props.children} />
    return (
      <div class="failed" role="alert">
        <p>This cannot be shown: page and server seem to be of different versions. Reload the page.</p>
      </div>
    )
  }
}

// errors are only caught from components below, not from the one that catches
function Drawn({ draw }: { readonly draw: () => ComponentChildren }) {
  return <>{draw()}</>
}
