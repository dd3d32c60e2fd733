import { type Breach, worked } from './breach'

const ok = { type: 'ok' } as const
const unknown = { type: 'info', outcome: 'maybe-applied' } as const

export const consumed: readonly Breach[] = [
  {
    invariant: 'I2',
    what: 'never delivered',
    broken: h => h.subscribe().sent('a', 0).log('0:a').assign('m', 0),
    sound: h => h.subscribe().sent('a', 0).log('0:a').assign('m', 0).deliver('m', '0:a')
  },
  {
    invariant: 'I2',
    what: 'delivered too late after the last fault',
    settings: { recoveryMs: 100 },
    broken: h => h.subscribe().assign('m', 0).sent('a', 0).wait(200).deliver('m', '0:a'),
    sound: h =>
      h
        .subscribe()
        .assign('m', 0)
        .sent('a', 0)
        .note('fault', { fault: '1', action: 'cut' })
        .wait(150)
        .note('heal', { fault: '1' })
        .deliver('m', '0:a')
  },
  {
    invariant: 'I2',
    what: 'sent after a group that begins at the end had begun',
    broken: h => h.subscribe({ from: 'latest' }).assign('m', 0).sent('a', 0),
    sound: h => h.subscribe({ from: 'latest' }).sent('a', 0).assign('m', 1)
  },
  {
    invariant: 'I7',
    what: 'skips',
    broken: h => h.assign('m', 0).deliver('m', '0:a').deliver('m', '2:c').log('0:a 1:b 2:c'),
    sound: h => h.assign('m', 0).deliver('m', '0:a').deliver('m', '2:c').log('0:a 2:c')
  },
  {
    invariant: 'I7',
    what: 'goes back',
    broken: h => h.assign('m', 0).deliver('m', '0:a 1:b').deliver('m', '1:b').log('0:a 1:b'),
    sound: h => h.assign('m', 0).deliver('m', '0:a 1:b').seek('m', 1).deliver('m', '1:b').log('0:a 1:b')
  },
  {
    invariant: 'I7',
    what: 'begins elsewhere than it says',
    broken: h => h.assign('m', 1).deliver('m', '0:a').log('0:a 1:b'),
    sound: h => h.assign('m', 1).deliver('m', '1:b').log('0:a 1:b')
  },
  {
    invariant: 'I7',
    what: 'delivers what is not in the log',
    broken: h => h.assign('m', 0).deliver('m', '0:a').log('1:b'),
    sound: h => h.assign('m', 0).deliver('m', '0:a').log('1:b', { start: 1 })
  },
  {
    invariant: 'I8',
    what: 'delivers after the revocation',
    broken: h => h.assign('m', 0).deliver('m', '0:a').revoke('m').deliver('m', '1:b'),
    sound: h => h.assign('m', 0).deliver('m', '0:a 1:b').revoke('m')
  },
  {
    invariant: 'I8',
    what: 'commits what is lost',
    broken: h => worked(h).revoke('m', 'lost').commit('m', 2)({ type: 'fail' }),
    sound: h => worked(h).commit('m', 2)({ type: 'fail' }).revoke('m', 'lost')
  },
  {
    invariant: 'I8',
    what: 'delivers what was never assigned',
    broken: h => h.deliver('m', '0:a'),
    sound: h => h.assign('m', 0).deliver('m', '0:a')
  },
  {
    invariant: 'I8',
    what: 'two process in one generation',
    broken: h => h.assign('m', 0).assign('n', 0).deliver('m', '0:a').deliver('n', '0:a'),
    sound: h => h.assign('m', 0).deliver('m', '0:a').assign('n', 0, { generation: 2 }).deliver('n', '0:a')
  }
]

export const committed: readonly Breach[] = [
  {
    invariant: 'I9',
    what: 'covers what is not finished',
    broken: h => h.assign('m', 0).deliver('m', '0:a 1:b').finish('m', 0).commit('m', 2)(ok),
    sound: h => h.assign('m', 0).deliver('m', '0:a 1:b').finish('m', 0).commit('m', 1)(ok)
  },
  {
    invariant: 'I9',
    what: 'covers a record, not a hole',
    broken: h => worked(h).log('0:a 1:b 3:d').commit('m', 4)(ok),
    sound: h => worked(h).log('0:a 1:b 3:d').commit('m', 3)(ok)
  },
  {
    invariant: 'I9',
    what: 'goes back',
    broken: h => worked(h).commit('m', 2)(ok).commit('m', 1)(ok),
    sound: h => worked(h).commit('m', 2)(ok).seek('m', 0).commit('m', 0)(ok)
  },
  {
    invariant: 'I9',
    what: 'ends below a confirmed commit',
    broken: h => worked(h).commit('m', 1)(ok).commit('m', 2)(ok).committed(1),
    sound: h => worked(h).commit('m', 1)(ok).commit('m', 2)(ok).committed(2)
  },
  {
    invariant: 'I9',
    what: 'the next owner begins below',
    broken: h => worked(h).commit('m', 1)(ok).commit('m', 2)(ok).revoke('m').assign('n', 1, { generation: 2, fromCommit: true }),
    sound: h => worked(h).commit('m', 1)(unknown).commit('m', 2)(unknown).revoke('m').assign('n', 1, { generation: 2, fromCommit: true })
  },
  {
    invariant: 'I9',
    what: 'nobody committed that',
    broken: h => worked(h).commit('m', 2)({ type: 'fail' }).committed(2),
    sound: h => worked(h).commit('m', 2)(unknown).committed(2)
  },
  {
    invariant: 'I9',
    what: 'a clean close leaves something uncommitted',
    broken: h => worked(h).commit('m', 1)(ok).note('leave', { group: 'g', member: 'm', clean: true }),
    sound: h => worked(h).commit('m', 2)(ok).revoke('m', 'closed').note('leave', { group: 'g', member: 'm', clean: true })
  }
]
