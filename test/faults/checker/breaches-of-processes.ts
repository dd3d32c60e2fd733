import type { Breach } from './breach'

const ok = { type: 'ok' } as const
const unknown = { type: 'info', outcome: 'maybe-applied' } as const
const refused = { type: 'fail', outcome: 'not-applied' } as const

const call = { f: 'call', what: 'connect', deadlineMs: 500 } as const
export const settled: readonly Breach[] = [
  {
    invariant: 'I10',
    what: 'never',
    broken: h => (h.invoke(call), h.wait(9_999).note('text', { source: 'log', text: '' })),
    sound: h => h.invoke(call)(ok)
  },
  {
    invariant: 'I10',
    what: 'never, and its process lives',
    broken: h => (h.invoke(call), h.wait(9_999).note('ended', { ended: 'other', how: 'killed' })),
    sound: h => (h.invoke(call), h.wait(9_999).note('ended', { ended: 'main', how: 'killed' }))
  },
  {
    invariant: 'I10',
    what: 'too late',
    broken: h => {
      const settle = h.invoke(call)
      h.wait(1_500)
      settle(ok)
    },
    sound: h => {
      const settle = h.invoke(call)
      h.wait(1_400)
      settle(ok)
    }
  },
  {
    invariant: 'I10',
    what: 'twice',
    broken: h => {
      const settle = h.invoke(call)
      settle(ok)
      settle(unknown)
    },
    sound: h => h.invoke(call)(unknown)
  },
  {
    invariant: 'I10',
    what: 'with an outcome that is wrong',
    broken: h => h.unsent('a', { type: 'info', outcome: 'not-applied' }),
    sound: h => h.unsent('a', refused)
  },
  {
    invariant: 'I10',
    what: 'not applied, and in the log before its transaction is decided',
    broken: h => h.unsent('a', refused, 'x').end('x', false).log('0:a', { isolation: 'read_uncommitted' }),
    sound: h => h.unsent('a', unknown, 'x').end('x', false).log('0:a', { isolation: 'read_uncommitted' })
  }
]

const cut = { fault: '1', action: 'cut' } as const
export const time: readonly Breach[] = [
  {
    invariant: 'I13',
    what: 'nothing succeeds after the fault',
    settings: { recoveryMs: 1_000 },
    broken: h => h.note('fault', cut).wait(10).note('heal', { fault: '1' }).unsent('a', unknown).wait(1_100).sent('b'),
    sound: h => h.note('fault', cut).wait(10).note('heal', { fault: '1' }).unsent('a', unknown).wait(900).sent('b').wait(900).sent('c')
  },
  {
    invariant: 'I13',
    what: 'a fault holds up partitions that it spares',
    settings: { sendsPer10s: 2 },
    broken: h =>
      h
        .note('fault', { ...cut, spares: ['t/0'] })
        .sent('a', 0)
        .sent('b', 0, { partition: 1 })
        .wait(10_000)
        .note('heal', { fault: '1' }),
    sound: h =>
      h
        .note('fault', { ...cut, spares: ['t/0'] })
        .sent(['a', 'b'], 0)
        .wait(10_000)
        .note('heal', { fault: '1' })
  },
  {
    invariant: 'I14',
    what: 'too many requests in a second',
    settings: { requestsPerSecond: { default: 2 } },
    broken: h => {
      h.note('fault', cut)
      for (let i = 0; i < 3; i++) h.note('request', { broker: 1, api: 'Metadata' }).wait(300)
    },
    sound: h => {
      h.note('fault', cut)
      for (let i = 0; i < 3; i++) h.note('request', { broker: 1, api: 'Metadata' }).wait(600)
    }
  },
  {
    invariant: 'I14',
    what: 'waits that do not grow',
    settings: { backoff: { initialMs: 100, multiplier: 2, maxMs: 1_000, jitter: 0.2 } },
    broken: h => h.note('retry', { call: 'x', attempt: 0, waitMs: 90 }).note('retry', { call: 'x', attempt: 1, waitMs: 120 }),
    sound: h => h.note('retry', { call: 'x', attempt: 0, waitMs: 90 }).note('retry', { call: 'x', attempt: 9, waitMs: 800 })
  }
]

const clean = { sockets: 0, timers: 0, listeners: 0, exitMs: 10 }
export const processes: readonly Breach[] = [
  {
    invariant: 'I11',
    what: 'a socket is left',
    broken: h => h.note('closed', { ...clean, sockets: 1 }),
    sound: h => h.note('closed', clean)
  },
  {
    invariant: 'I11',
    what: 'a timer is left',
    broken: h => h.note('closed', { ...clean, timers: 1 }),
    sound: h => h.note('closed', clean)
  },
  {
    invariant: 'I11',
    what: 'a listener is left',
    broken: h => h.note('closed', { ...clean, listeners: 1 }),
    sound: h => h.note('closed', clean)
  },
  { invariant: 'I11', what: 'it goes on', broken: h => h.note('closed', { ...clean, exitMs: null }), sound: h => h.note('closed', clean) },
  {
    invariant: 'I11',
    what: 'it is slow',
    broken: h => h.note('closed', { ...clean, exitMs: 2_001 }),
    sound: h => h.note('closed', { ...clean, exitMs: 2_000 })
  },
  {
    invariant: 'I12',
    what: 'too much memory',
    settings: { caps: { rss: 100, sockets: 3 } },
    broken: h => h.note('resources', { rss: 101 }),
    sound: h => h.note('resources', { rss: 100, heap: 1e9 })
  },
  {
    invariant: 'I12',
    what: 'too many sockets',
    settings: { caps: { rss: 100, sockets: 3 } },
    broken: h => h.note('resources', { sockets: 4 }),
    sound: h => h.note('resources', { sockets: 3 })
  },
  {
    invariant: 'I16',
    what: 'a password in a log line',
    settings: { canaries: ['hunter2!'] },
    broken: h => h.note('text', { source: 'log', text: 'login with hunter2!' }),
    sound: h => h.note('text', { source: 'log', text: 'login with hunter' })
  },
  {
    invariant: 'I16',
    what: 'a password in base64',
    settings: { canaries: ['hunter2!'] },
    broken: h => h.note('text', { source: 'error', text: `bytes ${Buffer.from('hunter2!').toString('base64')}` }),
    sound: h => h.note('text', { source: 'error', text: 'bytes' })
  },
  {
    invariant: 'I17',
    what: 'an unhandled rejection',
    broken: h => h.note('trouble', { kind: 'unhandledRejection', message: 'no' }),
    sound: h => h.note('text', { source: 'log', text: 'no' })
  }
]

export const errors: readonly Breach[] = [
  {
    invariant: 'I15',
    what: 'another class',
    broken: h =>
      h.note('error', {
        role: 'producer',
        kafkaError: 'MESSAGE_TOO_LARGE',
        observed: { class: 'KafkaJSRequestTimeoutError', outcome: 'not-applied' }
      }),
    sound: h =>
      h.note('error', {
        role: 'producer',
        kafkaError: 'MESSAGE_TOO_LARGE',
        observed: { class: 'KafkaJSProtocolError', outcome: 'not-applied' }
      })
  },
  {
    invariant: 'I15',
    what: 'another outcome',
    broken: h =>
      h.note('error', {
        role: 'producer',
        kafkaError: 'REQUEST_TIMED_OUT',
        observed: { class: 'KafkaJSProtocolError', outcome: 'not-applied' }
      }),
    sound: h =>
      h.note('error', {
        role: 'producer',
        kafkaError: 'REQUEST_TIMED_OUT',
        observed: { class: 'KafkaJSProtocolError', outcome: 'maybe-applied' }
      })
  },
  {
    invariant: 'I15',
    what: 'no outcome',
    broken: h =>
      h.note('error', { role: 'transaction', kafkaError: 'COORDINATOR_LOAD_IN_PROGRESS', observed: { class: 'KafkaJSProtocolError' } }),
    sound: h =>
      h.note('error', { role: 'consumer', kafkaError: 'COORDINATOR_LOAD_IN_PROGRESS', observed: { class: 'KafkaJSProtocolError' } })
  },
  {
    invariant: 'I15',
    what: 'another category',
    broken: h =>
      h.note('error', {
        role: 'transaction',
        kafkaError: 'PRODUCER_FENCED',
        observed: { class: 'KafkaProducerFencedError', outcome: 'not-applied', category: 'retriable' }
      }),
    sound: h =>
      h.note('error', {
        role: 'transaction',
        kafkaError: 'PRODUCER_FENCED',
        observed: { class: 'KafkaProducerFencedError', outcome: 'not-applied', category: 'fatal' }
      })
  },
  {
    invariant: 'I15',
    what: 'no class of the client',
    broken: h => h.note('error', { role: 'consumer', kafkaError: 'OFFSET_NOT_AVAILABLE', observed: { class: 'TypeError' } }),
    sound: h => h.note('error', { role: 'consumer', kafkaError: 'OFFSET_NOT_AVAILABLE', observed: { class: 'KafkaJSProtocolError' } })
  },
  {
    invariant: 'I15',
    what: 'given up without a cause',
    broken: h =>
      h.note('error', { role: 'consumer', kafkaError: 'NOT_COORDINATOR', observed: { class: 'KafkaJSNumberOfRetriesExceeded' } }),
    sound: h =>
      h.note('error', {
        role: 'consumer',
        kafkaError: 'NOT_COORDINATOR',
        observed: { class: 'KafkaJSNumberOfRetriesExceeded', cause: 'KafkaJSProtocolError' }
      })
  }
]
