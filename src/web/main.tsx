import { render } from 'preact'
import { App } from './app.tsx'
import { Navigated } from './navigation.tsx'
import { PATHS } from './routing.ts'
import './styles/all.ts'

const app = document.getElementById('app')
if (app) {
  render(
    <Navigated routing={PATHS}>
      <App />
    </Navigated>,
    app,
  )
}
