import './known-language.ts'
import 'uplot/dist/uPlot.min.css'

// with its sheet in one part of the page that is loaded when something is drawn
export { default } from 'uplot'
