import { defineConfig } from 'vite'

export const preactJsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

export default defineConfig({
  root: 'src/web',
  oxc: preactJsx,
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // a data: address would need an exception in the content policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
