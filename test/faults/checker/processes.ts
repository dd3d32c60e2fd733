import type { Resource } from '../history/history-line'
import type { Invariant } from './invariant'

/** I11: after the last `close()` a process has no socket, timer or listener left and ends by itself. */
export const cleanliness: Invariant = {
  id: 'I11',
  name: 'cleanliness',
  check(history, report) {
    const limitMs = history.settings.exitMs * history.settings.timeScale
    for (const { note, line } of history.notes('closed')) {
      const left = (['sockets', 'timers', 'listeners'] as const).flatMap(what => (note[what] > 0 ? [`${note[what]} ${what}`] : []))
      if (left.length > 0) report(`${note.process} left ${left.join(', ')} after close()`, [line])
      if (note.exitMs === null) report(`${note.process} did not end after close()`, [line])
      else if (note.exitMs > limitMs) report(`${note.process} took ${note.exitMs} ms to end after close()`, [line])
    }
  }
}

/** I12: memory, delay of the event loop and number of sockets stay under the caps of the run. */
export const envelope: Invariant = {
  id: 'I12',
  name: 'envelope',
  check(history, report) {
    const caps = Object.entries(history.settings.caps) as [Resource, number][]
    const worst = new Map<string, { value: number; cap: number; line: number }>()
    for (const { note, line } of history.notes('resources')) {
      for (const [resource, cap] of caps) {
        const value = note[resource] ?? 0
        const key = `${resource} of ${note.process}`
        if (value > cap && value > (worst.get(key)?.value ?? 0)) worst.set(key, { value, cap, line })
      }
    }
    for (const [key, { value, cap, line }] of worst) report(`${key} is ${value}, over its cap of ${cap}`, [line])
  }
}

/** I16: no canary text in anything that comes out of the client, as it is or in a form that is as good. */
export const noSecret: Invariant = {
  id: 'I16',
  name: 'no secret',
  check(history, report) {
    const forms = history.settings.canaries.flatMap(canary => {
      const bytes = Buffer.from(canary)
      return [canary, encodeURIComponent(canary), bytes.toString('base64').replace(/=+$/, ''), bytes.toString('hex')].map(form => ({
        form,
        canary
      }))
    })
    for (const { note, line } of history.notes('text')) {
      const found = forms.find(({ form }) => note.text.includes(form))
      if (found !== undefined) report(`the secret '${found.canary}' is in ${note.source} of ${note.process}`, [line])
    }
  }
}

/** I17: no unhandled rejection, uncaught exception or warning. */
export const noTrouble: Invariant = {
  id: 'I17',
  name: 'no unhandled error',
  check(history, report) {
    for (const { note, line } of history.notes('trouble')) report(`${note.kind} in ${note.process}: ${note.message}`, [line])
  }
}
