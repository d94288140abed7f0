/** What one check found. */
export interface Finding {
  readonly level: 'ok' | 'warning' | 'problem'
  readonly about: string
  readonly says: string
  /** What to do about it. */
  readonly todo?: string
}

/** Findings about one subject. */
export function about(subject: string) {
  return {
    ok: (says: string): Finding => ({ level: 'ok', about: subject, says }),
    warning: (says: string, todo: string): Finding => ({ level: 'warning', about: subject, says, todo }),
    problem: (says: string, todo: string): Finding => ({ level: 'problem', about: subject, says, todo }),
  }
}
