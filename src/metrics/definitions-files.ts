import type { Metric } from './definition.ts'

const OURS = { range: [0, null], version: 1, inputs: [], fields: [] } as const

/** What is told of round files: how many came, and how much of each was understood. */
export const FILE_METRICS = [
  {
    ...OURS,
    name: 'files',
    title: 'Files',
    definition:
      'Round files that came, each content once: imported, superseded by a better file of the same round, or rejected.',
    unit: 'files',
    opportunities: 'files in the import folder or uploaded',
    excludes: 'a file that came again unchanged',
    differs: 'What became of a file is not kept.',
  },
  {
    ...OURS,
    name: 'file_size',
    title: 'Size of a file',
    definition: 'As it came, byte for byte.',
    unit: 'bytes',
    opportunities: 'the file',
    excludes: '',
    differs: 'Not told.',
  },
  {
    ...OURS,
    name: 'lines_taken',
    title: 'Lines taken',
    definition: 'Lines of a section that were understood and taken over.',
    unit: 'lines',
    opportunities: 'lines of the section or of the file',
    excludes: 'the header, the names of the columns, and the end mark',
    differs: 'Not told.',
  },
  {
    ...OURS,
    name: 'problems',
    title: 'Problems of a file',
    definition: 'Lines, or parts of them, that were not understood, each with what was lost.',
    unit: 'problems',
    opportunities: 'lines of the section or of the file',
    excludes: '',
    differs: 'A line that is not understood is passed over in silence.',
  },
] as const satisfies readonly Metric[]
