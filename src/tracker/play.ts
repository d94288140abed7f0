/** What the round is: its map, its number, when it went live. */

export const play = {
  /** `idle` outside of play; `over` from its end until the module is unloaded. */
  phase: 'idle' as 'idle' | 'live' | 'over',
  map: '',
  /** 1 or 2. */
  number: 1,
  /** `g_currentRound` as the engine has it: 0 or 1 in a stopwatch match. */
  engine_round: undefined as number | undefined,
  /** Why the number is what it is (L-9). */
  number_reason: '',
  started_unix: 0,
}
