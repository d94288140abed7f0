import { guidOf } from '../../src/metrics/round.fixtures.ts'
import type { Place } from '../../src/web/address.ts'
import { EVENING } from '../support/round-files.ts'
import { HOSTILE } from './evening-files.ts'

/** Addresses at which a page is looked at. */
interface Looked {
  /** Over all kinds of files. */
  readonly full: readonly string[]
  /** Over nothing, and with a back end that fails. */
  readonly spare: readonly string[]
}

/** Every page there is: one that is not looked at does not compile. */
export const PAGES: Readonly<Record<Place['page'], Looked>> = {
  evenings: {
    full: [
      '/',
      '/?session_id=2',
      '/?session_id=5&month=2026-02',
      '/?session_id=99',
      '/?range_days=3650',
      '/?range_days=3650&card=crossfires',
      '/?round_id=12',
      '/?round_id=14',
      '/?session_id=1&map_name=nowhere',
    ],
    spare: ['/', '/?round_id=1'],
  },
  round: { full: ['/rounds/5', '/rounds/14', '/rounds/14?card=line:revives', '/rounds/999'], spare: ['/rounds/1'] },
  replay: {
    full: ['/rounds/5/replay?t=40', '/rounds/14/replay?t=40', '/try/1/replay'],
    spare: ['/rounds/1/replay'],
  },
  maps: { full: ['/maps?range_days=3650'], spare: ['/maps'] },
  map: {
    full: [
      '/maps/fjordworks?range_days=3650&at=0,0',
      '/maps/supply?range_days=3650&layer=lines&side=AXIS',
      '/maps/supply?range_days=3650&layer=kills&relative=1&cell=256&card=total',
      '/maps/nowhere',
    ],
    spare: ['/maps/supply'],
  },
  players: { full: ['/players?range_days=3650', '/players?search=nobody'], spare: ['/players'] },
  player: {
    full: [
      `/players/${guidOf('Birch')}?range_days=3650`,
      `/players/${guidOf('Birch')}?range_days=3650&card=solo_escape_pct`,
      `/players/${guidOf(HOSTILE)}?range_days=3650&trend=solo_attack_pct`,
      `/players/${guidOf('Birch')}?round_start_unix=${EVENING}`,
      '/players/nobody',
    ],
    spare: ['/players/nobody'],
  },
  pairs: {
    full: [
      '/pairs?range_days=3650&rounds=1',
      '/pairs?range_days=3650&view=matrix&rounds=1&measure=support',
      '/pairs?range_days=3650&view=trios',
    ],
    spare: ['/pairs', '/pairs?view=trios'],
  },
  pair: {
    full: [`/pairs/${guidOf('Birch')}/${guidOf('M\ueffcller {{7*7}}')}?range_days=3650`],
    spare: ['/pairs/A1/B2'],
  },
  leaderboards: {
    full: [
      '/leaderboards?range_days=3650&player=nobody',
      '/leaderboards?range_days=3650&board=reactions&class=MEDIC',
      '/leaderboards?range_days=3650&board=trades',
      '/leaderboards?map_name=nowhere&board=support',
    ],
    spare: ['/leaderboards'],
  },
  files: { full: ['/files', '/files?state=rejected'], spare: ['/files'] },
  status: { full: ['/status'], spare: ['/status'] },
  try: { full: ['/try'], spare: ['/try'] },
}
