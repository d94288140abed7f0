import { expect, onTestFinished, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'

test('the browser draws with WebGL 2 and can be photographed', async () => {
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 200, height: 100 } })
  await page.goto('data:text/html,<h1>Proximity</h1><canvas></canvas>')

  const pixel = await page.evaluate(() => {
    const gl = document.querySelector('canvas')?.getContext('webgl2')
    if (!gl) return
    gl.clearColor(1, 0, 0.2, 1)
    gl.clear(gl.COLOR_BUFFER_BIT)
    const rgba = new Uint8Array(4)
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, rgba)
    return [...rgba]
  })
  expect(pixel).toEqual([255, 0, 51, 255])

  const heading = await page.locator('h1').boundingBox()
  expect(heading?.width).toBeGreaterThan(100)
  expect((await page.screenshot()).subarray(1, 4).toString()).toBe('PNG')
})
