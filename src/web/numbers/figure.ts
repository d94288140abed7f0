import type { Share } from './interval.ts'

/** A number of a page and what must be known to read it. */
export interface Figure {
  /** In the address, while its card is open: of its own on its page. */
  readonly id: string
  readonly title: string
  /** What it is, in one sentence. */
  readonly about: string
  /** Its definitions, by name; see src/metrics/definitions.ts. */
  readonly metrics: readonly string[]
  /** Of what it is a part, in words; empty for a plain count. */
  readonly basis: string
  readonly value: Value
}

/**
 * What stands where a number is expected. Zero is a number; `none`: there was nothing to take it of; `not_captured`, with
 * the reason; `failed`: its sensor broke; `unknown`: nobody can tell (L-14, L-48).
 */
export type Value =
  | Count
  /** `least`: cases that it needs to be shown, where they are more than single ones. */
  | { readonly kind: 'share'; readonly share: Share; readonly least?: number }
  /** A share of so much time that an interval would say nothing; from 0 to 1. */
  | { readonly kind: 'part'; readonly value: number }
  | Measure
  | { readonly kind: 'none' | 'not_captured'; readonly reason: string }
  | { readonly kind: 'failed' }
  | { readonly kind: 'unknown' }

/** All that was recorded of something, so that there is no doubt in it: cases, a time, a way. */
export interface Count {
  readonly kind: 'count'
  readonly count: number
  /** Among so many; for rates of few cases, which are no shares yet. */
  readonly of?: number
  /** What they would be as a share, where the others are chances that were not taken. */
  readonly share?: Share
  /** The number with its unit. */
  readonly write?: (value: number) => string
}

/** An amount with a unit, and between which two it may really be, if that is known. */
export interface Measure {
  readonly kind: 'measure'
  readonly value: number
  readonly band?: Band
  /** The number with its unit. */
  readonly write: (value: number) => string
}

/** 80 % interval of so many cases; null: no end can be told. */
export interface Band {
  readonly low: number | null
  readonly high: number | null
  readonly n: number
}
