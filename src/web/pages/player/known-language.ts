// The chart library writes numbers in the browser's language as it loads, and fails where that is no language: without
// one, `LANG=C`, a browser says `en-US@posix`.
try {
  Intl.getCanonicalLocales(navigator.language)
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en-GB', configurable: true })
}
