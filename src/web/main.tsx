import { render } from 'preact'
import { App } from './app.tsx'
import { Navigated } from './navigation.tsx'
import './styles/tokens.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/scope.css'
import './styles/panels.css'
import './styles/tables.css'
import './styles/figures.css'
import './styles/card.css'
import './styles/lists.css'
import './names/inks.css'

const app = document.getElementById('app')
if (app) {
  render(
    <Navigated>
      <App />
    </Navigated>,
    app,
  )
}
