// Runs in a page before its own scripts: notes when it is of use, what each frame takes, when a replay first shows, and
// for how long at a time the page answers nobody.
const probe = { useful_ms: null, clicked_ms: null, drawn_ms: null, costs_ms: [], times_ms: [], blocks_ms: [] }
globalThis.probe = probe

const nextFrame = globalThis.requestAnimationFrame.bind(globalThis)

// of use: there is a page and nothing of it is still loading; what is in the document is painted by the next frame
nextFrame(function look() {
  const isThere = document.querySelector('main > *') !== null && document.querySelector('[aria-busy]') === null
  if (isThere) {
    nextFrame(() => {
      probe.useful_ms = performance.now()
    })
  } else nextFrame(look)
})

globalThis.requestAnimationFrame = (callback) =>
  nextFrame((time) => {
    const start = performance.now()
    callback(time)
    probe.costs_ms.push(performance.now() - start)
    probe.times_ms.push(time)
  })

globalThis.addEventListener(
  'click',
  () => {
    probe.clicked_ms = performance.now()
  },
  true,
)

const { drawImage } = CanvasRenderingContext2D.prototype
CanvasRenderingContext2D.prototype.drawImage = function draw(...given) {
  // pictures that are made beforehand are in no document
  if (this.canvas.isConnected) probe.drawn_ms ??= performance.now()
  drawImage.apply(this, given)
}

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) probe.blocks_ms.push(duration)
}).observe({ type: 'longtask' })
