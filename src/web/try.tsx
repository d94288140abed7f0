import { render } from 'preact'
import { Navigated } from './navigation.tsx'
import { FRAGMENTS } from './routing.ts'
import './styles/all.ts'
import { TryApp } from './try-app.tsx'

const app = document.getElementById('app')
if (app) {
  render(
    <Navigated routing={FRAGMENTS}>
      <TryApp />
    </Navigated>,
    app,
  )
}
