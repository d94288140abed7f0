import { expect, test } from 'vitest'
import { tapeOfRecording } from './recording.ts'

const HEADER = [
  'h',
  1,
  {
    sc: ['health', 'pers.netname', 'ps.leanf', 'enemy'],
    vec: ['o=ps.origin'],
    arr: ['st=ps.stats'],
    ent: ['classname', 'track', 'health'],
    entvec: ['r.currentOrigin'],
    unix: 1_771_445_400,
  },
]

function traceOf(...lines: readonly unknown[]): Uint8Array {
  const text = [HEADER, ...lines].map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')
  return Buffer.from(text, 'latin1')
}

function converted(...files: readonly Uint8Array[]): string[] {
  const traces = files.map((bytes, i) => ({ name: `trace-0${i}.jsonl`, bytes }))
  const text = Buffer.from(tapeOfRecording(traces).bytes()).toString('latin1')
  return text.trim().split('\n')
}

test('every line becomes a statement, in the order recorded', () => {
  const trace = traceOf(
    ['const', { TEAM_AXIS: 1, NEW_ONE: 5 }],
    ['funcs', ['gentity_get']],
    ['cv', 'fs_homepath', '/home/et'],
    ['cv', 'gamestate', '0'],
    ['e', 70, 'dynamite', null, 3, [1, 2, 3]],
    ['c', 'et_InitGame', 10_150, 9548, 10_150, 7, 1],
    '["s",2,{"1":-5,"2":"a\u00ff","3":1,"4":null,"o":[0,0.5,1],"st8":20000}]',
    ['ui', 2, '\\name\\x'],
    ['ws', 2, 4, [9, 1, 2, 3, 4]],
    ['c', 'et_ClientCommand', 10_150, 9548, 2, 'say', ['say', 'a b']],
    ['c', 'et_ConsoleCommand', 10_150, 9548, 'bot'],
    ['c', 'et_Print', 10_150, 9549, 'hi\n'],
    ['cs', 11, '10150'],
    ['x', 70],
    ['c', 'et_RunFrame', 10_200, 9599, 10_200],
    ['t', 1_771_445_500, 10_200, 9600],
    ['c', 'et_RunFrame', 10_250, 9650, 10_250],
  )
  const [comment, time, constants, ...lines] = converted(trace)
  expect([comment, time]).toEqual(['# trace-00.jsonl', 'time\t1771445400\t10150\t9548'])
  // what this build does not export is missing
  expect(constants).toMatch(/^const\tNEW_ONE=5\t.*\tEF_PRONE=nil/)
  expect(constants).not.toContain('TEAM_AXIS')
  expect(lines).toEqual([
    'cvar\tgamestate="0"',
    'vm',
    'entity\t70\tclassname="dynamite"\ttrack=nil\thealth=3\tr.currentOrigin=(1.0 2.0 3.0)',
    'call\tet_InitGame\t10150\t7\t1',
    'client\t2\thealth=-5\tpers.netname="a\u00ff"\tps.leanf=1.0\tenemy=nil\tps.origin=(0.0 0.5 1.0)\tps.stats[8]=20000',
    'userinfo\t2\t"\\\\name\\\\x"',
    'wstats\t2\t4\t9\t1\t2\t3\t4',
    'command\t2\t"say"\t"a b"',
    'console\t"bot"',
    'time\t1771445400\t10150\t9549',
    'call\tet_Print\t"hi\\n"',
    'cs\t11="10150"',
    'free\t70',
    'frame\t10200',
    'time\t1771445500\t10250\t9650',
    'frame\t10250',
  ])
})

test('each file is a new state, without what the file before left behind', () => {
  const trace = traceOf(
    ['e', 70, 'dynamite', null, 3, [1, 2, 3]],
    ['s', 2, { 1: 5 }],
    ['c', 'et_ShutdownGame', 10_150, 9548, 1],
  )
  const lines = converted(trace, trace)
  expect(lines.filter((line) => line === 'vm')).toHaveLength(2)
  expect(lines.slice(lines.indexOf('# trace-01.jsonl'))).toEqual([
    '# trace-01.jsonl',
    'free\t70',
    'entity\t70\tinuse=0\tclassname=nil',
    'free\t2',
    ...lines.slice(1, lines.indexOf('# trace-01.jsonl')),
  ])
})

test.each<[string, Uint8Array, RegExp]>([
  ['another file', Buffer.from('["x"]\n'), /^trace-00.jsonl: it does not begin with the header of a trace/],
  ['an empty file', Buffer.from(''), /^trace-00.jsonl: it does not begin/],
  ['a later version', Buffer.from('["h",2,{}]\n'), /^trace-00.jsonl: it does not begin/],
  ['a line that is cut', traceOf('["c","et_Run'), /^trace-00.jsonl, line 2: no list in JSON/],
  [
    'a line of no kind',
    traceOf(['c', 'et_Quit', 1, 1], ['zz', 1]),
    /^trace-00.jsonl, line 3: a trace has no line "zz"/,
  ],
  ['an unknown field', traceOf(['c', 'et_Quit', 1, 1], ['s', 1, { zz9: 1 }]), /line 3: the header names no field zz9/],
])('%s is refused with its place', (_, bytes, message) => {
  expect(() => converted(bytes)).toThrow(message)
})
