import { defineConfig } from 'vite'

export const preactJsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

export default defineConfig({
  root: 'src/web',
  oxc: preactJsx,
  // the thread that reads files loads what it rarely needs on demand
  worker: { format: 'es' },
  // any server can hand out try.html from any folder; the page itself is answered under every address, from the root
  experimental: {
    renderBuiltUrl: (filename, { hostId, hostType }) =>
      hostType !== 'html' ? { relative: true } : `${hostId.endsWith('index.html') ? '/' : './'}${filename}`,
  },
  build: {
    rolldownOptions: {
      input: ['src/web/index.html', 'src/web/try.html'],
      // left alone, each set of pages that share something would get a file of its own, some of a hundred bytes
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 3 }] } },
    },
    outDir: '../../dist/web',
    emptyOutDir: true,
    // a data: address would need an exception in the content policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
