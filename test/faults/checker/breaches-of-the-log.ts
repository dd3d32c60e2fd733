import { type Breach, worked } from './breach'

const ok = { type: 'ok' } as const
const unknown = { type: 'info', outcome: 'maybe-applied' } as const

export const written: readonly Breach[] = [
  {
    invariant: 'I1',
    what: 'acknowledged without an offset and nowhere',
    broken: h => h.sent('a').log(''),
    sound: h => h.sent('a').log('7:a')
  },
  {
    invariant: 'I1',
    what: 'at another offset than returned',
    broken: h => h.sent('a', 1).log('0:a'),
    sound: h => h.sent('a', 1).log('1:a')
  },
  {
    invariant: 'I1',
    what: 'the second of a call is missing',
    broken: h => h.sent(['a', 'b'], 3).log('3:a'),
    sound: h => h.sent(['a', 'b'], 3).log('3:a 4:b')
  },
  {
    invariant: 'I1',
    what: 'lost, not removed by retention',
    broken: h => h.sent('a', 0).sent('b', 1).log('1:b'),
    sound: h => h.sent('a', 0).sent('b', 1).log('1:b', { start: 1 })
  },
  { invariant: 'I1', what: 'the partition is empty', broken: h => h.sent('a', 0).log(''), sound: h => h.unsent('a', unknown).log('') },
  { invariant: 'I3', what: 'stored by both attempts', broken: h => h.sent('a').log('0:a 1:a'), sound: h => h.sent('a').log('0:a') },
  {
    invariant: 'I3',
    what: 'more doubled than the run may have',
    settings: { doubledAtMost: 1 },
    broken: h => h.sent(['a', 'b']).log('0:a 1:b 2:a 3:b'),
    sound: h => h.sent(['a', 'b']).log('0:a 1:b 2:a')
  },
  {
    invariant: 'I3',
    what: 'in two partitions',
    broken: h => h.sent('a').log('0:a').log('0:a', { partition: 1 }),
    sound: h => h.sent('a').log('0:a').log('', { partition: 1 })
  },
  {
    invariant: 'I4',
    what: 'a retry was queued behind a later call',
    broken: h => h.sent('a').sent('b').log('0:b 1:a'),
    sound: h => h.sent('a').sent('b', undefined, { session: 'other' }).log('0:b 1:a')
  },
  {
    invariant: 'I4',
    what: 'within a call',
    broken: h => h.sent(['a', 'b']).log('0:b 1:a'),
    sound: h => h.sent(['a', 'b']).log('0:a 2:b')
  },
  {
    invariant: 'I4',
    what: 'by the offsets that were returned',
    broken: h => h.sent('a', 1).sent('b', 0),
    sound: h => h.sent('a', 0).sent('b', 1)
  },
  {
    invariant: 'I5',
    what: 'a send that failed for good',
    broken: h => h.unsent('a', { type: 'fail' }).log('0:a'),
    sound: h => h.unsent('a', unknown).log('0:a')
  },
  {
    invariant: 'I5',
    what: 'of an aborted transaction',
    broken: h => h.sent('a', 0, { transaction: 'x' }).end('x', false).log('0:a'),
    sound: h => h.sent('a', 0, { transaction: 'x' }).end('x', false).log('0:a', { isolation: 'read_uncommitted' }).log('')
  },
  {
    invariant: 'I5',
    what: 'given to a reader of committed records',
    broken: h => h.subscribe().assign('m', 0).sent('a', 0, { transaction: 'x' }).end('x', false).deliver('m', '0:a'),
    sound: h =>
      h.subscribe({ isolation: 'read_uncommitted' }).assign('m', 0).sent('a', 0, { transaction: 'x' }).end('x', false).deliver('m', '0:a')
  },
  { invariant: 'I5', what: 'that nobody sent', broken: h => h.sent('a').log('0:a 1:ghost'), sound: h => h.log('0:a 1:ghost') },
  {
    invariant: 'I18',
    what: 'the log has another value than was delivered',
    broken: h => h.assign('m', 0).deliver('m', '0:a').log('0:b'),
    sound: h => h.assign('m', 0).deliver('m', '0:a').log('0:a')
  },
  {
    invariant: 'I18',
    what: 'two sends got the same offset',
    broken: h => h.sent('a', 0).sent('b', 0, { session: 'other' }),
    sound: h => h.sent('a', 0).sent('b', 1)
  },
  {
    invariant: 'I18',
    what: 'a reader skips',
    broken: h => h.unsent('a', unknown).log('0:a').log('', { reader: 'odradek' }),
    sound: h => h.unsent('a', unknown).log('0:a').log('0:a', { reader: 'odradek' })
  }
]

export const transactional: readonly Breach[] = [
  {
    invariant: 'I6',
    what: 'half of the writes',
    broken: h => h.sent('a', 0, { transaction: 'x' }).sent('b', 1, { transaction: 'x' }).end('x', true, unknown).log('0:a'),
    sound: h => h.sent('a', 0, { transaction: 'x' }).sent('b', 1, { transaction: 'x' }).end('x', true, unknown).log('0:a 1:b')
  },
  {
    invariant: 'I6',
    what: 'writes without offsets',
    broken: h => {
      worked(h).sent('c', 0, { transaction: 'x', partition: 1 })
      h.commit('m', 2, { transaction: 'x' })(ok)
      h.end('x', true, unknown).log('0:c', { partition: 1 }).committed(null)
    },
    sound: h => {
      worked(h).sent('c', 0, { transaction: 'x', partition: 1 })
      h.commit('m', 2, { transaction: 'x' })(ok)
      h.end('x', true, unknown).log('0:c', { partition: 1 }).committed(2)
    }
  },
  {
    invariant: 'I6',
    what: 'offsets without writes',
    broken: h => {
      worked(h).sent('c', 0, { transaction: 'x', partition: 1 })
      h.commit('m', 2, { transaction: 'x' })(ok)
      h.end('x', true, unknown).log('', { partition: 1 }).committed(2)
    },
    sound: h => {
      worked(h).sent('c', 0, { transaction: 'x', partition: 1 })
      h.commit('m', 2, { transaction: 'x' })(ok)
      h.end('x', true, unknown).log('', { partition: 1 }).committed(null)
    }
  },
  {
    invariant: 'I6',
    what: 'read before its commit was asked for',
    broken: h => h.subscribe().assign('m', 0).sent('a', 0, { transaction: 'x' }).deliver('m', '0:a').end('x', true, unknown),
    sound: h => h.subscribe().assign('m', 0).sent('a', 0, { transaction: 'x' }).end('x', true, unknown).deliver('m', '0:a')
  }
]
